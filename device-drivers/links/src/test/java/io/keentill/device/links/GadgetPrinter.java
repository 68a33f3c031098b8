package io.keentill.device.links;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The device side of a USB printer that Linux's configfs makes; see {@code src/test/usb/init}. */
final class GadgetPrinter {

    private static final Path SWITCH = Path.of("/sys/kernel/config/usb_gadget/printer/UDC");
    private static final Path DATA = Path.of("/dev/g_printer0");
    private static final Path HOST_DRIVER = Path.of("/sys/bus/usb/drivers/usblp");
    private static final Path SERIAL = Path.of("/sys/bus/usb/devices/1-1/serial");

    private final String controller;
    private RandomAccessFile data;

    GadgetPrinter() throws IOException {
        this.controller = Files.readString(SWITCH).strip();
        this.data = new RandomAccessFile(DATA.toFile(), "rw");
    }

    void send(byte[] bytes) throws IOException {
        data.write(bytes);
    }

    byte[] receive(int count) throws IOException {
        byte[] bytes = new byte[count];
        data.readFully(bytes);
        return bytes;
    }

    void unplug() throws IOException {
        Files.writeString(SWITCH, "\n");
    }

    /** Plugs it in, and returns once the host has read its serial number. */
    void plug() throws IOException, InterruptedException {
        data.close();
        Files.writeString(SWITCH, controller);
        await(() -> Files.exists(SERIAL) && Files.exists(DATA) && heldByTheSystem());
        data = new RandomAccessFile(DATA.toFile(), "rw");
    }

    /** Whether the host's own printer driver has the device. */
    static boolean heldByTheSystem() throws IOException {
        try (var bound = Files.list(HOST_DRIVER)) {
            return bound.anyMatch(entry -> entry.getFileName().toString().matches("\\d+-[\\d.]+:.*"));
        }
    }

    static void await(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the guest's USB does not come to rest");
            }
            Thread.sleep(20);
        }
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }
}
