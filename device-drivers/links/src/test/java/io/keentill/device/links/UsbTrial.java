package io.keentill.device.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What is proven of raw USB links on a real kernel's USB: run inside the guest by {@code src/test/usb/run-guest.sh}, never
 * by the ordinary build. Each line it prints is a figure or a fact that was seen.
 */
final class UsbTrial {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String DEVICE = "usb:04b8:0202";
    private static final String SAME_BY_SERIAL = "usb:04b8:0202:KT0001?interface=0";
    private static final int MUCH = 1024 * 1024;

    private final GadgetPrinter printer;

    private UsbTrial(GadgetPrinter printer) {
        this.printer = printer;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new UsbTrial(new GadgetPrinter()).run();
            say("all proven");
        } finally {
            System.out.flush();
        }
        // A thread of the device's side may still wait in its kernel.
        System.exit(0);
    }

    private void run() throws Exception {
        GadgetPrinter.await(GadgetPrinter::heldByTheSystem);
        long start = System.nanoTime();
        try (Link link = open(DEVICE)) {
            say("opened in " + millisSince(start) + " ms, the library's loading and the system's driver included");
            assertThat(GadgetPrinter.heldByTheSystem()).isFalse();
            transfers(link);
            timeouts(link);
            refusals();
        }
        GadgetPrinter.await(GadgetPrinter::heldByTheSystem);
        say("closing gave the device back to usblp");
        closing();
        unplugging();
        stalling();
    }

    private void transfers(Link link) throws Exception {
        deliver(link, new byte[] {0x10, 0x04, 0x01});
        printer.send(new byte[] {0x12});
        assertThat(Reading.exactly(link, 1, SOON)).containsExactly(0x12);
        byte[] data = new byte[MUCH + 77];
        new Random(7).nextBytes(data);
        long start = System.nanoTime();
        deliver(link, data);
        say(data.length + " bytes out whole in " + millisSince(start) + " ms");
        long back = System.nanoTime();
        CompletableFuture<byte[]> sent = inBackground(() -> {
            printer.send(data);
            return data;
        });
        assertThat(Reading.exactly(link, data.length, SOON)).isEqualTo(data);
        sent.get(10, TimeUnit.SECONDS);
        say(data.length + " bytes in whole in " + millisSince(back) + " ms");
        // Around the sizes of packets and transfers. The device's side itself holds back 512 bytes until more come, so
        // full
        // packets go towards the till only.
        for (int size : new int[] {1, 63, 64, 65, 511, 512, 513, 1024, 8191, 8192, 16384}) {
            byte[] part = java.util.Arrays.copyOf(data, size);
            if (size % 512 != 0 || size % 8192 == 0) {
                deliver(link, part);
            }
            printer.send(part);
            assertThat(Reading.exactly(link, size, SOON)).isEqualTo(part);
        }
        roundTrips(link);
    }

    /** Sends {@code data} to a device that is already reading: this one takes nothing while nobody reads from it. */
    private void deliver(Link link, byte[] data) throws Exception {
        CompletableFuture<byte[]> received = inBackground(() -> printer.receive(data.length));
        link.write(data);
        assertThat(received.get(60, TimeUnit.SECONDS)).isEqualTo(data);
    }

    private void roundTrips(Link link) throws Exception {
        int rounds = 300;
        CompletableFuture<Integer> device = inBackground(() -> {
            for (int i = 0; i < rounds; i++) {
                printer.send(printer.receive(1));
            }
            return rounds;
        });
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            link.write(new byte[] {(byte) i});
            assertThat(Reading.exactly(link, 1, SOON)).containsExactly(i);
        }
        assertThat(device.get(10, TimeUnit.SECONDS)).isEqualTo(rounds);
        say(rounds + " round trips of a byte, " + (System.nanoTime() - start) / 1_000 / rounds + " us each");
    }

    private void timeouts(Link link) throws Exception {
        for (int millis : new int[] {0, 50, 300}) {
            long start = System.nanoTime();
            assertThat(link.read(new byte[8], Duration.ofMillis(millis))).isZero();
            long took = millisSince(start);
            assertThat(took).isBetween((long) millis, millis + 500L);
            say("a read of at most " + millis + " ms ended after " + took + " ms");
        }
        Duration before = cpu();
        assertThat(link.read(new byte[8], Duration.ofSeconds(5))).isZero();
        long cpu = cpu().minus(before).toMillis();
        assertThat(cpu).isLessThan(250);
        say("5 s of waiting cost " + cpu + " ms of CPU time in the whole process");
    }

    private void refusals() {
        refuses(DEVICE, "in use by another program, or by the till itself");
        refuses("usb:04b8:0202:OTHER", "is not plugged in");
        refuses("usb:04b8:0203", "is not plugged in");
        refuses(DEVICE + "?in=8f", "has no such interface or endpoints. It offers interface=0");
        say("refused in words: a second opening, another serial number, another product, another endpoint");
    }

    private void closing() throws Exception {
        Link link = open(SAME_BY_SERIAL);
        CompletableFuture<Throwable> reader = Reading.failureOf(link, Duration.ofSeconds(30));
        Reading.awaitWaiting(reader);
        long start = System.nanoTime();
        link.close();
        long took = millisSince(start);
        assertThat(reader.get(5, TimeUnit.SECONDS)).hasMessageContaining("closed by the till");
        assertThat(took).isLessThan(1_000);
        open(SAME_BY_SERIAL).close();
        say("closing during a read took " + took + " ms, and the device opened again at once");
    }

    private void unplugging() throws Exception {
        Link link = open(SAME_BY_SERIAL);
        CompletableFuture<Throwable> reader = Reading.failureOf(link, Duration.ofSeconds(30));
        Reading.awaitWaiting(reader);
        long start = System.nanoTime();
        printer.unplug();
        assertThat(reader.get(10, TimeUnit.SECONDS))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("is gone");
        long took = millisSince(start);
        assertThat(took).isLessThan(1_000);
        say("unplugging was noticed by a waiting read after " + took + " ms");
        assertThatThrownBy(() -> link.write(new byte[1])).hasMessageContaining("is gone");
        refuses(SAME_BY_SERIAL, "is not plugged in");
        printer.plug();
        assertExchange();
        say("plugged in again, the same serial number was found and spoken to");
    }

    private void assertExchange() throws Exception {
        try (Link again = open(SAME_BY_SERIAL)) {
            deliver(again, new byte[] {1, 2, 3});
            printer.send(new byte[] {4});
            assertThat(Reading.exactly(again, 1, SOON)).containsExactly(4);
        }
        GadgetPrinter.await(GadgetPrinter::heldByTheSystem);
    }

    private void stalling() throws Exception {
        Link link = open(SAME_BY_SERIAL);
        long start = System.nanoTime();
        assertThatThrownBy(() -> link.write(new byte[MUCH]))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("takes no data");
        long took = millisSince(start);
        assertThat(took).isBetween((long) UsbLink.WRITE_MILLIS, UsbLink.WRITE_MILLIS + 3_000L);
        say("a write to a device that takes nothing ended after " + took + " ms");
        assertThatThrownBy(() -> link.read(new byte[1], SOON)).hasMessageContaining("takes no data");
        link.close();
        GadgetPrinter.await(GadgetPrinter::heldByTheSystem);
        printer.unplug();
        printer.plug();
        assertExchange();
        say("after it the device was given back, and spoken to again once it took data");
    }

    private static void refuses(String address, String words) {
        assertThatThrownBy(() -> open(address))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining(words);
    }

    private static Link open(String address) throws LinkException {
        return new UsbLinkProvider().open(LinkAddress.parse(address), SOON);
    }

    private static <T> CompletableFuture<T> inBackground(java.util.concurrent.Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Reading.BACKGROUND.execute(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void say(String what) {
        System.out.println("usb: " + what);
    }
}
