package io.keentill.device.links;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads which bulk endpoints a device has from the structures of libusb (struct libusb_config_descriptor and those in it),
 * laid out as C compilers do on 64-bit systems.
 */
final class LibUsbDescriptors {

    private static final int CONFIG_BYTES = 40;
    private static final int CONFIG_INTERFACES = 4;
    private static final int CONFIG_INTERFACE_LIST = 16;
    private static final int INTERFACE_BYTES = 16;
    private static final int INTERFACE_SETTINGS = 8;
    private static final int SETTING_BYTES = 40;
    private static final int SETTING_INTERFACE = 2;
    private static final int SETTING_ALTERNATE = 3;
    private static final int SETTING_ENDPOINTS = 4;
    private static final int SETTING_ENDPOINT_LIST = 16;
    private static final int ENDPOINT_BYTES = 32;
    private static final int ENDPOINT_ADDRESS = 2;
    private static final int ENDPOINT_ATTRIBUTES = 3;
    private static final int TRANSFER_TYPE = 3;
    private static final int BULK = 2;
    private static final int DIRECTION_IN = 0x80;

    private LibUsbDescriptors() {}

    /** Every pair of bulk endpoints, by interface and alternate setting; none if the device is not configured. */
    static List<UsbPipes> pipes(LibUsb usb, MemorySegment device) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pointer = arena.allocate(ADDRESS);
            if (usb.call("get_active_config_descriptor", device, pointer) < 0) {
                return List.of();
            }
            MemorySegment config = LibUsb.pointer(pointer, 0, CONFIG_BYTES);
            List<UsbPipes> pipes = new ArrayList<>();
            int count = number(config, CONFIG_INTERFACES);
            MemorySegment interfaces = LibUsb.pointer(config, CONFIG_INTERFACE_LIST, (long) count * INTERFACE_BYTES);
            for (int i = 0; i < count; i++) {
                addInterface(interfaces.asSlice((long) i * INTERFACE_BYTES, INTERFACE_BYTES), pipes);
            }
            usb.run("free_config_descriptor", pointer.get(ADDRESS, 0));
            return pipes;
        }
    }

    private static void addInterface(MemorySegment settingsOfOne, List<UsbPipes> pipes) {
        int count = settingsOfOne.get(JAVA_INT, INTERFACE_SETTINGS);
        MemorySegment settings = LibUsb.pointer(settingsOfOne, 0, (long) count * SETTING_BYTES);
        for (int i = 0; i < count; i++) {
            addSetting(settings.asSlice((long) i * SETTING_BYTES, SETTING_BYTES), pipes);
        }
    }

    private static void addSetting(MemorySegment setting, List<UsbPipes> pipes) {
        int count = number(setting, SETTING_ENDPOINTS);
        MemorySegment endpoints = LibUsb.pointer(setting, SETTING_ENDPOINT_LIST, (long) count * ENDPOINT_BYTES);
        List<Integer> outs = new ArrayList<>();
        List<Integer> ins = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MemorySegment endpoint = endpoints.asSlice((long) i * ENDPOINT_BYTES, ENDPOINT_BYTES);
            int address = number(endpoint, ENDPOINT_ADDRESS);
            if ((number(endpoint, ENDPOINT_ATTRIBUTES) & TRANSFER_TYPE) == BULK) {
                ((address & DIRECTION_IN) == 0 ? outs : ins).add(address);
            }
        }
        for (int out : outs) {
            for (int in : ins) {
                pipes.add(
                        new UsbPipes(number(setting, SETTING_INTERFACE), number(setting, SETTING_ALTERNATE), out, in));
            }
        }
    }

    private static int number(MemorySegment from, int at) {
        return Byte.toUnsignedInt(from.get(JAVA_BYTE, at));
    }
}
