package io.keentill.device.poslink;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.emulation.Script;
import io.keentill.device.poslink.kit.Bench;
import io.keentill.device.poslink.kit.Bench.Way;
import io.keentill.device.poslink.kit.Recorder;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.Totals;
import io.keentill.device.terminal.TotalsAnswer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Voids, refunds, reservations and the batch: what the terminal's books are good for, and what their close ends. */
@Timeout(60)
class BooksTest {

    private static final Currency POUNDS = Currency.getInstance("GBP");

    private record Paid(TerminalRequest.Sale request, Outcome.Approved outcome, String hint) {

        Original original() {
            return new Original(request.reference(), outcome.amount(), outcome.card(), Bench.CLOCK.instant(), hint);
        }
    }

    private static Paid paid(Bench bench, long minor) {
        Recorder monitor = new Recorder();
        Outcome outcome = bench.pay(minor, monitor);
        assertThat(outcome).isInstanceOf(Outcome.Approved.class);
        return new Paid(Bench.sale(minor), (Outcome.Approved) outcome, monitor.hint);
    }

    private static Outcome run(Bench bench, TerminalRequest request) {
        return bench.terminal.perform(request, new Recorder());
    }

    @ParameterizedTest
    @EnumSource
    void voidsRefundsAndClosesTheBatch(Way way) throws IOException {
        try (Bench bench = Bench.open(way)) {
            Paid ten = paid(bench, 1000);
            paid(bench, 700);
            TerminalRequest voiding = new TerminalRequest.Reversal("V1", Bench.pounds(1000), ten.original());
            assertThat(run(bench, voiding)).isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(700);
            assertThat(run(bench, new TerminalRequest.Reversal("V2", Bench.pounds(1000), ten.original())))
                    .as("nothing is undone twice")
                    .isNotInstanceOf(Outcome.Approved.class);
            assertThat(run(bench, new TerminalRequest.Refund("F1", Bench.pounds(200))))
                    .isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(500);
            assertThat(bench.terminal.totals(POUNDS)).isInstanceOfSatisfying(TotalsAnswer.Told.class, told -> {
                assertThat(told.totals().net()).isEqualTo(Bench.pounds(500));
                assertThat(told.totals().lines())
                        .extracting(Totals.Line::kind, Totals.Line::count)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple(Totals.Kind.SALES, 1),
                                org.assertj.core.groups.Tuple.tuple(Totals.Kind.REFUNDS, 1));
            });
            assertThat(bench.terminal.settle(POUNDS)).isEqualTo(new Settlement.Closed(2, Bench.pounds(500)));
            assertThat(bench.terminal.settle(POUNDS)).isEqualTo(new Settlement.Closed(0, Bench.pounds(0)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsTakesAndLetsGo(Way way) throws IOException {
        try (Bench bench = Bench.open(way)) {
            TerminalRequest.PreAuthorisation first = new TerminalRequest.PreAuthorisation("A1", Bench.pounds(5000));
            Original held = original(bench, first);
            assertThat(bench.charged()).isZero();
            assertThat(run(bench, new TerminalRequest.Completion("C0", Bench.pounds(5001), held)))
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(run(bench, new TerminalRequest.Completion("C1", Bench.pounds(4200), held)))
                    .isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(4200);
            Original other = original(bench, new TerminalRequest.PreAuthorisation("A2", Bench.pounds(900)));
            assertThat(run(bench, new TerminalRequest.Release("L1", Bench.pounds(900), other)))
                    .isInstanceOf(Outcome.Approved.class);
            assertThat(run(bench, new TerminalRequest.Completion("C2", Bench.pounds(900), other)))
                    .as("what was let go cannot be taken")
                    .isNotInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(4200);
        }
    }

    private static Original original(Bench bench, TerminalRequest request) {
        Recorder monitor = new Recorder();
        Outcome outcome = bench.terminal.perform(request, monitor);
        assertThat(outcome).isInstanceOf(Outcome.Approved.class);
        return new Original(
                request.reference(),
                request.amount(),
                ((Outcome.Approved) outcome).card(),
                Bench.CLOCK.instant(),
                monitor.hint);
    }

    @Test
    void afterTheBatchIsClosedAVoidNeverHitsAnotherPaymentAndALinkedRefundStillWorks() throws IOException {
        try (Bench bench = Bench.open(Way.TCP)) {
            Paid ten = paid(bench, 1000);
            assertThat(bench.terminal.settle(POUNDS)).isInstanceOf(Settlement.Closed.class);
            Recorder monitor = new Recorder();
            Outcome same = bench.terminal.perform(new TerminalRequest.Sale("OTHER", Bench.pounds(1000)), monitor);
            assertThat(((Outcome.Approved) same).card().receiptNumber())
                    .as("numbers begin again, and so name another payment")
                    .isEqualTo(ten.outcome().card().receiptNumber());
            assertThat(run(bench, new TerminalRequest.Reversal("V1", Bench.pounds(1000), ten.original())))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class, it -> assertThat(it.message()).contains("give a refund"));
            assertThat(bench.charged()).isEqualTo(2000);
            assertThat(run(bench, new TerminalRequest.Refund("F1", Bench.pounds(400), ten.original())))
                    .isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(1600);
            assertThat(bench.emulator.terminal().acquirer().all().getLast().original())
                    .as("it names the payment it gives back")
                    .isEqualTo(1);
        }
    }

    @Test
    void afterTheBatchIsClosedALostPaymentIsForPeople() throws IOException {
        try (Bench bench = Bench.open(Way.TCP)) {
            paid(bench, 111);
            bench.emulator.terminal().next(DriverScenarioTest.fault(Script.Fault.LOSE_RESULT));
            Recorder monitor = new Recorder();
            assertThat(bench.pay(1000, monitor)).isInstanceOf(Outcome.Unknown.class);
            bench.charged();
            bench.emulator.terminal().settle();
            assertThat(bench.query(Bench.sale(1000), monitor)).isInstanceOf(QueryAnswer.CannotTell.class);
            paid(bench, 5);
            assertThat(bench.query(Bench.sale(1000), monitor)).isInstanceOf(QueryAnswer.CannotTell.class);
        }
    }

    @Test
    void inABatchThatWasEmptyOnlyAFreshPaymentIsKnownNotToBe() throws IOException {
        try (Bench bench = Bench.open(Way.TCP)) {
            bench.emulator.terminal().next(new Script.Reboot(false));
            Recorder monitor = new Recorder();
            assertThat(bench.pay(1000, monitor)).isInstanceOf(Outcome.Unknown.class);
            assertThat(bench.query(Bench.sale(1000), monitor)).isInstanceOf(QueryAnswer.NotFound.class);
            for (Duration jump : new Duration[] {Duration.ofHours(9), Duration.ofHours(-9)}) {
                bench.clock = Clock.offset(Bench.CLOCK, jump);
                bench.restartTill();
                assertThat(bench.query(Bench.sale(1000), monitor))
                        .as("%s later", jump)
                        .isInstanceOf(QueryAnswer.CannotTell.class);
            }
        }
    }

    @Test
    void anotherCurrencyIsRefusedBeforeAnythingIsSent() throws IOException {
        try (Bench bench = Bench.open(Way.TCP)) {
            Recorder monitor = new Recorder();
            TerminalRequest euros = new TerminalRequest.Sale("E1", io.keentill.domain.money.Money.of(100, "EUR"));
            assertThat(bench.terminal.perform(euros, monitor))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class, it -> assertThat(it.message()).contains("GBP", "EUR"));
            assertThat(monitor.sent).isFalse();
            assertThat(bench.trace).isEmpty();
            assertThat(bench.terminal.settle(Currency.getInstance("EUR"))).isInstanceOf(Settlement.NotClosed.class);
        }
    }
}
