package io.keentill.device.links;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An interface claimed through libusb. What comes from the device is fetched with an asynchronous transfer without a time
 * limit: nothing is ever cancelled while the link lives, so no byte can be lost between two limits, and an idle line
 * costs nothing. What goes to the device is sent with the library's synchronous call, whose limit is its own.
 */
@SuppressWarnings("restricted")
final class LibUsbChannel implements UsbChannel {

    /** struct libusb_transfer up to its array of isochronous packets, which a bulk transfer has not. */
    private static final StructLayout TRANSFER = MemoryLayout.structLayout(
            ADDRESS.withName("dev_handle"),
            JAVA_BYTE.withName("flags"),
            JAVA_BYTE.withName("endpoint"),
            JAVA_BYTE.withName("type"),
            MemoryLayout.paddingLayout(1),
            JAVA_INT.withName("timeout"),
            JAVA_INT.withName("status"),
            JAVA_INT.withName("length"),
            JAVA_INT.withName("actual_length"),
            MemoryLayout.paddingLayout(4),
            ADDRESS.withName("callback"),
            ADDRESS.withName("user_data"),
            ADDRESS.withName("buffer"));

    private static final long STATUS = offset("status");
    private static final long ACTUAL_LENGTH = offset("actual_length");
    private static final byte BULK = 2;
    private static final int BUFFER_BYTES = UsbLink.TRANSFER_BYTES;
    /** struct timeval: how long the library may wait for events in one call; longer waits only save more. */
    private static final long EVENT_SECONDS = 60;

    /** One that has ended as wanted, been cancelled, been refused, or lost its device (enum libusb_transfer_status). */
    private static final int COMPLETED = 0;

    private static final int CANCELLED = 3;
    private static final int STALLED = 4;
    private static final int NO_DEVICE = 5;

    private final LibUsb usb;
    private final MemorySegment context;
    private final MemorySegment handle;
    private final UsbPipes pipes;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment completed = arena.allocate(JAVA_INT);
    private final MemorySegment inBuffer = arena.allocate(BUFFER_BYTES);
    private final MemorySegment outBuffer = arena.allocate(BUFFER_BYTES);
    private final MemorySegment sent = arena.allocate(JAVA_INT);
    private final MemorySegment wait = arena.allocate(JAVA_LONG, 2);
    private final MemorySegment transfer;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock ending = new ReentrantLock();
    private volatile boolean ended;
    private boolean closed;
    private boolean inFlight;

    private LibUsbChannel(LibUsb usb, MemorySegment context, MemorySegment handle, UsbPipes pipes, int inPacketBytes) {
        this.usb = usb;
        this.context = context;
        this.handle = handle;
        this.pipes = pipes;
        wait.set(JAVA_LONG, 0, EVENT_SECONDS);
        this.transfer = usb.callPointer("alloc_transfer", 0).reinterpret(TRANSFER.byteSize());
        transfer.set(ADDRESS, offset("dev_handle"), handle);
        transfer.set(JAVA_BYTE, offset("endpoint"), (byte) pipes.in());
        transfer.set(JAVA_BYTE, offset("type"), BULK);
        // One packet: a longer transfer would hold back full packets of a device that does not send a short one at its
        // end.
        transfer.set(JAVA_INT, offset("length"), inPacketBytes);
        transfer.set(ADDRESS, offset("callback"), callback());
        transfer.set(ADDRESS, offset("buffer"), inBuffer);
    }

