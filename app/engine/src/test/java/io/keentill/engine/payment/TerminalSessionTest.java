package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.GBP;
import static io.keentill.engine.support.TestTill.pounds;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Reprint;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.terminal.TerminalStatus.State;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.support.Eventually;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One call at a time on a terminal, and what is remembered of how it was. */
class TerminalSessionTest {

    private static final Money ALL = pounds(250);
    private static final TerminalRequest SALE = new TerminalRequest.Sale("REF0000001", ALL);
    private static final PastAttempt PAST =
            new PastAttempt("REF0000001", PaymentKind.SALE, ALL, Instant.parse("2026-11-24T10:00:00Z"), "");
    private static final AttemptMonitor NOBODY = new AttemptMonitor() {
        @Override
        public void sending(String recoveryHint) {}

        @Override
        public void progress(Progress progress) {}

        @Override
        public void outcome(Outcome outcome) {}
    };

    /** Everything that a terminal is asked. */
    enum Call {
        STATUS(TerminalSession::status),
        SETTLE(s -> s.settle(GBP)),
        PAIR(s -> s.pair(Map.of())),
        UNPAIR(s -> {
            s.unpair();
            return "";
        }),
        IDENTIFY(TerminalSession::identify),
        TOTALS(s -> s.totals(GBP)),
        REPRINT(TerminalSession::reprintLast),
        PERFORM(s -> s.perform(SALE, NOBODY)),
        QUERY(s -> s.query(PAST));

        private final On on;

        Call(On on) {
            this.on = on;
        }

        private interface On {
            Object session(TerminalSession session) throws Exception;
        }
    }

