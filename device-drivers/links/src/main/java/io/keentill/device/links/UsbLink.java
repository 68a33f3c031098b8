package io.keentill.device.links;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An open raw USB link. One thread of its own always has a transfer from the device under way, so that unplugging is
 * noticed at once, and gives the device back at the end. After a loss the link stays closed; whoever wants the device
 * again opens a new one.
 */
final class UsbLink implements Link {

    /** A multiple of every packet size of bulk endpoints (USB 2.0 §5.8.3, USB 3.2 §8.12.1: 8 to 1024). */
    static final int TRANSFER_BYTES = 16 * 1024;

    /** How long the device may take for each {@link #TRANSFER_BYTES}. */
    static final int WRITE_MILLIS = 5_000;

    private static final int INBOX_BYTES = 64 * 1024;
    private static final int MAX_STALLS = 3;
    /** Printers exist that answer each question for data at once with nothing; asked on and on, they cost a core. */
    private static final long REST_AFTER_EMPTY_MILLIS = 50;

    private static final long RELEASE_MILLIS = 2_000;

    private final LinkAddress address;
    private final UsbBus bus;
    private final UsbChannel channel;
    private final Inbox inbox = new Inbox(INBOX_BYTES);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final Thread reader;
    /** How many refusals there have been in a row; the reader's alone, as the next. */
    private int stalls;
    /** Whether the transfer before was an empty one. */
    private boolean rests;

    private UsbLink(LinkAddress address, UsbBus bus, UsbChannel channel) {
        this.address = address;
        this.bus = bus;
        this.channel = channel;
        this.reader =
                Thread.ofPlatform().daemon().name("usb " + address.where()).unstarted(this::readUntilTheEnd);
    }

    /** Starts a link on {@code channel}, which it closes at its end, and {@code bus} after it. */
    static UsbLink start(LinkAddress address, UsbBus bus, UsbChannel channel) {
        UsbLink link = new UsbLink(address, bus, channel);
        link.reader.start();
        return link;
    }

    private void readUntilTheEnd() {
        try {
            byte[] buffer = new byte[TRANSFER_BYTES];
            while (inbox.end() == null) {
                readOnce(buffer);
            }
        } catch (UsbException e) {
            inbox.lose(UsbFailure.lost(address.where(), e.error()));
        } catch (InterruptedException e) {
            inbox.lose(Sentence.of(
                    "link.reading-from-the-usb-device-was",
                    "Reading from the USB device {0} was interrupted",
                    address.where()));
        } finally {
            // Without effect after one of the losses above: the first word stands.
            inbox.lose(UsbFailure.lost(address.where(), UsbError.OTHER));
            try {
                channel.close();
                bus.close();
            } finally {
                released.countDown();
            }
        }
    }

    private void readOnce(byte[] buffer) throws UsbException, InterruptedException {
        try {
            int count = channel.read(buffer);
            stalls = 0;
            if (count > 0) {
                inbox.put(buffer, count);
                rests = false;
            } else if (count == 0) {
                // The first empty one is the mark after a full packet (USB 2.0 §5.8.3); more data may follow at once.
                if (rests) {
                    boolean unusedEnded = ended.await(REST_AFTER_EMPTY_MILLIS, TimeUnit.MILLISECONDS);
                    assert !unusedEnded || inbox.end() != null : "the end has a reason";
                }
                rests = true;
            }
        } catch (UsbException e) {
            if (e.error() != UsbError.STALL || stalls == MAX_STALLS) {
                throw e;
            }
            stalls++;
            channel.clearStall();
        }
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        if (into.length == 0) {
            throw new IllegalArgumentException("No room to read into");
        }
        return inbox.take(into, atMost);
    }

    /**
     * {@inheritDoc} It waits at most {@link #WRITE_MILLIS} for each {@link #TRANSFER_BYTES}; a device that takes longer
     * costs the link, because nobody knows how much of it arrived.
     */
    @Override
    public void write(byte[] bytes) throws LinkException {
        for (int at = 0; at < bytes.length; at += TRANSFER_BYTES) {
            Sentence end = inbox.end();
            if (end != null) {
                throw new LinkException(end);
            }
            try {
                channel.write(bytes, at, Math.min(TRANSFER_BYTES, bytes.length - at), WRITE_MILLIS);
            } catch (UsbException e) {
                inbox.lose(UsbFailure.lost(address.where(), e.error()));
                end();
                throw new LinkException(UsbFailure.lost(address.where(), e.error()), e);
            }
        }
    }

    @Override
    public LinkAddress address() {
        return address;
    }

    /** {@inheritDoc} When it returns, the device is free again, unless it hangs in a write. */
    @Override
    public void close() {
        inbox.close(Sentence.of(
                "link.the-usb-device-was-closed-by-the-till",
                "The USB device {0} was closed by the till",
                address.where()));
        end();
        try {
            boolean unusedInTime = released.await(RELEASE_MILLIS, TimeUnit.MILLISECONDS);
            assert unusedInTime || reader.isAlive() : "the reader gives the device back before it ends";
        } catch (InterruptedException e) {
            // The reader gives the device back without us.
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        ended.countDown();
        channel.endReading();
    }
}
