package io.keentill.device.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SerialLinkTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private PtyPair ptys;
    private Link link;

    @BeforeEach
    void connect() throws IOException {
        ptys = PtyPair.start(null);
        link = open(ptys.till());
    }

    @AfterEach
    void disconnect() {
        if (link != null) {
            link.close();
        }
        if (ptys != null) {
            ptys.close();
        }
    }

    @Test
    void carriesEveryByteBothWays() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        ptys.send(all);
        assertThat(Reading.exactly(link, 256, SOON)).isEqualTo(all);
        CompletableFuture<byte[]> device = deviceReads(256);
        link.write(all);
        assertThat(device.get(10, TimeUnit.SECONDS)).isEqualTo(all);
    }

    @Test
    void putsFragmentsTogetherInOrder() throws Exception {
        byte[] data = new byte[64 * 1024];
        new Random(5).nextBytes(data);
        CompletableFuture<Void> sender = CompletableFuture.runAsync(
                () -> {
                    try (var out = Files.newOutputStream(Path.of(ptys.deviceEnd()))) {
                        for (int at = 0; at < data.length; at += 119) {
                            out.write(data, at, Math.min(119, data.length - at));
                        }
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Reading.BACKGROUND);
        assertThat(Reading.exactly(link, data.length, SOON)).isEqualTo(data);
        sender.get(10, TimeUnit.SECONDS);
        CompletableFuture<byte[]> device = deviceReads(data.length);
        link.write(data);
        assertThat(device.get(10, TimeUnit.SECONDS)).isEqualTo(data);
    }

    @Test
    void keepsReadDeadlinesAndWakesForDataAtOnce() throws Exception {
        byte[] into = new byte[8];
        assertThat(link.read(into, Duration.ZERO)).isZero();
        long least = Reading.leastMillis(450, () -> {
            long start = System.nanoTime();
            assertThat(link.read(into, Duration.ofMillis(200))).isZero();
            long took = millisSince(start);
            assertThat(took).as("not before").isGreaterThanOrEqualTo(200);
            return took;
        });
        assertThat(least).as("not much later").isLessThan(450);
        assertThat(Reading.leastMillis(100, this::millisUntilWoken)).isLessThan(100);
    }

    private long millisUntilWoken() throws Exception {
        CompletableFuture<Long> woken = CompletableFuture.supplyAsync(
                () -> {
                    assertThat(Reading.unchecked(link, 1, SOON)).containsExactly(1);
                    return System.nanoTime();
                },
                Reading.BACKGROUND);
        long sent = System.nanoTime();
        ptys.send(new byte[] {1});
        return (woken.get(10, TimeUnit.SECONDS) - sent) / 1_000_000;
    }

    @Test
    void noticesUnpluggingAtOnceAndThenRests() throws Exception {
        assertThat(Reading.leastMillis(1_000, this::millisUntilUnpluggingIsNoticed))
                .isLessThan(1_000);
        assertThatThrownBy(() -> link.write(new byte[] {1})).isInstanceOf(LinkException.class);
        assertThatThrownBy(() -> link.read(new byte[1], SOON)).isInstanceOf(LinkException.class);
        assertThat(leastCpuMillisWithin(500, 150)).isLessThan(150);
    }

    private long millisUntilUnpluggingIsNoticed() throws Exception {
        disconnect();
        connect();
        CompletableFuture<Throwable> reader = Reading.failureOf(link, Duration.ofSeconds(15));
        Reading.awaitWaiting(reader);
        long start = System.nanoTime();
        ptys.unplug();
        assertThat(reader.get(10, TimeUnit.SECONDS))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining(ptys.till())
                .hasMessageContaining("gone");
        return millisSince(start);
    }

    @Test
    void opensAnewWhenThePortIsBack() throws Exception {
        Path port = folder.resolve("ttyTill");
        try (PtyPair first = PtyPair.start(port)) {
            Link before = open(port.toString());
            first.unplug();
            assertThatThrownBy(() -> before.read(new byte[1], SOON)).isInstanceOf(LinkException.class);
            Files.deleteIfExists(port);
            assertThatThrownBy(() -> open(port.toString()))
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining("There is no serial port " + port);
        }
        try (PtyPair second = PtyPair.start(port);
                Link after = open(port.toString())) {
            second.send(new byte[] {1, 2});
            assertThat(Reading.exactly(after, 2, SOON)).containsExactly(1, 2);
        }
    }

    @Test
    void opensAnewAfterClosing() throws Exception {
        link.close();
        link = open(ptys.till());
        ptys.send(new byte[] {3});
        assertThat(Reading.exactly(link, 1, SOON)).containsExactly(3);
    }

    @Test
    void closingWakesAWaitingReader() throws Exception {
        assertThat(Reading.leastMillis(1_500, this::millisUntilClosingWakes)).isLessThan(1_500);
        assertThatThrownBy(() -> link.write(new byte[1])).hasMessageContaining("closed by the till");
    }

    private long millisUntilClosingWakes() throws Exception {
        disconnect();
        connect();
        CompletableFuture<Throwable> reader = Reading.failureOf(link, Duration.ofSeconds(15));
        Reading.awaitWaiting(reader);
        long start = System.nanoTime();
        link.close();
        link.close();
        assertThat(reader.get(10, TimeUnit.SECONDS))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("closed by the till");
        return millisSince(start);
    }

    @Test
    void givesUpWritingToADeviceThatTakesNothingAndThenRests() throws Exception {
        link.close();
        link = open(ptys.till() + "?baud=4000000");
        long start = System.nanoTime();
        assertThatThrownBy(() -> link.write(new byte[200_000]))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("takes no data");
        assertThat(millisSince(start)).isLessThan(15_000);
        assertThatThrownBy(() -> link.write(new byte[1])).isInstanceOf(LinkException.class);
        assertThatThrownBy(() -> link.read(new byte[1], SOON)).isInstanceOf(LinkException.class);
        ptys.unplug();
        assertThat(leastCpuMillisWithin(1_000, 250)).isLessThan(250);
    }

    @Test
    void refusesASecondOpeningHere() {
        assertThatThrownBy(() -> open(ptys.till()))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("in use by the till itself");
    }

    @Test
    void saysWhenAnotherProgramHoldsThePort() throws Exception {
        link.close();
        Process holder;
        try {
            holder = new ProcessBuilder("flock", ptys.till(), "sh", "-c", "echo held; read end").start();
        } catch (IOException e) {
            Assumptions.abort("flock is not installed, so no other program can hold the port");
            return;
        }
        try {
            holder.inputReader().readLine();
            assertThatThrownBy(() -> open(ptys.till()))
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining("in use by another program");
        } finally {
            holder.getOutputStream().close();
            holder.waitFor(10, TimeUnit.SECONDS);
        }
        link = open(ptys.till());
    }

    @Test
    void listingPortsLeavesAnOpenOneAlone() throws Exception {
        assertThat(SerialPorts.list())
                .allSatisfy(port -> assertThat(port.path()).isNotBlank());
        ptys.send(new byte[] {8});
        assertThat(Reading.exactly(link, 1, SOON)).containsExactly(8);
    }

    private CompletableFuture<byte[]> deviceReads(int count) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return ptys.receive(count);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Reading.BACKGROUND);
    }

    private static Link open(String path) throws LinkException {
        return new SerialLinkProvider().open(LinkAddress.parse("serial:" + path), SOON);
    }

    /**
     * CPU time of the whole process over a wait of {@code millis}; looked at again while it is not below {@code enough}. A
     * link that never rests takes all of it each time, what Java compiles meanwhile does not.
     */
    private static long leastCpuMillisWithin(long millis, long enough) throws Exception {
        return Reading.leastMillis(enough, () -> {
            Duration before = cpu();
            TimeUnit.MILLISECONDS.sleep(millis);
            return cpu().minus(before).toMillis();
        });
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