    private final AskedTerminal terminal = new AskedTerminal();
    private final TerminalSession session =
            new TerminalSession(TerminalAddress.parse("fake:tcp:127.0.0.1:1"), terminal);
    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        others.close();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STATUS", "IDENTIFY"})
    void whileItIsAtSomethingNobodyElseTalksToIt(Call call) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        terminal.atEachCall(() -> {
            begun.countDown();
            await(end);
        });
        Future<Object> result = others.submit(() -> call.on.session(session));
        await(begun);
        terminal.atEachCall(() -> {});
        TerminalStatus meanwhile = session.status();
        assertThat(meanwhile.state()).isEqualTo(State.BUSY);
        assertThat(meanwhile.message().toString().equals("A payment is running"))
                .as("said of a payment alone")
                .isEqualTo(call == Call.PERFORM);
        assertThat(terminal.calls()).as("it was left alone").isEqualTo(1);
        end.countDown();
        assertThat(result.get(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(session.status().state()).as("free for the next").isEqualTo(State.READY);
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS", "IDENTIFY"})
    void whoAsksHowItIsWhileSomebodyElseDoesGetsTheSameAnswer(Call call) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        terminal.atEachCall(() -> {
            begun.countDown();
            await(end);
        });
        Future<Object> first = others.submit(() -> call.on.session(session));
        await(begun);
        FutureTask<TerminalStatus> second = new FutureTask<>(session::status);
        Thread asking = Thread.ofPlatform().start(second);
        Eventually.until("it has its answer or waits", () -> second.isDone() || asking.getState() == WAITING);
        assertThat(second.isDone())
                .as("busy is said of payments and the like, not of a question about its health")
                .isFalse();
        end.countDown();
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(first.get(10, TimeUnit.SECONDS));
        assertThat(terminal.calls()).isEqualTo(1);
        session.status();
        assertThat(terminal.calls()).as("asked again later, it is asked").isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatFailedAtSomethingCanBeAskedAgain(Call call) throws Exception {
        terminal.atEachCall(() -> {
            throw new IllegalStateException("driver bug");
        });
        Future<Object> result = others.submit(() -> call.on.session(session));
        assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("driver bug");
        terminal.atEachCall(() -> {});
        assertThat(session.status().state()).isEqualTo(State.READY);
    }

    @Test
    void whatItAnswersComesBackAsItIs() throws Exception {
        assertThat(session.settle(GBP)).isEqualTo(terminal.settle(GBP));
        assertThat(session.totals(GBP)).isEqualTo(terminal.totals(GBP));
        assertThat(session.pair(Map.of())).isEqualTo(terminal.pair(Map.of()));
        assertThat(session.pairingQuestions()).isEqualTo(terminal.pairingQuestions());
        assertThat(session.capabilities()).isEqualTo(terminal.capabilities());
        session.requestCancel("REF0000001");
        assertThat(terminal.cancelled()).containsExactly("REF0000001");
        session.unpair();
        assertThat(terminal.isUnpaired()).isTrue();
        session.close();
        assertThat(terminal.isClosed()).isTrue();
    }

    @Test
    void howItWasIsRememberedAndAskingForThatAsksNothing() {
        assertThat(session.lastStatus().state()).isEqualTo(State.UNREACHABLE);
        assertThat(session.lastStatus().message()).hasToString("Not asked yet");
        assertThat(terminal.calls()).isZero();
        assertThat(session.status()).isEqualTo(AskedTerminal.READY);
        assertThat(session.lastStatus()).isEqualTo(AskedTerminal.READY);
        assertThat(session.identify()).isEqualTo(AskedTerminal.SHOWN);
        assertThat(session.lastStatus()).isEqualTo(AskedTerminal.SHOWN);
        assertThat(terminal.calls()).isEqualTo(2);
    }

    @Test
    void whatAPaymentCameToTellsWhetherItIsThere() {
        Outcome approved = new Outcome.Approved(ALL, CardDetails.NONE, TerminalReceipts.NONE);
        Outcome declined = new Outcome.Declined("05", "No", CardDetails.NONE, TerminalReceipts.NONE);
        for (Outcome reached : List.of(approved, declined, new Outcome.Cancelled("Stopped"))) {
            away();
            assertThat(afterPayment(reached)).as("%s", reached).isEqualTo(State.READY);
        }
        for (Outcome nothingSaid : List.of(new Outcome.Unknown("Line dead"), new Outcome.Failed("Switched off"))) {
            away();
            assertThat(afterPayment(nothingSaid)).as("%s", nothingSaid).isEqualTo(State.UNREACHABLE);
            session.status();
            assertThat(afterPayment(nothingSaid)).as("%s", nothingSaid).isEqualTo(State.READY);
        }
    }

    @Test
    void whatItSaysOfAnEarlierPaymentTellsWhetherItIsThere() {
        for (QueryAnswer reached :
                List.of(new QueryAnswer.Found(new Outcome.Failed("Nothing ran")), new QueryAnswer.InProgress())) {
            away();
            assertThat(afterQuestion(reached)).as("%s", reached).isEqualTo(State.READY);
        }
        for (QueryAnswer perhapsNotAsked : List.of(new QueryAnswer.NotFound(), new QueryAnswer.CannotTell("Why"))) {
            away();
            assertThat(afterQuestion(perhapsNotAsked)).as("%s", perhapsNotAsked).isEqualTo(State.UNREACHABLE);
        }
    }

    @Test
    void oneThatIsAwayIsStillKnownByItsNumber() {
        session.status();
        assertThat(afterQuestion(new QueryAnswer.Unreachable("switched off"))).isEqualTo(State.UNREACHABLE);
        assertThat(session.lastStatus().message()).hasToString("switched off");
        assertThat(session.lastStatus().terminalId()).isEqualTo("T1");
        afterQuestion(new QueryAnswer.InProgress());
        assertThat(session.lastStatus().message()).hasToString("");
        assertThat(session.lastStatus().terminalId()).isEqualTo("T1");
    }

    @Test
    void aReceiptPrintedAgainShowsNoCardNumber() {
        terminal.reprinting(new Reprint.Text(new TerminalReceipts(
                List.of("SALE", "PAN 4111 1111 1111 1111"), List.of("Thank you", "PAN 4929 1234 5678 1234"))));
        assertThat(session.reprintLast())
                .isEqualTo(new Reprint.Text(new TerminalReceipts(
                        List.of("SALE", "PAN ************1111"), List.of("Thank you", "PAN ************1234"))));
        for (Reprint noText : List.of(new Reprint.AtTerminal(), new Reprint.NotPrinted("No paper"))) {
            terminal.reprinting(noText);
            assertThat(session.reprintLast()).isEqualTo(noText);
        }
    }

    private State afterPayment(Outcome outcome) {
        terminal.ending(outcome);
        assertThat(session.perform(SALE, NOBODY)).isEqualTo(outcome);
        return session.lastStatus().state();
    }

    private State afterQuestion(QueryAnswer answer) {
        terminal.answering(answer);
        assertThat(session.query(PAST)).isEqualTo(answer);
        return session.lastStatus().state();
    }

    /** It was last heard to be away. */
    private void away() {
        afterQuestion(new QueryAnswer.Unreachable(Sentence.quoted("switched off")));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