    /** Opens {@code device} and claims the interface; after a failure everything is given back. */
    static UsbChannel open(LibUsb usb, MemorySegment context, MemorySegment device, UsbPipes pipes)
            throws UsbException {
        MemorySegment handle;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pointer = arena.allocate(ADDRESS);
            usb.check("open", device, pointer);
            handle = pointer.get(ADDRESS, 0);
        }
        boolean claimed = false;
        int inPacketBytes;
        try {
            inPacketBytes = usb.check("get_max_packet_size", device, (byte) pipes.in());
            // Where the system cannot do that it says so here, and claiming then tells whether it mattered.
            int unusedCannot = usb.call("set_auto_detach_kernel_driver", handle, 1);
            usb.check("claim_interface", handle, pipes.interfaceNumber());
            if (pipes.alternate() != 0) {
                usb.check("set_interface_alt_setting", handle, pipes.interfaceNumber(), pipes.alternate());
            }
            claimed = true;
        } finally {
            if (!claimed) {
                usb.run("close", handle);
            }
        }
        return new LibUsbChannel(usb, context, handle, pipes, Math.clamp(inPacketBytes, 1, BUFFER_BYTES));
    }

    private MemorySegment callback() {
        try {
            return Linker.nativeLinker()
                    .upcallStub(
                            MethodHandles.lookup()
                                    .bind(this, "done", MethodType.methodType(void.class, MemorySegment.class)),
                            FunctionDescriptor.ofVoid(ADDRESS),
                            arena);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Called by the library when the transfer has ended, by whichever thread handles events then. */
    @SuppressWarnings({"unused", "UnusedMethod"})
    private void done(MemorySegment ignoredTransfer) {
        completed.set(JAVA_INT, 0, 1);
    }

    @Override
    public int read(byte[] into) throws UsbException {
        if (into.length < BUFFER_BYTES) {
            throw new IllegalArgumentException("A transfer has up to " + BUFFER_BYTES + " bytes");
        }
        if (ended) {
            return ENDED;
        }
        completed.set(JAVA_INT, 0, 0);
        usb.check("submit_transfer", transfer);
        inFlight = true;
        awaitCompletion();
        inFlight = false;
        int status = transfer.get(JAVA_INT, STATUS);
        int count = transfer.get(JAVA_INT, ACTUAL_LENGTH);
        MemorySegment.copy(inBuffer, JAVA_BYTE, 0, into, 0, count);
        return switch (status) {
            case COMPLETED -> count;
            case CANCELLED -> ENDED;
            case STALLED -> throw new UsbException(UsbError.STALL, "transfer in", status);
            case NO_DEVICE -> throw new UsbException(UsbError.GONE, "transfer in", status);
            default -> throw new UsbException(UsbError.OTHER, "transfer in", status);
        };
    }

    private void awaitCompletion() throws UsbException {
        boolean cancelled = false;
        while (completed.get(JAVA_INT, 0) == 0) {
            int code = usb.call("handle_events_timeout_completed", context, wait, completed);
            if (code < 0 && code != LibUsb.INTERRUPTED) {
                throw LibUsb.failure("handle_events_timeout_completed", code);
            }
            if (ended && !cancelled) {
                cancelled = true;
                // That it has ended by itself, or its device is gone, is as good.
                int unusedTooLate = usb.call("cancel_transfer", transfer);
            }
        }
    }

    @Override
    public void endReading() {
        ending.lock();
        try {
            ended = true;
            if (!closed) {
                usb.run("interrupt_event_handler", context);
            }
        } finally {
            ending.unlock();
        }
    }

    @Override
    public void clearStall() throws UsbException {
        usb.check("clear_halt", handle, (byte) pipes.in());
    }

    @Override
    public void write(byte[] bytes, int from, int count, int millis) throws UsbException {
        writing.lock();
        try {
            if (closed) {
                throw new UsbException(UsbError.GONE, "transfer out", 0);
            }
            MemorySegment.copy(bytes, from, outBuffer, JAVA_BYTE, 0, count);
            int code = usb.call("bulk_transfer", handle, (byte) pipes.out(), outBuffer, count, sent, millis);
            if (code < 0) {
                throw LibUsb.failure("bulk_transfer", code);
            }
            if (sent.get(JAVA_INT, 0) != count) {
                throw new UsbException(UsbError.TIMEOUT, "transfer out", sent.get(JAVA_INT, 0));
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        writing.lock();
        ending.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            if (inFlight) {
                // Its memory must stay, and the context with it: whoever closes us must not go on.
                throw new IllegalStateException("The USB library failed while it held a transfer; it is left open");
            }
            usb.run("free_transfer", transfer);
            // A device that is gone cannot be released, and need not be.
            int unusedGone = usb.call("release_interface", handle, pipes.interfaceNumber());
            usb.run("close", handle);
            arena.close();
        } finally {
            ending.unlock();
            writing.unlock();
        }
    }

    private static long offset(String field) {
        return TRANSFER.byteOffset(MemoryLayout.PathElement.groupElement(field));
    }
}
