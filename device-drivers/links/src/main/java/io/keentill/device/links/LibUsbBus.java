package io.keentill.device.links;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.keentill.device.link.LinkException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** USB devices by way of libusb-1.0, in a context of its own, so that no link waits for the events of another. */
final class LibUsbBus implements UsbBus {

    /** Offsets in struct libusb_device_descriptor, which is the descriptor of USB 2.0 §9.6.1 byte for byte. */
    private static final int DESCRIPTOR_BYTES = 18;

    private static final int VENDOR = 8;
    private static final int PRODUCT = 10;
    private static final int SERIAL_INDEX = 16;
    private static final int MAX_STRING = 256;

    private final LibUsb usb;
    private final MemorySegment context;
    /** The library's objects of the devices told of last, each with a reference that is ours to give back. */
    private final Map<UsbDevice, MemorySegment> told = new HashMap<>();

    private LibUsbBus(LibUsb usb, MemorySegment context) {
        this.usb = usb;
        this.context = context;
    }

    /**
     * Loads the library if that is still to do, and starts a context.
     *
     * @throws LinkException if the library is missing, or cannot reach the system's USB
     */
    static UsbBus start() throws LinkException {
        LibUsb usb = LibUsb.load();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment context = arena.allocate(ADDRESS);
            usb.check("init", context);
            return new LibUsbBus(usb, context.get(ADDRESS, 0));
        } catch (UsbException e) {
            throw new LinkException(
                    "This computer gives no access to USB. Check that it has USB and, in a container or virtual machine, that"
                            + " the device is passed through",
                    e);
        }
    }

    @Override
    public List<UsbDevice> devices(int vendor, int product) throws UsbException {
        forget();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(ADDRESS);
            long count = usb.callLong("get_device_list", context, list);
            if (count < 0) {
                throw LibUsb.failure("get_device_list", count);
            }
            MemorySegment devices = LibUsb.pointer(list, 0, ADDRESS, count);
            List<UsbDevice> matches = new ArrayList<>();
            for (long i = 0; i < count; i++) {
                MemorySegment device = devices.getAtIndex(ADDRESS, i);
                MemorySegment descriptor = arena.allocate(DESCRIPTOR_BYTES, 2);
                boolean meant = usb.call("get_device_descriptor", device, descriptor) == 0
                        && number(descriptor, VENDOR) == vendor
                        && number(descriptor, PRODUCT) == product;
                if (meant) {
                    UsbDevice match = describe(device, Byte.toUnsignedInt(descriptor.get(JAVA_BYTE, SERIAL_INDEX)));
                    told.put(match, device);
                    matches.add(match);
                } else {
                    usb.run("unref_device", device);
                }
            }
            usb.run("free_device_list", devices, 0);
            return matches;
        }
    }

    private static int number(MemorySegment descriptor, int at) {
        // libusb gives these in the byte order of this computer.
        return Short.toUnsignedInt(descriptor.get(JAVA_SHORT, at));
    }

    private UsbDevice describe(MemorySegment device, int serialIndex) {
        String place = "bus " + usb.callByte("get_bus_number", device) + " device "
                + usb.callByte("get_device_address", device);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(ADDRESS);
            usb.check("open", device, handle);
            Optional<String> serial = serialIndex == 0 ? Optional.empty() : serial(handle.get(ADDRESS, 0), serialIndex);
            usb.run("close", handle.get(ADDRESS, 0));
            return new UsbDevice(place, serial, Optional.empty(), LibUsbDescriptors.pipes(usb, device));
        } catch (UsbException e) {
            return new UsbDevice(place, Optional.empty(), Optional.of(e.error()), LibUsbDescriptors.pipes(usb, device));
        }
    }

    /** Empty if the device does not tell: then it cannot be found by its serial number, only by what it is. */
    private Optional<String> serial(MemorySegment handle, int index) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocate(MAX_STRING);
            int length = usb.call("get_string_descriptor_ascii", handle, (byte) index, text, MAX_STRING);
            return length <= 0
                    ? Optional.empty()
                    : Optional.of(
                            new String(text.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.US_ASCII).strip());
        }
    }

    @Override
    public UsbChannel open(UsbDevice device, UsbPipes pipes) throws UsbException {
        MemorySegment known = told.get(device);
        if (known == null) {
            throw new IllegalArgumentException("This bus has not told of " + device);
        }
        return LibUsbChannel.open(usb, context, known, pipes);
    }

    private void forget() {
        told.values().forEach(device -> usb.run("unref_device", device));
        told.clear();
    }

    @Override
    public void close() {
        forget();
        usb.run("exit", context);
    }
}
