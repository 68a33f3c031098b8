package io.keentill.engine.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payments without a sale on the counter: what may go back, and what a run that ended early leaves behind. */
class TerminalDeskTest {

    private final FakeTerminal terminal =
            new FakeTerminal().able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
    private final List<TerminalRequest> requests = new ArrayList<>();
    private TestTill till;
    private TerminalDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
        desk = desk();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        till.close();
    }

    private TerminalDesk desk() {
        return new TerminalDesk(
                till.store(), terminal.session(), till.ids(), till.clock(), till.events(), Duration.ofMillis(20));
    }

    private static Money pence(long minor) {
        return TestTill.pounds(minor);
    }

    private PaymentAttempt ran(DirectResult result) {
        assertThat(result).isInstanceOf(DirectResult.Ran.class);
        return ((DirectResult.Ran) result).attempt();
    }

    private String refused(DirectResult result) {
        assertThat(result).isInstanceOf(DirectResult.Refused.class);
        return ((DirectResult.Refused) result).message().toString();
    }

    private FakeTerminal.Script approved() {
        return Scripts.ends(request -> {
            requests.add(request);
            return new Outcome.Approved(request.amount(), CardDetails.NONE, Outcome.TerminalReceipts.NONE);
        });
    }

    private String sale(long minor) {
        terminal.then(approved());
        PaymentAttempt sale = ran(desk.take(pence(minor), "ann"));
        assertThat(sale.state()).isEqualTo(AttemptState.APPROVED);
        assertThat(sale.orderId()).isNull();
        return sale.reference();
    }

    @Test
    void noMoreGoesBackThanWasTaken() {
        String sale = sale(1000);
        terminal.then(approved()).then(approved());
        assertThat(ran(desk.refund(sale, pence(400), "ann")).moved()).isTrue();
        assertThat(refused(desk.refund(sale, pence(601), "ann"))).contains("6.00");
        assertThat(refused(desk.undo(sale, "ann"))).contains("Refund the rest");
        PaymentAttempt rest = ran(desk.refund(sale, null, "ann"));
        assertThat(rest.approved()).isEqualTo(pence(600));
        assertThat(refused(desk.refund(sale, pence(1), "ann"))).contains("is left");
        assertThat(requests.getLast())
                .isInstanceOfSatisfying(
                        TerminalRequest.Refund.class,
                        refund -> assertThat(refund.earlier())
                                .hasValueSatisfying(original ->
                                        assertThat(original.reference()).isEqualTo(sale)));
    }

    @Test
    void aRefundThatWasDeclinedTakesNothingFromWhatIsLeft() {
        String sale = sale(1000);
        terminal.then(Scripts.decline()).then(approved());
        assertThat(ran(desk.refund(sale, null, "ann")).state()).isEqualTo(AttemptState.DECLINED);
        assertThat(ran(desk.undo(sale, "ann")).approved()).isEqualTo(pence(1000));
        assertThat(refused(desk.undo(sale, "ann"))).contains("is left");
    }

    @Test
    void nothingGoesBackTwiceWhileOneIsInDoubt() throws Exception {
        String sale = sale(1000);
        terminal.answering(past -> new QueryAnswer.InProgress());
        terminal.then(Scripts.answerLost(
                r -> new Outcome.Approved(r.amount(), CardDetails.NONE, Outcome.TerminalReceipts.NONE)));
        PaymentAttempt doubt = ran(desk.refund(sale, null, "ann"));
        assertThat(doubt.state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(desk.open()).extracting(PaymentAttempt::id).containsExactly(doubt.id());
        assertThat(refused(desk.refund(sale, null, "ann"))).contains("clarified");
        assertThat(refused(desk.take(pence(5), "ann"))).contains(doubt.reference());
        desk.close();
        assertThat(terminal.isClosed()).isTrue();
        terminal.answeringHonestly();
        desk = desk();
        Eventually.until("it is known", () -> desk.open().isEmpty());
        assertThat(desk.attempt(doubt.id()).orElseThrow().state()).isEqualTo(AttemptState.APPROVED);
        assertThat(refused(desk.refund(sale, null, "ann"))).contains("is left");
    }

    @Test
    void whereATerminalCannotLinkTheTillStillDoes() {
        terminal.able(Capability.REFUND);
        String sale = sale(1000);
        terminal.then(approved());
        PaymentAttempt back = ran(desk.refund(sale, null, "ann"));
        assertThat(back.originalId()).isNotNull();
        assertThat(requests.getLast().earlier()).isEmpty();
        assertThat(refused(desk.undo(sale, "ann"))).contains("cannot undo");
    }

    @Test
    void whatWasNotTakenHereDoesNotGoBack() {
        assertThat(refused(desk.refund("NOSUCHONE0", null, "ann"))).contains("knows no payment");
        terminal.then(Scripts.decline());
        String declined = ran(desk.take(pence(100), "ann")).reference();
        assertThat(refused(desk.undo(declined, "ann"))).contains("took no money");
        String sale = sale(1000);
        assertThat(refused(desk.refund(sale, Money.of(1, java.util.Currency.getInstance("EUR")), "ann")))
                .contains("GBP");
        assertThat(refused(desk.refund(null, pence(100), "ann"))).contains("reference");
        terminal.able(Capability.CANCEL);
        assertThat(refused(desk.refund(sale, null, "ann"))).contains("cannot give money back");
    }

    @Test
    void whoAsksToStopReachesTheTerminal() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        terminal.then((request, monitor, t) -> {
            Scripts.sending(request, monitor);
            sent.countDown();
            await(t.cancelled());
            return new Outcome.Cancelled("Stopped by the customer");
        });
        try (ExecutorService clerk = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<DirectResult> taken = clerk.submit(() -> desk.take(pence(100), "ann"));
            await(sent);
            desk.requestCancel();
            assertThat(ran(taken.get(10, TimeUnit.SECONDS)).state()).isEqualTo(AttemptState.CANCELLED);
        }
    }

    @Test
    void whatIsOpenOnAnotherTerminalIsNotItsOwn() throws Exception {
        terminal.answering(past -> new QueryAnswer.InProgress());
        terminal.then(Scripts.answerLost(Scripts::approval));
        PaymentAttempt doubt = ran(desk.take(pence(100), "ann"));
        FakeTerminal second = new FakeTerminal();
        TerminalSession session = new TerminalSession(TerminalAddress.parse("fake:tcp:127.0.0.1:2"), second);
        try (TerminalDesk other = new TerminalDesk(
                till.store(), session, till.ids(), till.clock(), till.events(), Duration.ofMillis(20))) {
            assertThat(other.open()).isEmpty();
            assertThat(other.terminal()).isSameAs(session);
            assertThat(ran(other.take(pence(200), "ann")).moved())
                    .as("it is free")
                    .isTrue();
        }
        assertThat(second.isClosed()).isTrue();
        assertThat(desk.open()).extracting(PaymentAttempt::id).containsExactly(doubt.id());
    }

    @Test
    void closedItAsksNoMore() throws Exception {
        AtomicReference<Thread> asking = new AtomicReference<>();
        terminal.answering(past -> {
            asking.set(Thread.currentThread());
            return new QueryAnswer.InProgress();
        });
        terminal.then(Scripts.answerLost(Scripts::approval));
        ran(desk.take(pence(100), "ann"));
        Eventually.until("asked", () -> asking.get() != null);
        desk.close();
        Eventually.until("ended", () -> asking.get().getState() == Thread.State.TERMINATED);
    }

    @Test
    void theSlipOfAPaymentIsKeptForWhoeverPrints() {
        terminal.then(Scripts.ends(r -> new Outcome.Approved(
                r.amount(),
                CardDetails.NONE,
                new Outcome.TerminalReceipts(List.of("Sign here"), List.of("Thank you")))));
        assertThat(desk.slip(ran(desk.take(pence(100), "ann")).id()))
                .isEqualTo(new TerminalSlip(List.of("Sign here"), List.of("Thank you")));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
