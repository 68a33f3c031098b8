package io.keentill.device.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TcpLinkTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private ServerSocket server;
    private Socket device;
    private Link link;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        link = new TcpLinkProvider().open(LinkAddress.parse("tcp:127.0.0.1:" + server.getLocalPort()), SOON);
        device = server.accept();
        device.setTcpNoDelay(true);
    }

    @AfterEach
    void disconnect() throws IOException {
        link.close();
        device.close();
        server.close();
    }

    @Test
    void carriesEveryByteBothWays() throws IOException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        link.write(all);
        assertThat(device.getInputStream().readNBytes(256)).isEqualTo(all);
        device.getOutputStream().write(all);
        assertThat(Reading.exactly(link, 256, SOON)).isEqualTo(all);
    }

    @Test
    void putsFragmentsTogetherInOrder() throws Exception {
        byte[] data = new byte[64 * 1024];
        new Random(7).nextBytes(data);
        CompletableFuture<Void> sender = CompletableFuture.runAsync(
                () -> {
                    try {
                        for (int at = 0; at < data.length; at += 37) {
                            device.getOutputStream().write(data, at, Math.min(37, data.length - at));
                        }
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Reading.BACKGROUND);
        assertThat(Reading.exactly(link, data.length, SOON)).isEqualTo(data);
        sender.get(10, TimeUnit.SECONDS);
    }

    @Test
    void writesWhileAnotherThreadReads() throws Exception {
        CompletableFuture<byte[]> reader = CompletableFuture.supplyAsync(
                () -> Reading.unchecked(link, 3, Duration.ofSeconds(15)), Reading.BACKGROUND);
        byte[] data = new byte[2_000_000];
        new Random(8).nextBytes(data);
        CompletableFuture<byte[]> taken = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return device.getInputStream().readNBytes(data.length);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Reading.BACKGROUND);
        link.write(data);
        assertThat(taken.get(10, TimeUnit.SECONDS)).isEqualTo(data);
        assertThat(reader).isNotDone();
        device.getOutputStream().write(new byte[] {1, 2, 3});
        assertThat(reader.get(10, TimeUnit.SECONDS)).containsExactly(1, 2, 3);
    }

    @Test
    void endsAReadAtItsDeadlineNotBeforeAndNotMuchLater() throws IOException {
        byte[] into = new byte[8];
        assertThat(link.read(into, Duration.ZERO)).isZero();
        for (int millis : new int[] {1, 50, 300}) {
            // A busy machine can only wake the reader later: the best of a few times is the link's own doing.
            long least = Long.MAX_VALUE;
            for (int time = 0; time < 8 && least > millis + 250L; time++) {
                long start = System.nanoTime();
                assertThat(link.read(into, Duration.ofMillis(millis))).isZero();
                long took = millisSince(start);
                assertThat(took).as("not before").isGreaterThanOrEqualTo(millis);
                least = Math.min(least, took);
            }
            assertThat(least).as("not much later").isLessThanOrEqualTo(millis + 250L);
        }
    }

    @Test
    void handsOutWhatCameBeforeTheDeviceClosed() throws Exception {
        device.getOutputStream().write(new byte[] {4, 5});
        device.shutdownOutput();
        assertThat(Reading.exactly(link, 2, SOON)).containsExactly(4, 5);
        assertLostAtOnce(() -> link.read(new byte[8], Duration.ofSeconds(10)), "closed the connection");
        link.write(new byte[] {6});
        assertThat(device.getInputStream().read()).isEqualTo(6);
    }

    @Test
    void noticesAResetAtOnce() throws Exception {
        device.setSoLinger(true, 0);
        device.close();
        assertLostAtOnce(() -> link.read(new byte[8], Duration.ofSeconds(10)), "broke");
        assertLostAtOnce(
                () -> {
                    link.write(new byte[] {1});
                    link.write(new byte[] {1});
                },
                "broke");
    }

    @Test
    void closingWakesAWaitingReader() throws Exception {
        assertThat(Reading.leastMillis(1_000, this::millisUntilClosingWakes)).isLessThan(1_000);
        assertThatThrownBy(() -> link.write(new byte[1])).isInstanceOf(LinkException.class);
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
    void givesUpWritingToADeviceThatTakesNothing() throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.getLocalPort()));
        channel.configureBlocking(false);
        HostPort peer = HostPort.parse("127.0.0.1:" + server.getLocalPort());
        try (Link stuck = new TcpLink(link.address(), peer, channel, Duration.ofMillis(300));
                Socket notReading = server.accept()) {
            assertThat(notReading.isConnected()).isTrue();
            assertThatThrownBy(() -> stuck.write(new byte[32 * 1024 * 1024]))
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining("takes no data");
        }
    }

    @Test
    void anInterruptedReadEndsButTheLinkStays() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Thread reader = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            try {
                said.write(link.read(new byte[1], Duration.ofSeconds(15)));
            } catch (LinkException e) {
                said.writeBytes(e.getMessage().getBytes(StandardCharsets.UTF_8));
            }
        });
        reader.join(5_000);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("interrupted");
        device.getOutputStream().write(9);
        assertThat(Reading.exactly(link, 1, SOON)).containsExactly(9);
    }

    /** A link that is lost says so at once, however often it is asked. */
    private static void assertLostAtOnce(ThrowingCallable call, String message) throws Exception {
        long least = Reading.leastMillis(1_000, () -> {
            long start = System.nanoTime();
            assertThatThrownBy(call)
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining(message)
                    .hasMessageContaining("127.0.0.1:");
            return millisSince(start);
        });
        assertThat(least).isLessThan(1_000);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
