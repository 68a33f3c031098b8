package io.keentill.device.links;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** USB devices by way of libusb-1.0, in a context of its own, so that no link waits for the events of another. */
final class LibUsbBus implements UsbBus {

    /** Offsets in struct libusb_device_descriptor, which is the descriptor of USB 2.0 §9.6.1 byte for byte. */
    private static final int DESCRIPTOR_BYTES = 18;

    private static final int VENDOR = 8;
    private static final int PRODUCT = 10;
    private static final int MAKER_INDEX = 14;
    private static final int NAME_INDEX = 15;
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
                    Sentence.of(
                            "link.this-computer-gives-no-access-to-usb",
                            "This computer gives no access to USB. Check that it has USB and, in a container or virtual"
                                    + " machine, that the device is passed through"),
                    e);
        }
    }

    @Override
    public List<UsbDevice> devices(int vendor, int product) throws UsbException {
        return devices(id -> id.vendor() == vendor && id.product() == product);
    }

    @Override
    public List<UsbDevice> devices() throws UsbException {
        return devices(id -> true);
    }

    /** What a device is, and which of its strings say its name and serial number; 0 where there is none. */
    private record Id(int vendor, int product, int maker, int name, int serial) {
        static Id of(MemorySegment descriptor) {
            return new Id(
                    number(descriptor, VENDOR),
                    number(descriptor, PRODUCT),
                    Byte.toUnsignedInt(descriptor.get(JAVA_BYTE, MAKER_INDEX)),
                    Byte.toUnsignedInt(descriptor.get(JAVA_BYTE, NAME_INDEX)),
                    Byte.toUnsignedInt(descriptor.get(JAVA_BYTE, SERIAL_INDEX)));
        }
    }

    private List<UsbDevice> devices(Predicate<Id> wanted) throws UsbException {
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
                boolean described = usb.call("get_device_descriptor", device, descriptor) == 0;
                if (described && wanted.test(Id.of(descriptor))) {
                    UsbDevice match = describe(device, Id.of(descriptor));
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

    private UsbDevice describe(MemorySegment device, Id id) {
        Sentence place = Sentence.of(
                "link.bus-and-device",
                "bus {0} device {1}",
                usb.callByte("get_bus_number", device),
                usb.callByte("get_device_address", device));
        List<UsbPipes> pipes = LibUsbDescriptors.pipes(usb, device);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment opened = arena.allocate(ADDRESS);
            usb.check("open", device, opened);
            MemorySegment handle = opened.get(ADDRESS, 0);
            Optional<String> name = Optional.of(text(handle, id.maker()).orElse("") + " "
                            + text(handle, id.name()).orElse(""))
                    .map(String::strip)
                    .filter(told -> !told.isEmpty());
            Optional<String> serial = text(handle, id.serial());
            usb.run("close", handle);
            return new UsbDevice(id.vendor(), id.product(), name, place, serial, Optional.empty(), pipes);
        } catch (UsbException e) {
            Optional<UsbError> barred = Optional.of(e.error());
            return new UsbDevice(id.vendor(), id.product(), Optional.empty(), place, Optional.empty(), barred, pipes);
        }
    }

    /** Empty if the device has no such string, or does not tell: then it cannot be found by it, only by what it is. */
    private Optional<String> text(MemorySegment handle, int index) {
        if (index == 0) {
            return Optional.empty();
        }
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
