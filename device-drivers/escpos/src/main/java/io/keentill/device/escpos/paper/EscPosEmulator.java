package io.keentill.device.escpos.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A network printer for tests, training and demonstrations: takes jobs on a port of the loopback interface. Like a real
 * one it answers {@code DLE EOT} at once wherever it stands in the data, and loses a job whose connection is reset.
 */
public final class EscPosEmulator implements AutoCloseable {

    /** How the printer is. */
    public enum Mood {
        /** Ready, and answers. */
        READY,
        /** Ready, but answers nothing. */
        SILENT,
        /** Ready, and sends status bytes that nobody asked for. */
        CHATTY,
        /** Its cover is open. */
        COVER_OPEN,
        /** It has no paper. */
        NO_PAPER
    }

    private final ServerSocket server;
    private final LinkedBlockingQueue<byte[]> jobs = new LinkedBlockingQueue<>();
    private volatile Mood mood;

    private EscPosEmulator(ServerSocket server, Mood mood) {
        this.server = server;
        this.mood = mood;
    }

    /** Starts one on a free port. */
    public static EscPosEmulator start(Mood mood) {
        return start(mood, 0);
    }

    /** Starts one on {@code port} of the loopback interface; 0 takes a free one. */
    public static EscPosEmulator start(Mood mood, int port) {
        try {
            EscPosEmulator emulator =
                    new EscPosEmulator(new ServerSocket(port, 8, InetAddress.getLoopbackAddress()), mood);
            Thread.ofVirtual().name("printer emulator").start(emulator::accept);
            return emulator;
        } catch (IOException e) {
            throw new UncheckedIOException("The printer emulator cannot listen on port " + port, e);
        }
    }

    /** Where to print: {@code tcp:127.0.0.1:PORT}. */
    public String address() {
        return "tcp:" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    /** Changes how it is, from now on. */
    public void become(Mood changed) {
        mood = changed;
    }

    /** The oldest job that was not taken yet, or null if none comes within {@code limit}. */
    public byte @Nullable [] takeJob(Duration limit) throws InterruptedException {
        return jobs.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** All jobs that were not taken yet. */
    public List<byte[]> jobs() {
        return new ArrayList<>(jobs);
    }

    /** Stops listening. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                if (server.isClosed()) {
                    // A call that came in while the port was being shut is not taken.
                    connection.close();
                    return;
                }
                Thread.ofVirtual().name("print job").start(() -> serve(connection));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            byte[] job = new EmulatedJob(connection.getInputStream(), connection.getOutputStream()).receive();
            if (job.length > 0) {
                jobs.add(job);
            }
        } catch (IOException reset) {
            // The job is lost here, as it is in a real printer; its sender learns it from the missing paper.
            return;
        }
    }

    /** One connection: data is kept, questions are answered and left out. */
    private final class EmulatedJob {

        private static final int FAREWELLS = 4;
        private static final long PRINTING_NANOS = 20_000_000;
        private static final byte[] CHATTER = {0x14, 0x00, 0x00, 0x0F};

        private final InputStream in;
        private final OutputStream out;
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();

        EmulatedJob(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        byte[] receive() throws IOException {
            byte[] buffer = new byte[512];
            List<Integer> pending = new ArrayList<>();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    pending.add(buffer[i] & 0xFF);
                    digest(pending);
                }
                if (mood == Mood.CHATTY) {
                    out.write(CHATTER);
                }
            }
            pending.forEach(data::write);
            if (mood == Mood.CHATTY) {
                requireSenderStillListens();
            }
            return data.toByteArray();
        }

        /**
         * Goes on talking while it prints: a sender that is gone answers with a reset, which fails the next words.
         */
        private void requireSenderStillListens() throws IOException {
            for (int i = 0; i < FAREWELLS; i++) {
                LockSupport.parkNanos(PRINTING_NANOS);
                out.write(CHATTER);
            }
        }

        private void digest(List<Integer> pending) throws IOException {
            boolean maybe = pending.getFirst() == 0x10 && (pending.size() < 2 || pending.get(1) == 0x04);
            if (!maybe) {
                pending.forEach(data::write);
                pending.clear();
            } else if (pending.size() == 3) {
                int answer = answer(pending.get(2));
                pending.clear();
                if (mood != Mood.SILENT) {
                    out.write(answer);
                }
            }
        }

        private int answer(int question) {
            boolean open = mood == Mood.COVER_OPEN;
            boolean empty = mood == Mood.NO_PAPER;
            return 0x12
                    | switch (question) {
                        case 1 -> open || empty ? 0x08 : 0;
                        case 2 -> open ? 0x04 : empty ? 0x20 : 0;
                        case 4 -> empty ? 0x60 : 0;
                        default -> 0;
                    };
        }
    }
}
