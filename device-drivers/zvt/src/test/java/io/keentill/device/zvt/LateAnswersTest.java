package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.conformance.fuzz.GivenLink;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Recorder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** ZVT's answers name no command: one that comes late must never be taken for that to a later command. */
@Timeout(60)
class LateAnswersTest {

    private static final String REGISTERED = "80 00 00 06 0F 00 ";
    private static final String PAID =
            "80 00 00 04 0F 15 27 00 04 00 00 00 00 10 00 49 09 78 0B 00 00 02 87 00 02" + " 06 00 06 0F 00";

    static Stream<Arguments> lateAnswers() {
        return Arrays.stream(DriverScenarioTest.Line.values())
                .flatMap(line -> Stream.of(0x8483, 0x849C, 0x8000).map(reply -> Arguments.of(line, reply)));
    }

    /** Clerk and terminal give the customer up in the same moment; the terminal answers the till's 06 B0 after its own 06 1E. */
    @ParameterizedTest
    @MethodSource("lateAnswers")
    void theNextCustomerPaysOnceAfterAStopThatCrossedTheEnd(DriverScenarioTest.Line line, int reply) throws Exception {
        try (Bench bench = line.open()) {
            bench.paid(111);
            bench.emulator.next(new NextOutcome.StopCrosses(reply));
            assertThat(stopped(bench)).isInstanceOf(Outcome.Cancelled.class);
            Recorder next = new Recorder();
            assertThat(bench.pay(250, next)).isInstanceOf(Outcome.Approved.class);
            assertThat(next.hint).as("what was the last payment before").startsWith("zvt1;trace=1;receipt=1");
            assertThat(bench.charged()).isEqualTo(361);
            assertThat(bench.pay(40, new Recorder())).isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @MethodSource("lateAnswers")
    void theTerminalIsReadyAfterAStopThatCrossedTheEnd(DriverScenarioTest.Line line, int reply) throws Exception {
        try (Bench bench = line.open()) {
            bench.emulator.next(new NextOutcome.StopCrosses(reply));
            assertThat(stopped(bench)).isInstanceOf(Outcome.Cancelled.class);
            assertThat(bench.terminal.status().state()).isEqualTo(TerminalStatus.State.READY);
            assertThat(bench.pay(250, new Recorder())).isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(250);
        }
    }

    @Test
    void aTerminalThatDoesNotTakeTheRegistrationIsSentNoPayment() {
        Recorder monitor = new Recorder();
        assertThat(pay("84 83 00 " + PAID, monitor)).isInstanceOf(Outcome.Failed.class);
        assertThat(monitor.sent).isFalse();
    }

    @Test
    void aTerminalThatKnowsNoRepeatedReceiptStillTakesPayments() {
        Recorder monitor = new Recorder();
        assertThat(pay(REGISTERED + "84 83 00 " + PAID, monitor)).isInstanceOf(Outcome.Approved.class);
        assertThat(monitor.hint).isEqualTo("zvt1");
    }

    @Test
    void thatTheTerminalKnowsNoRepeatedReceiptIsBelievedOnANewLinkOnly() {
        String none = "80 00 00 06 1E 01 B5 ";
        String another = PAID.replace("0B 00 00 02 87 00 02", "0B 00 00 03 87 00 03");
        try (PaymentTerminal terminal =
                terminal(List.of(REGISTERED + none + PAID + " 84 83 00", REGISTERED + none + another))) {
            assertThat(terminal.perform(Bench.sale(1000), new Recorder())).isInstanceOf(Outcome.Approved.class);
            Recorder monitor = new Recorder();
            assertThat(terminal.perform(Bench.sale(1000), monitor)).isInstanceOf(Outcome.Approved.class);
            assertThat(monitor.hint).isEqualTo("zvt1;none=1");
        }
    }

    /** The end of something earlier comes again, as on a line on which the till's acknowledgement was lost. */
    @Test
    void anEndBeforeTheAnswerToThePaymentIsNotItsEnd() {
        String none = "80 00 00 06 1E 01 B5 ";
        assertThat(pay(REGISTERED + none + "06 1E 01 B5 " + PAID, new Recorder()))
                .isInstanceOf(Outcome.Approved.class);
        assertThat(pay(REGISTERED + none + "06 0F 00 " + PAID, new Recorder())).isInstanceOf(Outcome.Approved.class);
        assertThat(pay(REGISTERED + none + "06 1E 01 B5 ", new Recorder())).isInstanceOf(Outcome.Unknown.class);
    }

    /** A sale that the clerk stops once the terminal asks for a card. */
    private static Outcome stopped(Bench bench) throws Exception {
        Recorder monitor = new Recorder();
        CompletableFuture<Outcome> paying = CompletableFuture.supplyAsync(() -> bench.pay(1000, monitor));
        while (monitor.progress.stream().noneMatch(it -> it.stage() == Progress.Stage.WAITING_FOR_CARD)) {
            assertThat(paying).isNotDone();
            LockSupport.parkNanos(1_000_000);
        }
        bench.terminal.requestCancel("R1000");
        Outcome outcome = paying.get(40, TimeUnit.SECONDS);
        bench.awaitIdle();
        return outcome;
    }

    /** A sale over TCP at a terminal that says just this. */
    private static Outcome pay(String said, Recorder monitor) {
        try (PaymentTerminal terminal = terminal(List.of(said))) {
            return terminal.perform(Bench.sale(1000), monitor);
        }
    }

    /** A terminal that says this on its first connection, that on its second, and so on. */
    private static PaymentTerminal terminal(List<String> said) {
        Iterator<String> links = said.iterator();
        TerminalDriver.Context context = new TerminalDriver.Context(
                (address, within) -> GivenLink.answering(
                        LinkAddress.parse("tcp:given:1"),
                        Bytes.hex(links.next()).toArray()),
                Bench.CLOCK,
                FrameTrace.OFF,
                SecretStore.inMemory());
        return new ZvtDriver()
                .open(TerminalAddress.parse("zvt:tcp:given:1?verify=0.01&pause=0.01&quiet=0.01"), context);
    }
}
