package io.keentill.device.weblink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.emulation.Certificate;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Pairing;
import io.keentill.device.terminal.PairingQuestion;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.weblink.emulator.Behaviour;
import io.keentill.device.weblink.emulator.WebLinkEmulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairing over TLS, and what is never spoken to afterwards. */
class WebLinkPairingTest {
    private static final String QUICK = "?poll=0.01&connect=20&answer=20&patience=20&limit=60&grace=0.2";

    @TempDir
    Path folder;

    private final SecretStore secrets = SecretStore.inMemory();
    private final List<String> trace = new CopyOnWriteArrayList<>();

    private PaymentTerminal driver(int port) {
        return new WebLinkDriver()
                .open(
                        TerminalAddress.parse("weblink:tls:127.0.0.1:" + port + QUICK),
                        new TerminalDriver.Context(
                                Till.links(secrets), Till.CLOCK, (way, text) -> trace.add(text), secrets));
    }

    private WebLinkEmulator emulator(int port, String certificate) throws IOException {
        return WebLinkEmulator.tls(
                port,
                Till.profile(),
                Behaviour.DOCUMENTED,
                Certificate.of("PAX", Till.CLOCK.instant(), folder.resolve(certificate)));
    }

    @Test
    void the_code_on_the_screen_pairs_and_sales_follow_also_after_a_restart_of_both() throws IOException {
        int port;
        String token;
        try (WebLinkEmulator emulator = emulator(0, "a.p12");
                PaymentTerminal terminal = driver(emulator.port())) {
            port = emulator.port();
            token = emulator.token();
            assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.NOT_PAIRED);
            assertThat(terminal.perform(Till.sale("R0", 100), new Till.Noted())).isInstanceOf(Outcome.Failed.class);
            assertThat(terminal.pairingQuestions())
                    .extracting(PairingQuestion::name)
                    .containsExactly("code", "serial");
            String code = emulator.pairingCode();
            String wrong = code.equals("000000") ? "111111" : "000000";
            assertThat(terminal.pair(Map.of("code", wrong, "serial", "1850042763")))
                    .isInstanceOf(Pairing.NotPaired.class);
            assertThat(terminal.pair(Map.of("code", code, "serial", "other"))).isInstanceOf(Pairing.NotPaired.class);
            assertThat(terminal.pair(Map.of("code", code, "serial", "1850042763")))
                    .isInstanceOfSatisfying(
                            Pairing.Paired.class,
                            paired ->
                                    assertThat(paired.identity().serialNumber()).isEqualTo("1850042763"));
            assertThat(terminal.perform(Till.sale("R1", 100), new Till.Noted())).isInstanceOf(Outcome.Approved.class);
            try (PaymentTerminal again = driver(port)) {
                assertThat(again.perform(Till.sale("R2", 250), new Till.Noted()))
                        .isInstanceOf(Outcome.Approved.class);
            }
            assertThat(trace).noneMatch(text -> text.contains(token) || text.contains(code));
        }
        // The terminal comes back with the same certificate and has forgotten the till: it says so.
        try (WebLinkEmulator emulator = emulator(port, "a.p12");
                PaymentTerminal terminal = driver(port)) {
            assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.NOT_PAIRED);
            terminal.pair(Map.of("code", emulator.pairingCode(), "serial", "1850042763"));
            assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.READY);
            terminal.unpair();
            assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.NOT_PAIRED);
        }
    }

    @Test
    void somebody_else_with_another_certificate_gets_neither_token_nor_payment() throws IOException {
        int port;
        try (WebLinkEmulator emulator = emulator(0, "a.p12");
                PaymentTerminal terminal = driver(emulator.port())) {
            port = emulator.port();
            assertThat(terminal.pair(Map.of("code", emulator.pairingCode(), "serial", "1850042763")))
                    .isInstanceOf(Pairing.Paired.class);
        }
        try (WebLinkEmulator other = emulator(port, "b.p12");
                PaymentTerminal terminal = driver(port)) {
            assertThat(terminal.status())
                    .satisfies(status -> assertThat(status.state()).isEqualTo(TerminalStatus.State.UNREACHABLE))
                    .satisfies(status -> assertThat(status.message()).contains("certificate"));
            assertThat(terminal.perform(Till.sale("R1", 100), new Till.Noted())).isInstanceOf(Outcome.Failed.class);
            assertThat(other.acquirer().all()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weblink:tcp:192.168.1.20:8080",
                "weblink:serial:/dev/ttyUSB0",
                "weblink:tls:host",
                "weblink:tls:host:8080?version=2.0.0",
                "weblink:tls:host:8080?poll=soon",
                "weblink:tls:host:8080?tid=a%20b"
            })
    void an_address_that_cannot_work_is_refused_in_words(String address) {
        TerminalDriver.Context context =
                new TerminalDriver.Context(Till.links(secrets), Till.CLOCK, (way, text) -> {}, secrets);
        assertThatThrownBy(() -> new WebLinkDriver().open(TerminalAddress.parse(address), context))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".{20,}");
    }
}
