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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class UsbLinkTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final FakeUsb usb = new FakeUsb();
    private Link link;
    private FakeUsb.Channel device;

    @BeforeEach
    void connect() throws LinkException {
        usb.plugged.add(FakeUsb.device("bus 1 device 2", "A1"));
        open();
    }

    private void open() throws LinkException {
        link = new UsbLinkProvider(usb, "Linux").open(LinkAddress.parse("usb:04b8:0202"), SOON);
        device = usb.channel;
    }

    @AfterEach
    void everythingIsGivenBack() throws InterruptedException {
        link.close();
        assertThat(device.closedSoon()).isTrue();
        assertThat(usb.channelsOpen).hasValue(0);
    }

    @Test
    void putsTransfersTogetherInOrder() throws Exception {
        byte[] data = new byte[300_000];
        new Random(3).nextBytes(data);
        for (int at = 0; at < data.length; at += 4096) {
            device.send(java.util.Arrays.copyOfRange(data, at, Math.min(data.length, at + 4096)));
        }
        assertThat(Reading.exactly(link, data.length, SOON)).isEqualTo(data);
    }

    @Test
    void sendsAllInBoundedTransfers() throws Exception {
        byte[] data = new byte[3 * UsbLink.TRANSFER_BYTES + 5];
        new Random(4).nextBytes(data);
        link.write(data);
        link.write(new byte[0]);
        assertThat(device.received()).isEqualTo(data);
    }

    @Test
    void keepsReadDeadlines() throws Exception {
        assertThat(link.read(new byte[8], Duration.ZERO)).isZero();
        long least = Reading.leastMillis(450, () -> {
            long start = System.nanoTime();
            assertThat(link.read(new byte[8], Duration.ofMillis(200))).isZero();
            long took = millisSince(start);
            assertThat(took).as("not before").isGreaterThanOrEqualTo(200);
            return took;
        });
        assertThat(least).as("not much later").isLessThan(450);
    }

    @Test
    void handsOutWhatCameBeforeTheUnpluggingAndThenSaysSo() throws Exception {
        device.send((byte) 7);
        device.fail(UsbError.GONE);
        assertThat(device.closedSoon()).isTrue();
        assertThat(Reading.exactly(link, 1, SOON)).containsExactly(7);
        assertThatThrownBy(() -> link.read(new byte[1], SOON)).hasMessageContaining("is gone");
        assertThatThrownBy(() -> link.write(new byte[1])).hasMessageContaining("is gone");
    }

    @Test
    void unpluggingWakesAWaitingReaderAtOnce() throws Exception {
        assertThat(Reading.leastMillis(1_000, this::millisUntilUnpluggingIsNoticed))
                .isLessThan(1_000);
    }

    private long millisUntilUnpluggingIsNoticed() throws Exception {
        link.close();
        open();
        CompletableFuture<Throwable> reader = Reading.failureOf(link, Duration.ofSeconds(15));
        Reading.awaitWaiting(reader);
        long start = System.nanoTime();
        device.fail(UsbError.GONE);
        assertThat(reader.get(10, TimeUnit.SECONDS))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("04b8:0202 is gone");
        return millisSince(start);
    }

    @Test
    void aWriteThatTakesTooLongCostsTheLink() throws Exception {
        device.writingFails = UsbError.TIMEOUT;
        assertThatThrownBy(() -> link.write(new byte[1])).hasMessageContaining("takes no data");
        device.writingFails = null;
        assertThat(device.closedSoon()).isTrue();
        assertThatThrownBy(() -> link.write(new byte[1])).hasMessageContaining("takes no data");
        assertThatThrownBy(() -> link.read(new byte[1], SOON)).hasMessageContaining("takes no data");
        assertThat(device.received()).isEmpty();
    }

    @Test
    void closingWakesAWaitingReaderAndGivesTheDeviceBackBeforeItReturns() throws Exception {
        CompletableFuture<Throwable> reader = Reading.failureOf(link, Duration.ofSeconds(15));
        Reading.awaitWaiting(reader);
        link.close();
        assertThat(usb.busesOpen).hasValue(0);
        link.close();
        assertThat(reader.get(10, TimeUnit.SECONDS)).hasMessageContaining("closed by the till");
        assertThatThrownBy(() -> link.write(new byte[1])).hasMessageContaining("closed by the till");
    }

    @Test
    void aDeviceThatAnswersWithNothingIsAskedSeldom() throws Exception {
        device.alwaysEmpty = true;
        long start = System.nanoTime();
        device.send();
        while (device.reads.get() < 10) {
            assertThat(link.read(new byte[1], Duration.ofMillis(100))).isZero();
        }
        int asked = device.reads.get();
        // One question was waiting, and two are asked before it rests for the first time.
        assertThat(asked).isLessThanOrEqualTo(3 + (int) (millisSince(start) / 40));
    }

    @Test
    void aRefusalIsClearedAndALastingOneCostsTheLink() throws Exception {
        device.fail(UsbError.STALL);
        device.send((byte) 5);
        assertThat(Reading.exactly(link, 1, SOON)).containsExactly(5);
        assertThat(device.stallsCleared).hasValue(1);
        for (int i = 0; i < 4; i++) {
            device.fail(UsbError.STALL);
        }
        assertThatThrownBy(() -> link.read(new byte[1], SOON)).hasMessageContaining("refuses the exchange");
        assertThat(device.stallsCleared).hasValue(4);
    }

    @Test
    void aDeviceThatNeverStopsSendingFillsNoMemory() throws Exception {
        byte[] flood = new byte[UsbLink.TRANSFER_BYTES];
        for (int i = 0; i < 20; i++) {
            device.send(flood);
        }
        assertThat(link.read(new byte[1], SOON)).isEqualTo(1);
        assertThat(device.reads.get()).isLessThan(8);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
