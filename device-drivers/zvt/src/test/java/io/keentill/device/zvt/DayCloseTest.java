package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.zvt.emulator.CommitPolicy;
import io.keentill.device.zvt.emulator.EmulatorSettings;
import io.keentill.device.zvt.emulator.LedgerEntry;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Recorder;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A terminal that forgets a day's payments once the day is closed, and then counts its receipts from 1 again. */
@Timeout(60)
class DayCloseTest {

    private static final Money TEN = Money.of(1000, "EUR");
    private static final EmulatorSettings FORGETFUL = Bench.settings().startingEachDayAnew();

    @Test
    void aFirstPaymentThatIsGoneMayHaveBeenInADayThatWasClosedSince() throws IOException {
        try (Bench bench = Bench.tcp(FORGETFUL)) {
            Recorder monitor = lostButBooked(bench);
            bench.emulator.closeDay();
            assertThat(bench.terminal.query(sent(Duration.ofHours(1), monitor)))
                    .isInstanceOf(QueryAnswer.CannotTell.class);
            assertThat(bench.charged()).isEqualTo(1000);
        }
    }

    @Test
    void aDayThatThisTillClosedSinceIsNeverTooShortAgo() throws IOException {
        try (Bench bench = Bench.tcp(FORGETFUL)) {
            Recorder monitor = lostButBooked(bench);
            assertThat(bench.terminal.settle(Currency.getInstance("EUR"))).isInstanceOf(Settlement.Closed.class);
            assertThat(bench.terminal.query(sent(Duration.ofSeconds(10), monitor)))
                    .isInstanceOf(QueryAnswer.CannotTell.class);
        }
    }

    @Test
    void aFirstPaymentThatNeverRanIsKnownAtOnce() throws IOException {
        try (Bench bench = Bench.tcp(FORGETFUL.forgettingReversed())) {
            bench.emulator.next(new NextOutcome.DropAnswer(false));
            Recorder monitor = new Recorder();
            assertThat(bench.pay(1000, monitor)).isInstanceOf(Outcome.Unknown.class);
            assertThat(monitor.hint).isEqualTo("zvt1;none=1");
            assertThat(bench.charged()).isZero();
            assertThat(bench.query(Bench.sale(1000), monitor)).isInstanceOf(QueryAnswer.NotFound.class);
        }
    }

    @Test
    void aReversalThatMeantAnotherDaysReceiptIsUndone() throws IOException {
        try (Bench bench = Bench.tcp(FORGETFUL)) {
            Outcome.Approved yesterday = (Outcome.Approved) bench.pay(1000, new Recorder());
            bench.emulator.closeDay();
            bench.paid(1000);
            Recorder monitor = new Recorder();
            assertThat(bench.terminal.perform(new TerminalRequest.Reversal("V", TEN, original(yesterday)), monitor))
                    .isInstanceOf(Outcome.Unknown.class);
            assertThat(monitor.outcomes).isEmpty();
            assertThat(bench.charged()).as("both sales stand").isEqualTo(2000);
        }
    }

    @Test
    void aHoldOfAnotherDayIsNotTakenOrLetGoForThisOne() throws IOException {
        try (Bench bench = Bench.tcp(FORGETFUL, "completion=rest")) {
            Original yesterday = hold(bench, "P1");
            bench.emulator.closeDay();
            hold(bench, "P2");
            assertThat(bench.terminal.perform(new TerminalRequest.Release("R", TEN, yesterday), new Recorder()))
                    .isInstanceOf(Outcome.Unknown.class);
            assertThat(bench.terminal.perform(
                            new TerminalRequest.Completion("C", Money.of(700, "EUR"), yesterday), new Recorder()))
                    .isInstanceOf(Outcome.Unknown.class);
            assertThat(bench.charged()).isZero();
            assertThat(bench.emulator.ledger().entries())
                    .filteredOn(entry -> entry.type() == LedgerEntry.Type.PRE_AUTHORISATION)
                    .as("both holds stand")
                    .allMatch(entry -> entry.state() == LedgerEntry.State.BOOKED);
        }
    }

    /** A sale, the first of its day, that the acquirer booked and of which the till heard nothing. */
    private static Recorder lostButBooked(Bench bench) {
        bench.emulator.policy(CommitPolicy.BOOKS_AT_HOST);
        bench.emulator.next(new NextOutcome.DropAnswer(false));
        Recorder monitor = new Recorder();
        assertThat(bench.pay(1000, monitor)).isInstanceOf(Outcome.Unknown.class);
        assertThat(monitor.hint).isEqualTo("zvt1;none=1");
        assertThat(bench.charged()).isEqualTo(1000);
        return monitor;
    }

    private static PastAttempt sent(Duration ago, Recorder monitor) {
        return new PastAttempt(
                "R1000", PaymentKind.SALE, TEN, Bench.CLOCK.instant().minus(ago), monitor.hint);
    }

    private static Original hold(Bench bench, String reference) {
        Outcome held = bench.terminal.perform(new TerminalRequest.PreAuthorisation(reference, TEN), new Recorder());
        return original((Outcome.Approved) held);
    }

    private static Original original(Outcome.Approved approved) {
        return new Original("R", TEN, approved.card(), Bench.CLOCK.instant(), "");
    }
}
