package io.keentill.device.links;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
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
        try {
            // An address says itself where it is: nobody is asked, and nothing is waited for.
            return new InetAddress[] {InetAddress.ofLiteral(peer.host())};
        } catch (IllegalArgumentException name) {
            return lookUp(peer, deadline);
        }
    }

    private static InetAddress[] lookUp(HostPort peer, Deadline deadline) throws LinkException {
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
                    Sentence.of(
                            "link.the-name-could-not-be-looked",
                            "The name \"{0}\" could not be looked up in time. Check the network, or write the device's IP"
                                    + " address instead",
                            peer.host()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException(
                    Sentence.of("link.looking-up-was-interrupted", "Looking up \"{0}\" was interrupted", peer.host()),
                    e);
        } catch (ExecutionException e) {
            throw new LinkException(
                    Sentence.of(
                            "link.no-host-is-known-by-the-name",
                            "No host is known by the name \"{0}\". Check its spelling, or write the device's IP address"
                                    + " instead",
                            peer.host()),
                    e.getCause());
        }
    }
}
