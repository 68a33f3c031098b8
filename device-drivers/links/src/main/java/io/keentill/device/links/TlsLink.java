package io.keentill.device.links;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/**
 * TLS over another link. The engine does no I/O of its own, so every wait has the bound of the link below. Reader and
 * writer have a lock each and never wait for one another.
 */
final class TlsLink implements Link {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final LinkAddress address;
    private final Link raw;
    private final SSLEngine engine;
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final byte[] piece = new byte[8192];
    private ByteBuffer sealed;
    private ByteBuffer plain;

    /** Over {@code raw}, which it closes with itself; {@link #handshake} comes first. */
    TlsLink(LinkAddress address, Link raw, SSLEngine engine) {
        this.address = address;
        this.raw = raw;
        this.engine = engine;
        this.sealed =
                ByteBuffer.allocate(engine.getSession().getPacketBufferSize()).flip();
        this.plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize())
                .flip();
    }

    /** Agrees on keys; the engine's trust manager decides on the device's certificate. */
    void handshake(Deadline deadline) throws LinkException, SSLException {
        engine.beginHandshake();
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> {
                    boolean unusedMore = flush(NOTHING);
                    assert !unusedMore : "nothing was to be sent";
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (!unwrap(deadline)) {
                        throw new LinkException(Sentence.of(
                                "link.answers-but-does-not-agree-in-time",
                                "The device at {0} answers, but does not agree on encryption in time. Check that the port"
                                        + " is its TLS port",
                                address.where()));
                    }
                }
                case FINISHED, NOT_HANDSHAKING -> {
                    return;
                }
            }
        }
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        if (into.length == 0) {
            throw new IllegalArgumentException("No room to read into");
        }
        Deadline deadline = Deadline.in(atMost);
        reading.lock();
        try {
            while (!plain.hasRemaining()) {
                if (!unwrap(deadline)) {
                    return 0;
                }
                afterUnwrap();
            }
            int count = Math.min(into.length, plain.remaining());
            plain.get(into, 0, count);
            return count;
        } catch (SSLException e) {
            throw broken(e);
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                if (!flush(rest) && rest.hasRemaining()) {
                    throw new LinkException(Sentence.of(
                            "link.the-connection-is-closed", "The connection to {0} is closed", address.where()));
                }
            }
        } catch (SSLException e) {
            throw broken(e);
        }
    }

    /** A device may ask for new keys at any time (TLS 1.3 KeyUpdate), which may call for an answer. */
    private void afterUnwrap() throws LinkException, SSLException {
        switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> runTasks();
            case NEED_WRAP -> {
                boolean unusedMore = flush(NOTHING);
                assert !unusedMore : "nothing was to be sent";
            }
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN, FINISHED, NOT_HANDSHAKING -> {
                // The next read does it.
            }
        }
    }

    /** Opens one record into {@code plain}, which is empty; false if none came in time. */
    private boolean unwrap(Deadline deadline) throws LinkException, SSLException {
        while (true) {
            plain.clear();
            SSLEngineResult result = engine.unwrap(sealed, plain);
            plain.flip();
            switch (result.getStatus()) {
                case OK -> {
                    return true;
                }
                case CLOSED ->
                    throw new LinkException(Sentence.of(
                            "link.the-device-at-closed-the-connection",
                            "The device at {0} closed the connection. Look at its screen, and check that nothing else is"
                                    + " connected to it",
                            address.where()));
                case BUFFER_OVERFLOW ->
                    plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize())
                            .flip();
                case BUFFER_UNDERFLOW -> {
                    if (!receive(deadline)) {
                        return false;
                    }
                }
            }
        }
    }

    private boolean receive(Deadline deadline) throws LinkException {
        int count = raw.read(piece, deadline.left());
        if (count == 0) {
            return false;
        }
        if (sealed.capacity() - sealed.remaining() < count) {
            sealed = ByteBuffer.allocate(
                            sealed.remaining() + count + engine.getSession().getPacketBufferSize())
                    .put(sealed)
                    .flip();
        }
        sealed.compact().put(piece, 0, count).flip();
        return true;
    }

    /** Seals and sends a record with the start of {@code from}; whether some of it is left. */
    private boolean flush(ByteBuffer from) throws LinkException, SSLException {
        writing.lock();
        try {
            ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            int before = from.remaining();
            SSLEngineResult result = engine.wrap(from, record);
            record.flip();
            byte[] bytes = new byte[record.remaining()];
            record.get(bytes);
            if (bytes.length > 0) {
                raw.write(bytes);
            }
            boolean stuck = result.getStatus() == SSLEngineResult.Status.CLOSED || from.remaining() == before;
            return !stuck && from.hasRemaining();
        } finally {
            writing.unlock();
        }
    }

    private void runTasks() {
        Runnable task = engine.getDelegatedTask();
        while (task != null) {
            task.run();
            task = engine.getDelegatedTask();
        }
    }

    private LinkException broken(SSLException cause) {
        return new LinkException(
                Sentence.of(
                        "link.the-encrypted-connection-broke",
                        "The encrypted connection to {0} broke ({1}). Try again; if it stays, restart the device",
                        address.where(),
                        cause.getMessage()),
                cause);
    }

    @Override
    public LinkAddress address() {
        return address;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        // Saying goodbye is a courtesy; a writer that is stuck is not waited for.
        if (writing.tryLock()) {
            try {
                engine.closeOutbound();
                boolean unusedMore = flush(NOTHING);
                assert !unusedMore : "nothing was to be sent";
            } catch (LinkException | SSLException e) {
                System.getLogger(TlsLink.class.getName()).log(System.Logger.Level.DEBUG, "No goodbye", e);
            } finally {
                writing.unlock();
            }
        }
        raw.close();
    }
}
