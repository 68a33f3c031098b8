package io.keentill.device.nexo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.emulation.Certificate;
import io.keentill.device.link.SecretStore;
import io.keentill.device.nexo.emulator.NexoEmulator;
import io.keentill.device.nexo.message.NexoKey;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Pairing;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.money.Money;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agreeing on a key over TLS, and what happens with a wrong one. */
class NexoPairingTest {
    private static final String PASSPHRASE = "correct horse battery";

    private final SecretStore secrets = SecretStore.inMemory();
    private final List<String> trace = new CopyOnWriteArrayList<>();

    private TerminalDriver.Context context() {
        return new TerminalDriver.Context(Till.links(secrets), Till.CLOCK, (way, text) -> trace.add(text), secrets);
    }

    private PaymentTerminal driver(int port) {
        return new NexoDriver()
                .open(
                        TerminalAddress.parse("nexo:tls:127.0.0.1:" + port
                                + "?connect=20&answer=20&payment=60&poll=0.02&patience=20&grace=0.2"),
                        context());
    }

    private static NexoEmulator emulator() throws IOException {
        return NexoEmulator.tls(
                0,
                Till.profile(),
                new NexoKey(PASSPHRASE, "key-1", 3),
                Certificate.of("V400m", Till.CLOCK.instant(), null));
    }

    private static Map<String, String> answers(NexoEmulator emulator) {
        return new HashMap<>(Map.of(
                "poiid", emulator.poiId(), "passphrase", PASSPHRASE, "key_identifier", "key-1", "key_version", "3"));
    }

    @Test
    void the_right_key_pairs_and_pays_and_is_told_to_nobody() throws IOException {
        try (NexoEmulator emulator = emulator();
                PaymentTerminal terminal = driver(emulator.port())) {
            assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.NOT_PAIRED);
            assertThat(terminal.pair(answers(emulator)))
                    .isInstanceOfSatisfying(
                            Pairing.Paired.class,
                            paired -> assertThat(paired.identity().model()).isEqualTo("EMU1"));
            assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.READY);
            assertThat(terminal.perform(Till.sale("R1", 1250), new Till.Noted()))
                    .isInstanceOf(Outcome.Approved.class);
            assertThat(emulator.acquirer().cardMinor()).isEqualTo(1250);
            assertThat(trace).isNotEmpty().noneMatch(text -> text.contains(PASSPHRASE));
            terminal.unpair();
            assertThat(terminal.perform(Till.sale("R2", 1250), new Till.Noted()))
                    .isInstanceOf(Outcome.Failed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"passphrase", "key_identifier", "key_version", "poiid"})
    void a_wrong_part_does_not_pair_and_keeps_nothing(String part) throws IOException {
        try (NexoEmulator emulator = emulator();
                PaymentTerminal terminal = driver(emulator.port())) {
            Map<String, String> answers = answers(emulator);
            answers.put(part, part.equals("key_version") ? "4" : part.equals("poiid") ? "V400m-1" : "other");
            assertThat(terminal.pair(answers)).isInstanceOf(Pairing.NotPaired.class);
            answers.remove(part);
            assertThat(terminal.pair(answers)).isInstanceOf(Pairing.NotPaired.class);
            assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.NOT_PAIRED);
        }
    }

    @Test
    void a_service_id_is_the_same_for_the_same_reference_and_short() {
        assertThat(ServiceId.of("R1")).isEqualTo(ServiceId.of("R1")).matches("[0-9A-Z]{10}");
        assertThat(ServiceId.of("R1")).isNotEqualTo(ServiceId.of("R2"));
    }

    @Test
    void an_answer_for_somebody_else_is_not_taken_for_ours() {
        Judge judge = new Judge(io.keentill.domain.payment.PaymentKind.SALE, Money.of(100, "GBP"), "R1");
        assertThat(judge.of(new Result(io.keentill.device.nexo.message.Json.object())))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nexo:serial:/dev/ttyUSB0", "nexo:tls:host", "nexo:tls:host:8443?payment=soon"})
    void an_address_that_cannot_work_is_refused_in_words(String address) {
        assertThatThrownBy(() -> new NexoDriver().open(TerminalAddress.parse(address), context()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".{20,}");
    }
}
