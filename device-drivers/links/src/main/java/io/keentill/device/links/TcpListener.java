package io.keentill.device.links;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkListener;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;

/** Takes TCP connections that devices open to the till. */
final class TcpListener implements LinkListener {

    private static final int BACKLOG = 8;

    private final LinkAddress address;
    private final ServerSocketChannel channel;
    private final Selector selector;

    private TcpListener(LinkAddress address, ServerSocketChannel channel, Selector selector) {
        this.address = address;
        this.channel = channel;
        this.selector = selector;
    }

    /** Listens at {@code where}: one of this machine's addresses and a port, 0 for any free one. */
    static TcpListener at(LinkAddress asked) throws LinkException {
        int colon = asked.where().lastIndexOf(':');
        String host = colon < 0 ? "" : asked.where().substring(0, colon).replaceAll("[\\[\\]]", "");
        String port = asked.where().substring(colon + 1);
        if (host.isBlank() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new LinkException(Sentence.of(
                    "link.is-no-place-to-listen-at",
                    "\"{0}\" is no place to listen at: write an address of this machine and a port, for example"
                            + " 0.0.0.0:8444",
                    asked.where()));
        }
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(host, Integer.parseInt(port)), BACKLOG);
                channel.configureBlocking(false);
                Selector selector = channel.provider().openSelector();
                channel.register(selector, SelectionKey.OP_ACCEPT);
                int taken = channel.socket().getLocalPort();
                String where = asked.where().substring(0, colon + 1) + taken;
                return new TcpListener(new LinkAddress("tcp", where, java.util.Map.of()), channel, selector);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | java.nio.channels.UnresolvedAddressException e) {
            throw new LinkException(
                    Sentence.of(
                            "link.the-till-cannot-listen-at",
                            "The till cannot listen at {0} ({1}): check that the address is this machine's and that no"
                                    + " other program has the port",
                            asked.where(),
                            e.getMessage()),
                    e);
        }
    }

    @Override
    public Optional<Link> accept(Duration atMost) throws LinkException {
        SocketChannel accepted = null;
        try {
            selector.select(Math.max(1, atMost.toMillis()));
            selector.selectedKeys().clear();
            if (Thread.currentThread().isInterrupted()) {
                throw new LinkException(Sentence.of(
                        "link.listening-at-was-interrupted", "Listening at {0} was interrupted", address.where()));
            }
            accepted = channel.accept();
            if (accepted == null) {
                return Optional.empty();
            }
            InetSocketAddress peer = (InetSocketAddress) accepted.getRemoteAddress();
            accepted.configureBlocking(false);
            accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
            HostPort from = new HostPort(peer.getAddress().getHostAddress(), peer.getPort());
            Link link = new TcpLink(
                    new LinkAddress("tcp", from.toString(), java.util.Map.of()), from, accepted, TcpLink.WRITE_STALL);
            accepted = null;
            return Optional.of(link);
        } catch (ClosedChannelException | ClosedSelectorException e) {
            throw new LinkException(
                    Sentence.of(
                            "link.the-till-stopped-listening-at", "The till stopped listening at {0}", address.where()),
                    e);
        } catch (LinkException e) {
            throw e;
        } catch (IOException e) {
            throw new LinkException(
                    Sentence.of(
                            "link.the-till-cannot-take-calls-at",
                            "The till cannot take calls at {0}: {1}",
                            address.where(),
                            e.getMessage()),
                    e);
        } finally {
            if (accepted != null) {
                Quietly.close(accepted);
            }
        }
    }

    @Override
    public LinkAddress address() {
        return address;
    }

    /** {@inheritDoc} Closing the selector wakes whoever waits on it. */
    @Override
    public void close() {
        Quietly.close(channel);
        Quietly.close(selector);
    }
}
