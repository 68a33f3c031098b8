package io.keentill.device.links;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the addresses of a host within a deadline; the system's own lookup has none. */
final class HostLookup {

    private HostLookup() {}

    /**
     * The addresses, at least one.
     *
     * @throws LinkException if the name is not known, or the name server does not answer in time
     */
    static InetAddress[] of(HostPort peer, Deadline deadline) throws LinkException {
        CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("host-lookup").start(() -> {
            try {
                found.complete(InetAddress.getAllByName(peer.host()));
            } catch (UnknownHostException | RuntimeException e) {
                found.completeExceptionally(e);
            }
        });
        try {
            return found.get(Math.max(1, deadline.nanosLeft()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new LinkException(
                    "The name \"" + peer.host()
                            + "\" could not be looked up in time. Check the network, or write the device's IP address instead",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException("Looking up \"" + peer.host() + "\" was interrupted", e);
        } catch (ExecutionException e) {
            throw new LinkException(
                    "No host is known by the name \"" + peer.host()
                            + "\". Check its spelling, or write the device's IP address instead",
                    e.getCause());
        }
    }
}
