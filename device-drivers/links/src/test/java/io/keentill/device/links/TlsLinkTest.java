package io.keentill.device.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.SecretStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TlsLinkTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private static Path folder;

    private static Path first;
    private static Path second;

    private final TlsLinkProvider provider = new TlsLinkProvider();
    private final SecretStore memory = SecretStore.inMemory();

    @BeforeAll
    static void makeCertificates() throws Exception {
        first = TlsServer.selfSigned(folder, "first");
        second = TlsServer.selfSigned(folder, "second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void carriesEveryByteBothWaysAndNoticesTheEnd(String protocol) throws Exception {
        byte[] data = new byte[300_000];
        new Random(3).nextBytes(data);
        try (TlsServer server = new TlsServer(first, protocol);
                Link link = provider.open(at(server.port()), SOON, memory);
                SSLSocket device = server.met()) {
            CompletableFuture<byte[]> arrived = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            byte[] got = device.getInputStream().readNBytes(data.length);
                            device.getOutputStream().write(got);
                            return got;
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    Reading.BACKGROUND);
            CompletableFuture<byte[]> echo = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return Reading.exactly(link, data.length, SOON);
                        } catch (LinkException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    Reading.BACKGROUND);
            link.write(data);
            assertThat(arrived.get(20, TimeUnit.SECONDS)).isEqualTo(data);
            assertThat(echo.get(20, TimeUnit.SECONDS)).isEqualTo(data);
            assertThat(link.read(new byte[1], Duration.ofMillis(20))).isZero();
            device.close();
            assertThatThrownBy(() -> link.read(new byte[1], SOON))
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining("closed");
        }
    }

    @Test
    void theFirstCertificateIsPinnedAndAnotherOneRefusedUntilForgotten() throws Exception {
        try (TlsServer server = new TlsServer(first, "TLSv1.3")) {
            LinkAddress address = at(server.port());
            for (int i = 0; i < 2; i++) {
                provider.open(address, SOON, memory).close();
                server.met().close();
            }
            server.become(second);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> provider.open(address, SOON, memory))
                        .isInstanceOf(LinkException.class)
                        .hasMessageContaining("shows another certificate")
                        .hasMessageContaining("unpair");
            }
            provider.forget(address, memory);
            provider.open(address, SOON, memory).close();
            assertThat(server.met().isConnected()).isTrue();
        }
    }

    @Test
    void aWrittenPinHoldsFromTheFirstMoment() throws Exception {
        try (TlsServer server = new TlsServer(first, "TLSv1.3")) {
            LinkAddress wrong = LinkAddress.parse(at(server.port()) + "?pin=" + "ab".repeat(32));
            assertThatThrownBy(() -> provider.open(wrong, SOON)).hasMessageContaining("shows another certificate");
            assertThatThrownBy(() -> provider.open(LinkAddress.parse(wrong + "?pin=12"), SOON))
                    .hasMessageContaining("64 hexadecimal digits");
            assertThatThrownBy(() -> provider.open(at(server.port()), SOON)).hasMessageContaining("Whom to trust");
            assertThatThrownBy(() -> provider.open(LinkAddress.parse(wrong + "?baud=1"), SOON, memory))
                    .hasMessageContaining("baud");
        }
    }

    @Test
    void anAuthorityVouchesForWhatItSignedAndNothingElse() throws Exception {
        Path root = TlsServer.selfSigned(folder, "root");
        Path pem = folder.resolve("root.pem");
        TlsServer.keytool(
                pem, "-exportcert", "-rfc", "-alias", "own", "-keystore", root.toString(), "-file", pem.toString());
        try (TlsServer signedByItself = new TlsServer(root, "TLSv1.3");
                TlsServer stranger = new TlsServer(first, "TLSv1.3")) {
            String ca = "?ca=" + pem;
            provider.open(LinkAddress.parse(at(signedByItself.port()) + ca + "&name=root"), SOON)
                    .close();
            assertThatThrownBy(() -> provider.open(
                            LinkAddress.parse(at(signedByItself.port()) + ca + "&name=other"), SOON, memory))
                    .hasMessageContaining("not made out to other");
            assertThatThrownBy(() -> provider.open(LinkAddress.parse(at(stranger.port()) + ca), SOON, memory))
                    .hasMessageContaining("not to be trusted");
            assertThatThrownBy(() -> provider.open(
                            LinkAddress.parse(at(stranger.port()) + "?ca=" + folder.resolve("none")), SOON, memory))
                    .hasMessageContaining("cannot be read");
        }
    }

    @Test
    void whatIsNoTlsIsSaidInWordsAndInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String said = "";
            for (int time = 0; time < Reading.TIMES && !said.contains("TLS port"); time++) {
                // On a busy machine the time may be over before the connection is there.
                said = refusal(at(silent.getLocalPort()), Duration.ofMillis(200));
            }
            assertThat(said).contains("TLS port");
        }
        try (ServerSocket chatty = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var socket = chatty.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    int unused = socket.getInputStream().read();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(() -> provider.open(at(chatty.getLocalPort()), SOON, memory))
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining("encryption");
        }
    }

    @Test
    void closingWakesAWaitingReader() throws Exception {
        try (TlsServer server = new TlsServer(first, "TLSv1.3")) {
            Link link = provider.open(at(server.port()), SOON, memory);
            CompletableFuture<Throwable> end = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            int unused = link.read(new byte[1], SOON);
                            return null;
                        } catch (LinkException e) {
                            return e;
                        }
                    },
                    Reading.BACKGROUND);
            server.met();
            link.close();
            link.close();
            assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(LinkException.class);
        }
    }

    private static LinkAddress at(int port) {
        return LinkAddress.parse("tls:127.0.0.1:" + port);
    }

    /** What is said of a link that does not come about. */
    private String refusal(LinkAddress address, Duration within) {
        try {
            provider.open(address, within, memory).close();
            return "";
        } catch (LinkException e) {
            return e.getMessage();
        }
    }
}
