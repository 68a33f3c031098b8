package io.keentill.device.nexo;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.SecretStore;
import io.keentill.device.nexo.emulator.NexoEmulator;
import io.keentill.device.nexo.message.NexoKey;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a terminal is believed that it does not know a payment. */
class OldAttemptTest {

    private static final NexoKey KEY = new NexoKey("test", "key", 1);

    private final SecretStore secrets = SecretStore.inMemory();
    private NexoEmulator emulator;
    private PaymentTerminal terminal;

    @BeforeEach
    void start() throws IOException {
        emulator = NexoEmulator.plain(0, Till.profile(), KEY);
        TerminalAddress address = TerminalAddress.parse("nexo:tcp:127.0.0.1:" + emulator.port()
                + "?poll=0.02&connect=20&answer=20&payment=60&patience=20&grace=0.01");
        Terms.write(secrets, address.toString(), emulator.poiId(), "test", "key", "1");
        terminal = new NexoDriver()
                .open(address, new TerminalDriver.Context(Till.links(secrets), Till.CLOCK, (way, text) -> {}, secrets));
    }

    @AfterEach
    void stop() {
        terminal.close();
        emulator.close();
    }

    /** What is said of a payment that was sent so long ago, once it is no "later" any more. */
    private QueryAnswer of(String reference, Duration age) {
        PastAttempt past = new PastAttempt(
                reference,
                PaymentKind.SALE,
                Money.of(1250, "GBP"),
                Till.CLOCK.instant().minus(age),
                "Payment");
        Deadline end = Deadline.in(Duration.ofSeconds(60));
        QueryAnswer answer = terminal.query(past);
        while ((answer instanceof QueryAnswer.InProgress || answer instanceof QueryAnswer.Unreachable)
                && !end.passed()) {
            answer = terminal.query(past);
        }
        return answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT5M", "PT14H", "PT23H59M"})
    void what_it_does_not_know_within_a_day_never_ran(Duration age) {
        assertThat(of("R1", age)).isInstanceOf(QueryAnswer.NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT24H1M", "P2D", "P4D", "P365D"})
    void what_it_may_have_forgotten_is_left_to_people(Duration age) {
        assertThat(of("R1", age))
                .isInstanceOfSatisfying(
                        QueryAnswer.CannotTell.class,
                        no -> assertThat(no.why().toString()).contains("journal"));
    }

    @Test
    void a_clock_that_was_set_back_proves_nothing() {
        assertThat(of("R1", Duration.ofMinutes(-1))).isInstanceOf(QueryAnswer.CannotTell.class);
    }

    @Test
    void what_it_still_knows_counts_at_any_age() {
        assertThat(terminal.perform(Till.sale("R1", 1250), new Till.Noted())).isInstanceOf(Outcome.Approved.class);
        assertThat(of("R1", Duration.ofDays(4)))
                .isInstanceOfSatisfying(
                        QueryAnswer.Found.class,
                        found -> assertThat(found.outcome()).isInstanceOf(Outcome.Approved.class));
    }
}
