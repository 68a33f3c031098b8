package io.keentill.device.poslink.emulator;

import io.keentill.device.emulation.ControlServer;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.Profile;
import io.keentill.device.link.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A PAX terminal without hardware that speaks POSLINK. Strict about the protocol: a frame with a wrong check byte is refused
 * with NAK, a malformed command with 100003, a reference that was used before with 100011. Thread-safe.
 */
public final class PoslinkEmulator implements AutoCloseable {

    private final EmulatedTerminal terminal;
    private final Desk desk;
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile boolean closed;

    private PoslinkEmulator(Profile profile, Traits traits, @Nullable ServerSocket server, Consumer<Session> serve) {
        this.terminal = new EmulatedTerminal(profile);
        this.desk = new Desk(terminal, traits);
        this.port = server == null ? 0 : server.getLocalPort();
        open.add(terminal);
        if (server != null) {
            Thread doorman = Thread.ofVirtual().name("poslink-emulator").start(() -> accept(server, serve));
            open.add(() -> shut(server, doorman));
        }
    }

    /**
     * One that takes frames over TCP on loopback.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static PoslinkEmulator tcp(int port, Profile profile, Traits traits) throws IOException {
        return new PoslinkEmulator(profile, traits, listen(port), Session::frames);
    }

    /**
     * One that takes HTTP on loopback.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static PoslinkEmulator http(int port, Profile profile, Traits traits) throws IOException {
        return new PoslinkEmulator(profile, traits, listen(port), Session::http);
    }

    /** One that takes frames at the other end of {@code link}. Closes the link when it is closed. */
    public static PoslinkEmulator on(Link link, Profile profile, Traits traits) {
        PoslinkEmulator emulator = new PoslinkEmulator(profile, traits, null, Session::frames);
        emulator.serve(link, Session::frames);
        return emulator;
    }

    /** The TCP port that it listens on; 0 if it has none. */
    public int port() {
        return port;
    }

    /** Customer, host, books and script. */
    public EmulatedTerminal terminal() {
        return terminal;
    }

    /** Lets the answer to the next payment suffer this, besides what the script says. */
    public void nextAnswer(Peculiarity peculiarity) {
        desk.nextAnswer(peculiarity);
    }

    /** Plugs it into another line after the first was pulled out; a line that is still there stays. */
    public void plugInto(Link link) {
        serve(link, Session::frames);
    }

    /**
     * Opens the control port on loopback.
     *
     * @param wanted 0 for any free one
     * @return the port
     * @throws IOException if it is taken
     */
    public int control(int wanted) throws IOException {
        ControlServer control = new ControlServer(terminal, wanted);
        open.add(control);
        return control.port();
    }

    /** Hangs up and gives its ports back. The books stay readable. */
    @Override
    public void close() {
        closed = true;
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (IOException e) {
                throw new UncheckedIOException("A port of the emulator could not be closed", e);
            } catch (Exception e) {
                throw new IllegalStateException("A part of the emulator could not be closed", e);
            }
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    /** The kernel takes calls until the last thread has left the port, so a port is shut when nobody waits at it. */
    private static void shut(ServerSocket server, Thread doorman) throws IOException, InterruptedException {
        server.close();
        doorman.join();
    }

    private void accept(ServerSocket server, Consumer<Session> serve) {
        try {
            while (true) {
                Socket socket = server.accept();
                if (closed || terminal.offline()) {
                    socket.close();
                } else {
                    serve(new SocketLink(socket), serve);
                }
            }
        } catch (SocketException closed) {
            // close() ends the waiting this way.
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator cannot accept connections", e);
        }
    }

    private void serve(Link link, Consumer<Session> serve) {
        Session session = new Session(desk, link);
        open.add(session);
        Thread.ofVirtual().name("poslink-session").start(() -> {
            serve.accept(session);
            open.remove(session);
        });
    }
}
