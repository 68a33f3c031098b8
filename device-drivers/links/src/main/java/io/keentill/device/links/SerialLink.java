package io.keentill.device.links;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An open serial port. The library's event thread alone reads it, into an {@link Inbox}, and notices at once when the
 * device is unplugged. Native calls that may hang (opening, writing) run on a thread of their own, so that callers wait
 * with a bound. After a loss the link stays closed; whoever wants the device again opens a new one.
 */
final class SerialLink implements Link {

    /** Paths this program holds open; the system tells a second opening here from one elsewhere poorly. */
    private static final Set<String> OPEN = ConcurrentHashMap.newKeySet();

    private static final int INBOX_BYTES = 64 * 1024;
    private static final int READ_BYTES = 4096;
    private static final int READ_TIMEOUT_MILLIS = 100;
    private static final long WRITE_GRACE_MILLIS = 5_000;

    private final LinkAddress address;
    private final SerialSettings settings;
    private final SerialPort port;
    private final Inbox inbox = new Inbox(INBOX_BYTES);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ExecutorService caller;
    private volatile boolean mine;

    SerialLink(LinkAddress address, SerialSettings settings, SerialPort port) {
        this.address = address;
        this.settings = settings;
        this.port = port;
        this.caller = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("serial " + address.where()).factory());
    }

    /** Opens the port; after a failure everything is released. */
    void open(Duration within) throws LinkException {
        try {
            run(
                    this::openPort,
                    Math.max(1, Deadline.in(within).millisLeft()),
                    millis -> Sentence.of(
                            "link.the-serial-port-does-not-open",
                            "The serial port {0} does not open since {1} ms. Check that the device is on and has not"
                                    + " frozen",
                            address.where(),
                            millis));
        } catch (LinkException e) {
            shut(Sentence.of(
                    "link.the-serial-port-was-not-opened", "The serial port {0} was not opened", address.where()));
            throw e;
        }
    }

    private void openPort() throws LinkException {
        if (!OPEN.add(port.getSystemPortPath())) {
            throw SerialFailure.openHere(address.where());
        }
        mine = true;
        settings.applyTo(port);
        // Semi-blocking, because in the library's non-blocking mode a write to a full line spins.
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MILLIS, 0);
        if (!port.openPort(0)) {
            throw SerialFailure.opening(address.where(), port.getLastErrorCode(), System.getProperty("os.name", ""));
        }
        if (closing.get()) {
            port.closePort();
        } else if (!port.addDataListener(new Listener())) {
            throw new LinkException(Sentence.of(
                    "link.the-serial-port-cannot-be-watched",
                    "The serial port {0} cannot be watched; unplug it and try again",
                    address.where()));
        }
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        if (into.length == 0) {
            throw new IllegalArgumentException("No room to read into");
        }
        return inbox.take(into, atMost);
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        Sentence end = inbox.end();
        if (end != null) {
            throw new LinkException(end);
        }
        run(
                () -> writeAll(bytes.clone()),
                WRITE_GRACE_MILLIS + 2 * settings.millisFor(bytes.length),
                millis -> Sentence.of(
                        "link.the-serial-port-takes-no-data",
                        "The serial port {0} takes no data since {1} ms. Check that the device is on and has not frozen",
                        address.where(),
                        millis));
    }

    private void writeAll(byte[] bytes) throws LinkException {
        int done = 0;
        while (done < bytes.length) {
            int count = port.writeBytes(bytes, bytes.length - done, done);
            if (count <= 0) {
                throw new LinkException(unplugged());
            }
            done += count;
        }
    }

    @Override
    public LinkAddress address() {
        return address;
    }

    @Override
    public void close() {
        shut(Sentence.of(
                "link.the-serial-port-was-closed-by-the-till",
                "The serial port {0} was closed by the till",
                address.where()));
    }

    private void shut(Sentence why) {
        inbox.close(why);
        closePort();
    }

    /** Exactly one thread closes: two of them, one being the library's own, would wait for each other. */
    private void closePort() {
        if (closing.compareAndSet(false, true)) {
            caller.shutdown();
            port.closePort();
            if (mine) {
                OPEN.remove(port.getSystemPortPath());
            }
        }
    }

    private void lost() {
        inbox.lose(unplugged());
        closePort();
    }

    private Sentence unplugged() {
        return Sentence.of(
                "link.the-device-on-the-serial-port-is-gone",
                "The device on the serial port {0} is gone. Check its cable and its power, then connect again",
                address.where());
    }

    /** Runs a native call elsewhere and waits for it. A call that takes too long costs the link. */
    private void run(NativeCall call, long millis, LongFunction<Sentence> complaint) throws LinkException {
        try {
            Future<?> done = caller.submit(() -> {
                call.run();
                return Boolean.TRUE;
            });
            done.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            Sentence why = complaint.apply(millis);
            inbox.lose(why);
            // Not on this thread: closing may hang on the very call that does.
            Thread.ofPlatform().daemon().name("serial close").start(this::closePort);
            throw new LinkException(why, e);
        } catch (RejectedExecutionException e) {
            Sentence end = inbox.end();
            throw new LinkException(end == null ? unplugged() : end, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException(
                    Sentence.of(
                            "link.waiting-for-the-serial-port-was",
                            "Waiting for the serial port {0} was interrupted",
                            address.where()),
                    e);
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        }
    }

    private LinkException failed(@Nullable Throwable cause) {
        if (cause instanceof LinkException link) {
            return link;
        }
        if (cause instanceof LinkageError linkage) {
            return SerialPorts.unsupported(linkage);
        }
        throw new IllegalStateException("The serial library failed on " + address.where(), cause);
    }

    @FunctionalInterface
    private interface NativeCall {
        void run() throws LinkException;
    }

    private final class Listener implements SerialPortDataListener {

        private final byte[] buffer = new byte[READ_BYTES];

        @Override
        public int getListeningEvents() {
            return SerialPort.LISTENING_EVENT_DATA_AVAILABLE | SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
        }

        @Override
        public void serialEvent(SerialPortEvent event) {
            int waiting = port.bytesAvailable();
            while (waiting > 0 && !closing.get()) {
                int count = port.readBytes(buffer, Math.min(waiting, buffer.length));
                if (count < 0) {
                    waiting = -1;
                } else {
                    inbox.put(buffer, count);
                    waiting = count == 0 ? 0 : port.bytesAvailable();
                }
            }
            boolean disconnected = (event.getEventType() & SerialPort.LISTENING_EVENT_PORT_DISCONNECTED) != 0;
            if (waiting < 0 || disconnected) {
                lost();
            }
        }
    }
}
