package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.zvt.emulator.LedgerEntry;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Recorder;
import io.keentill.domain.money.Money;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holding money, taking it in whole or in part, letting go of it; and what a terminal does besides payments. */
@Timeout(60)
class PreAuthorisationTest {

    @ParameterizedTest
    @CsvSource({"total, 5000", "total, 3000", "rest, 5000", "rest, 3000"})
    void takesWhatIsAskedAndLetsGoOfTheRest(String way, long taken) throws IOException {
        try (Bench bench = Bench.serial(Bench.settings(), "completion=" + way)) {
            Original held = hold(bench, 5000);
            assertThat(bench.charged()).as("a hold takes nothing").isZero();
            TerminalRequest completion = new TerminalRequest.Completion("C", money(taken), held);
            Recorder monitor = new Recorder();
            assertThat(bench.terminal.perform(completion, monitor))
                    .isInstanceOfSatisfying(
                            Outcome.Approved.class,
                            it -> assertThat(it.amount()).isEqualTo(money(taken)));
            assertThat(bench.charged()).isEqualTo(taken);
            assertThat(bench.emulator.ledger().entries().getFirst().state()).isEqualTo(LedgerEntry.State.CLOSED);
            assertThat(bench.query(completion, monitor))
                    .isInstanceOfSatisfying(
                            QueryAnswer.Found.class,
                            found -> assertThat(((Outcome.Approved) found.outcome()).amount())
                                    .isEqualTo(money(taken)));
            assertThat(bench.terminal.perform(new TerminalRequest.Completion("D", money(taken), held), new Recorder()))
                    .as("taken already")
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(bench.charged()).isEqualTo(taken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"total", "rest"})
    void aCompletionWhoseAnswerIsLostIsFoundAgain(String way) throws IOException {
        try (Bench bench = Bench.tcp(Bench.settings(), "completion=" + way)) {
            Original held = hold(bench, 5000);
            bench.emulator.next(new NextOutcome.DropAnswer(false));
            TerminalRequest completion = new TerminalRequest.Completion("C", money(3000), held);
            Recorder monitor = new Recorder();
            assertThat(bench.terminal.perform(completion, monitor)).isInstanceOf(Outcome.Unknown.class);
            assertThat(bench.charged()).as("strict terminals undo it").isZero();
            assertThat(bench.query(completion, monitor))
                    .isInstanceOfSatisfying(
                            QueryAnswer.Found.class,
                            it -> assertThat(it.outcome()).isInstanceOf(Outcome.Cancelled.class));
            assertThat(bench.terminal.perform(new TerminalRequest.Release("R", money(5000), held), new Recorder()))
                    .as("the hold is back")
                    .isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isZero();
        }
    }

    @Test
    void neverMoreThanIsHeldAndNeverAnUnknownHold() throws IOException {
        try (Bench bench = Bench.tcp(Bench.settings())) {
            Original held = hold(bench, 5000);
            Recorder monitor = new Recorder();
            assertThat(bench.terminal.perform(new TerminalRequest.Completion("C", money(5001), held), monitor))
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(monitor.sent).isFalse();
            assertThat(bench.terminal.perform(new TerminalRequest.Reversal("V", money(5000), held), new Recorder()))
                    .as("a hold is no payment")
                    .isInstanceOf(Outcome.Failed.class);
            Original other = new Original(
                    "X",
                    money(5000),
                    io.keentill.domain.payment.CardDetails.builder()
                            .receiptNumber("4711")
                            .traceNumber("000001")
                            .build(),
                    Bench.CLOCK.instant(),
                    "");
            assertThat(bench.terminal.perform(new TerminalRequest.Release("R", money(5000), other), new Recorder()))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class, it -> assertThat(it.message()).contains("no such reservation"));
        }
    }

    @Test
    void saysInWordsWhatATerminalNeeds() throws IOException {
        try (Bench bench = Bench.tcp(Bench.settings())) {
            bench.emulator.condition(0xC2);
            assertThat(bench.terminal.status()).satisfies(status -> {
                assertThat(status.state()).isEqualTo(TerminalStatus.State.ATTENTION);
                assertThat(status.message()).contains("diagnosis");
            });
            bench.emulator.condition(0x51);
            assertThat(bench.terminal.status().message()).contains("initialisation");
            bench.emulator.condition(0);
            assertThat(bench.terminal.status().state()).isEqualTo(TerminalStatus.State.READY);
        }
    }

    @Test
    void showsATextToIdentifyItself() throws IOException {
        try (Bench bench = Bench.serial(Bench.settings())) {
            assertThat(bench.terminal.identify().state()).isEqualTo(TerminalStatus.State.READY);
            assertThat(bench.emulator.shown()).first().isEqualTo("Keentill");
        }
    }

    @Test
    void theTerminalsOwnWordsAreShownWhereACodeSaysNothing() throws IOException {
        try (Bench bench = Bench.tcp(Bench.settings(), "charset=utf8")) {
            bench.emulator.next(new NextOutcome.Say("Bitte Währung wählen: € oder £"));
            Recorder monitor = new Recorder();
            assertThat(bench.pay(1000, monitor)).isInstanceOf(Outcome.Approved.class);
            assertThat(monitor.progress).anyMatch(it -> it.text().toString().equals("Bitte Währung wählen: € oder £"));
        }
    }

    @Test
    void logsOffWhenItIsClosed() throws IOException {
        try (Bench bench = Bench.tcp(Bench.settings())) {
            // Closing waits for a moment only, which a busy machine may let pass.
            for (int time = 0; time < 8 && !loggedOff(bench); time++) {
                assertThat(bench.pay(1000, new Recorder())).isInstanceOf(Outcome.Approved.class);
                bench.restartTill();
            }
            assertThat(loggedOff(bench)).isTrue();
            assertThat(bench.pay(100, new Recorder())).isInstanceOf(Outcome.Approved.class);
        }
    }

    private static boolean loggedOff(Bench bench) {
        return bench.trace.stream().anyMatch(line -> line.startsWith("OUT 06 02"));
    }

    private static Original hold(Bench bench, long minor) {
        Outcome outcome =
                bench.terminal.perform(new TerminalRequest.PreAuthorisation("P", money(minor)), new Recorder());
        assertThat(outcome).isInstanceOf(Outcome.Approved.class);
        Outcome.Approved approved = (Outcome.Approved) outcome;
        return new Original("P", approved.amount(), approved.card(), Bench.CLOCK.instant(), "");
    }

    private static Money money(long minor) {
        return Money.of(minor, "EUR");
    }
}
