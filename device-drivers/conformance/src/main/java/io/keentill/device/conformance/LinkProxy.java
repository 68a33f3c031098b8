package io.keentill.device.conformance;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkOpener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP port on this machine's loopback whose every connection is carried on over a {@link Link}: how the kit's faults reach
 * a driver that brings a connection of its own, such as the client of an API. A link that is lost hangs the connection up;
 * a link that falls silent leaves it open. What came before the loss is delivered before the end of the stream is.
 */
public final class LinkProxy implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LinkProxy.class.getName());
    private static final Duration OPENING = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int PIECE_BYTES = 8192;

    private final LinkOpener links;
    private final LinkAddress to;
    private final ServerSocket server;
    private final Set<Socket> callers = ConcurrentHashMap.newKeySet();

    private LinkProxy(LinkOpener links, LinkAddress to) throws IOException {
        this.links = links;
        this.to = to;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /**
     * Listens on a free port until closed.
     *
     * @param links carries what is connected here, one link for each connection
     * @param to where those links lead
     */
    public static LinkProxy start(LinkOpener links, LinkAddress to) throws IOException {
        LinkProxy proxy = new LinkProxy(links, to);
        Thread.ofVirtual().name("link-proxy").start(proxy::accept);
        return proxy;
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = server.accept();
                callers.add(caller);
                if (server.isClosed()) {
                    // A call that came in while the port was being shut, and that close() may have missed.
                    hangUp(caller);
                    return;
                }
                Thread.ofVirtual().name("link-proxy-call").start(() -> serve(caller));
            }
        } catch (IOException closed) {
            // That is how a port tells that it was closed; callers who are connected are hung up on by close().
            callers.removeIf(Socket::isClosed);
        }
    }

    private void serve(Socket caller) {
        try (caller;
                Link link = links.open(to, OPENING)) {
            caller.setTcpNoDelay(true);
            Thread.ofVirtual().name("link-proxy-answers").start(() -> bring(link, caller));
            send(caller, link);
        } catch (IOException hungUp) {
            // One side is gone: leaving this block hangs up on the other, which is all that a line can say.
            callers.remove(caller);
        } finally {
            callers.remove(caller);
        }
    }

    private static void send(Socket caller, Link link) throws IOException {
        InputStream from = caller.getInputStream();
        byte[] piece = new byte[PIECE_BYTES];
        for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
            link.write(Arrays.copyOf(piece, count));
        }
    }

    private static void bring(Link link, Socket caller) {
        byte[] piece = new byte[PIECE_BYTES];
        try {
            OutputStream to = caller.getOutputStream();
            while (true) {
                int count = link.read(piece, LOOK);
                to.write(piece, 0, count);
            }
        } catch (IOException lost) {
            hangUp(caller);
        }
    }

    /** Ends the stream after what was delivered: an abrupt end could take back bytes that had already come through. */
    private static void hangUp(Socket caller) {
        try (caller) {
            if (!caller.isClosed()) {
                caller.shutdownOutput();
            }
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "The caller was faster", gone);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        callers.forEach(LinkProxy::hangUp);
    }
}
