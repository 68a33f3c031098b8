package io.keentill.device.links;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkListener;
import io.keentill.device.link.LinkProvider;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;

/**
 * Opens {@code tcp:host:port} links; an IPv6 address stands in brackets. Small frames leave at once (TCP_NODELAY), and
 * a peer that vanished without a word is found by the system's keep-alive. There are no options.
 */
public final class TcpLinkProvider implements LinkProvider {

    /** For {@link java.util.ServiceLoader}. */
    public TcpLinkProvider() {}

    @Override
    public String kind() {
        return "tcp";
    }

    /**
     * {@inheritDoc} Every address of the host is tried in turn, each with its share of the time left.
     *
     * @throws LinkException if the address is wrong, the host unknown, refuses or does not answer within {@code within}
     */
    @Override
    public Link open(LinkAddress address, Duration within) throws LinkException {
        Options.allowOnly(address, Set.of());
        HostPort peer = HostPort.parse(address.where());
        Deadline deadline = Deadline.in(within);
        InetAddress[] hosts = HostLookup.of(peer, deadline);
        LinkException last = noAnswer(peer);
        for (int i = 0; i < hosts.length && !deadline.passed(); i++) {
            Deadline share = Deadline.in(Duration.ofNanos(deadline.nanosLeft() / (hosts.length - i)));
            try {
                return connect(address, peer, new InetSocketAddress(hosts[i], peer.port()), share);
            } catch (LinkException e) {
                last = e;
            }
        }
        throw last;
    }

    /** {@inheritDoc} Port 0 takes any free one. */
    @Override
    public LinkListener listen(LinkAddress address) throws LinkException {
        Options.allowOnly(address, Set.of());
        return TcpListener.at(address);
    }

    private static Link connect(LinkAddress address, HostPort peer, InetSocketAddress target, Deadline deadline)
            throws LinkException {
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            if (!channel.connect(target)) {
                awaitConnected(channel, peer, deadline);
            }
            Link link = new TcpLink(address, peer, channel, TcpLink.WRITE_STALL);
            channel = null;
            return link;
        } catch (LinkException e) {
            throw e;
        } catch (ConnectException e) {
            throw new LinkException(
                    Sentence.of(
                            "link.nothing-answers-at",
                            "Nothing answers at {0} ({1}). Check that the device is on, that its app or service runs,"
                                    + " and that the port is right",
                            peer,
                            e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new LinkException(
                    Sentence.of(
                            "link.the-way-to-is-barred",
                            "The way to {0} is barred ({1}). Check that the till and the device are in the same network,"
                                    + " and the address",
                            peer,
                            e.getMessage()),
                    e);
        } finally {
            if (channel != null) {
                Quietly.close(channel);
            }
        }
    }

    private static void awaitConnected(SocketChannel channel, HostPort peer, Deadline deadline) throws IOException {
        try (Selector selector = channel.provider().openSelector()) {
            channel.register(selector, SelectionKey.OP_CONNECT);
            while (!channel.finishConnect()) {
                if (deadline.passed()) {
                    throw noAnswer(peer);
                }
                selector.select(Math.max(1, deadline.millisLeft()));
                selector.selectedKeys().clear();
                if (Thread.currentThread().isInterrupted()) {
                    throw new LinkException(Sentence.of(
                            "link.connecting-to-was-interrupted", "Connecting to {0} was interrupted", peer));
                }
            }
        }
    }

    private static LinkException noAnswer(HostPort peer) {
        return new LinkException(Sentence.of(
                "link.the-device-at-did-not-answer",
                "The device at {0} did not answer in time. Check that it is on and in the same network, and that its"
                        + " address has not changed",
                peer));
    }
}
