package io.keentill.device.zvt.emulator;

import io.keentill.device.link.Link;
import io.keentill.device.zvt.transport.SocketLink;
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
 * A ZVT terminal without hardware, with an acquirer's ledger of its own. Strict about the protocol: it must be registered,
 * wants its password (000000), and reverses what is not confirmed. Thread-safe.
 */
public final class ZvtEmulator implements AutoCloseable {

    private final Device device;
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile boolean closed;

    private ZvtEmulator(EmulatorSettings settings, @Nullable ServerSocket server) {
        this.device = new Device(settings);
        this.port = server == null ? 0 : server.getLocalPort();
        if (server != null) {
            Thread doorman = Thread.ofVirtual().name("zvt-emulator").start(() -> accept(server));
            open.add(() -> shut(server, doorman));
        }
    }

    /**
     * One that listens on loopback.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static ZvtEmulator tcp(int port, EmulatorSettings settings) throws IOException {
        return new ZvtEmulator(settings, new ServerSocket(port, 5, InetAddress.getLoopbackAddress()));
    }

    /** One at the other end of {@code link}, framed if its kind is {@code serial}. Closes the link when it is closed. */
    public static ZvtEmulator on(Link link, EmulatorSettings settings) {
        ZvtEmulator emulator = new ZvtEmulator(settings, null);
        emulator.serve(link);
        return emulator;
    }

    /** Connects it by another link, as when its cable was pulled and is plugged in again. What it knows stays. */
    public void reconnect(Link link) {
        serve(link);
    }

    /** The TCP port it listens on; 0 if it has none. */
    public int port() {
        return port;
    }

    /** Adds how a coming payment shall go; those not told of are approved. */
    public void next(NextOutcome outcome) {
        device.script(outcome);
    }

    /** Lets a held answer go. */
    public void release() {
        device.release();
    }

    /** What becomes of payments that nobody confirms; {@link CommitPolicy#STRICT} unless told otherwise. */
    public void policy(CommitPolicy policy) {
        device.policy(policy);
    }

    /** What 05 01 answers from now on: 00 ready, C2 diagnosis, CC printer… A diagnosis or initialisation sets it to 00. */
    public void condition(int code) {
        device.condition(code);
    }

    /** The lines that 06 E0 last put on its display; empty before the first. */
    public List<String> shown() {
        return device.shown();
    }

    /** What the acquirer has booked. */
    public Ledger ledger() {
        return device.ledger();
    }

    /** Somebody closes the day at the terminal itself. */
    public void closeDay() {
        device.ledger().settle();
    }

    /** Whether a payment is running now. */
    public boolean busy() {
        return device.busy();
    }

    /** Calls {@code listener} on the terminal's thread right after the host approved and before the till hears of it. */
    public void onHostApproved(Consumer<LedgerEntry> listener) {
        device.listener(listener);
    }

    /**
     * Opens the control port on loopback: {@code GET /ledger}, {@code POST /next}, {@code /release}, {@code /policy},
     * {@code /condition}.
     *
     * @param wanted 0 for any free one
     * @return the port
     * @throws IOException if it is taken
     */
    public int control(int wanted) throws IOException {
        ControlServer control = new ControlServer(this, wanted);
        open.add(control);
        return control.port();
    }

    /** Hangs up and gives its ports back. The ledger stays readable. */
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

    /** The kernel takes calls until the last thread has left the port, so a port is shut when nobody waits at it. */
    private static void shut(ServerSocket server, Thread doorman) throws IOException, InterruptedException {
        server.close();
        doorman.join();
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                if (closed || device.offline()) {
                    // A call that came in while the listening socket was being closed may still be taken.
                    socket.close();
                } else {
                    serve(new SocketLink(socket));
                }
            }
        } catch (SocketException closed) {
            // close() ends the waiting this way.
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator cannot accept connections", e);
        }
    }

    private void serve(Link link) {
        Session session = new Session(device, link);
        device.connected(session);
        open.add(session);
        Thread.ofVirtual().name("zvt-session").start(() -> {
            session.run();
            open.remove(session);
        });
    }
}
