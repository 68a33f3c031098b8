package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Recorder;
import io.keentill.domain.money.Money;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Approvals that do not say how much, and terminals that never come to an end. */
@Timeout(60)
class DoubtfulResultTest {

    private static final Money TEN = Money.of(1000, "EUR");

    @ParameterizedTest
    @EnumSource
    void anApprovalThatDoesNotSayHowMuchIsUndone(DriverScenarioTest.Line line) throws IOException {
        for (NextOutcome vague : new NextOutcome[] {new NextOutcome.NoAmount(), new NextOutcome.UnknownField()}) {
            try (Bench bench = line.open()) {
                bench.paid(111);
                bench.emulator.next(vague);
                Recorder monitor = new Recorder();
                assertThat(bench.pay(1000, monitor)).as("%s", vague).isInstanceOf(Outcome.Unknown.class);
                assertThat(monitor.outcomes).as("%s", vague).isEmpty();
                assertThat(bench.charged()).as("%s", vague).isEqualTo(111);
                assertThat(bench.query(Bench.sale(1000), monitor))
                        .isInstanceOfSatisfying(
                                QueryAnswer.Found.class,
                                it -> assertThat(it.outcome()).isInstanceOf(Outcome.Cancelled.class));
            }
        }
    }

    @Test
    void aReversalUndoesTheWholePaymentAndMayLeaveTheAmountOut() throws IOException {
        try (Bench bench = Bench.tcp(Bench.settings())) {
            Outcome.Approved sale = (Outcome.Approved) bench.pay(1000, new Recorder());
            Original original = new Original("R", TEN, sale.card(), Bench.CLOCK.instant(), "");
            bench.emulator.next(new NextOutcome.UnknownField());
            assertThat(bench.terminal.perform(new TerminalRequest.Reversal("V1", TEN, original), new Recorder()))
                    .as("what was not read may be an amount")
                    .isInstanceOf(Outcome.Unknown.class);
            assertThat(bench.charged()).isEqualTo(1000);
            bench.emulator.next(new NextOutcome.NoAmount());
            assertThat(bench.terminal.perform(new TerminalRequest.Reversal("V2", TEN, original), new Recorder()))
                    .isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentThatNeverEndsIsInDoubtAtLast(DriverScenarioTest.Line line) throws IOException {
        try (Bench bench = line.open(Bench.settings(), "longest=0.5")) {
            bench.emulator.next(new NextOutcome.Slow(Duration.ofSeconds(8)));
            assertThat(bench.pay(1000, new Recorder()))
                    .isInstanceOfSatisfying(
                            Outcome.Unknown.class,
                            it -> assertThat(it.message()).contains("does not come to an end"));
        }
    }

    @Test
    void aTerminalThatOnlyAsksForMoreTimeIsGivenUp() {
        TerminalDriver.Context context = new TerminalDriver.Context(
                (where, within) -> new Babble(), Bench.CLOCK, FrameTrace.OFF, SecretStore.inMemory());
        TerminalAddress address = TerminalAddress.parse("zvt:tcp:babble:1?longest=0.5&quiet=0.001");
        try (PaymentTerminal terminal = new ZvtDriver().open(address, context)) {
            assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.UNREACHABLE);
        }
    }

    /** Says yes to the first command, and from then on "please wait" for ever. */
    private static final class Babble implements Link {

        private static final Bytes YES = Bytes.hex("80 00 00");
        private static final Bytes WAIT = Bytes.hex("04 FF 01 0E");
        private boolean asked;
        private boolean answered;

        @Override
        public void write(byte[] bytes) {
            asked = true;
        }

        @Override
        public int read(byte[] into, Duration atMost) {
            if (!asked) {
                return 0;
            }
            Bytes said = answered ? WAIT : YES;
            answered = true;
            System.arraycopy(said.toArray(), 0, into, 0, said.length());
            return said.length();
        }

        @Override
        public LinkAddress address() {
            return LinkAddress.parse("tcp:babble:1");
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
