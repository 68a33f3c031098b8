package io.keentill.device.links;

import io.keentill.domain.text.Sentence;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A computer's USB with devices in memory, behind the same interface as the system's. */
final class FakeUsb implements UsbBus.Source {

    static final UsbPipes PIPES = new UsbPipes(0, 0, 0x01, 0x82);

    final List<UsbDevice> plugged = new ArrayList<>();
    final AtomicInteger busesOpen = new AtomicInteger();
    final AtomicInteger channelsOpen = new AtomicInteger();
    volatile UsbError openingFails;
    volatile CountDownLatch openingWaits = new CountDownLatch(0);
    volatile Channel channel;

    static UsbDevice device(String place, String serial) {
        return device(place, Optional.ofNullable(serial), Optional.empty(), List.of(PIPES));
    }

    static UsbDevice device(String place, Optional<String> serial, Optional<UsbError> barred, List<UsbPipes> pipes) {
        return new UsbDevice(
                0x04b8, 0x0202, Optional.of("EPSON TM-T20"), Sentence.quoted(place), serial, barred, pipes);
    }

    @Override
    public UsbBus open() {
        busesOpen.incrementAndGet();
        return new Bus();
    }

    private final class Bus implements UsbBus {

        @Override
        public List<UsbDevice> devices(int vendor, int product) {
            return plugged.stream()
                    .filter(one -> one.vendor() == vendor && one.product() == product)
                    .toList();
        }

        @Override
        public List<UsbDevice> devices() {
            return List.copyOf(plugged);
        }

        @Override
        public UsbChannel open(UsbDevice device, UsbPipes pipes) throws UsbException {
            try {
                openingWaits.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (openingFails != null) {
                throw new UsbException(openingFails, "open", -1);
            }
            channelsOpen.incrementAndGet();
            channel = new Channel(pipes);
            return channel;
        }

        @Override
        public void close() {
            assertOrder(channelsOpen.get() == 0, "a bus is closed after its channel");
            busesOpen.decrementAndGet();
        }
    }

    /** The device's side of an open channel. */
    final class Channel implements UsbChannel {

        /** A transfer, or an error; null bytes end the reading. */
        private record Event(byte[] bytes, UsbError error) {}

        final UsbPipes pipes;
        final AtomicInteger reads = new AtomicInteger();
        final AtomicInteger stallsCleared = new AtomicInteger();
        final CountDownLatch closed = new CountDownLatch(1);
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        volatile UsbError writingFails;
        volatile boolean alwaysEmpty;

        Channel(UsbPipes pipes) {
            this.pipes = pipes;
        }

        void send(byte... bytes) {
            events.add(new Event(bytes, null));
        }

        void fail(UsbError error) {
            events.add(new Event(null, error));
        }

        synchronized byte[] received() {
            return received.toByteArray();
        }

        @Override
        public int read(byte[] into) throws UsbException {
            reads.incrementAndGet();
            try {
                Event event = alwaysEmpty && events.isEmpty() ? new Event(new byte[0], null) : events.take();
                if (event.error() != null) {
                    throw new UsbException(event.error(), "read", -1);
                }
                if (event.bytes() == null) {
                    return ENDED;
                }
                System.arraycopy(event.bytes(), 0, into, 0, event.bytes().length);
                return event.bytes().length;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void endReading() {
            events.add(new Event(null, null));
        }

        @Override
        public void clearStall() {
            stallsCleared.incrementAndGet();
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count, int millis) throws UsbException {
            if (writingFails != null) {
                throw new UsbException(writingFails, "write", -1);
            }
            assertOrder(count <= UsbLink.TRANSFER_BYTES && millis > 0, "a transfer is bounded in size and time");
            received.write(bytes, from, count);
        }

        @Override
        public void close() {
            channelsOpen.decrementAndGet();
            closed.countDown();
        }

        boolean closedSoon() throws InterruptedException {
            return closed.await(10, TimeUnit.SECONDS);
        }
    }

    private static void assertOrder(boolean right, String rule) {
        if (!right) {
            throw new AssertionError(rule);
        }
    }
}
