package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.support.FakeRevKeen.Fault;
import io.keentill.engine.support.HttpPeer.Request;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a card payment that was posted for the till's own device, by what RevKeen says of it. */
class DeviceOutcomeTest {

    private static final String ASK = "GET /v2/terminal-payments/tp-1";
    private static final String POST = "POST /v2/terminal-payments";

    private StepRig rig;
    private Order sale;
    private OutboxRow row;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new StepRig(folder);
        rig.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
        sale = rig.till.sellByCard();
        row = rig.atDevice(sale);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void whatIsPostedWaitsUnderItsIdForAnOutcome() {
        assertThat(row.state()).isEqualTo(OutboxState.WAITING);
        assertThat(row.remoteId()).isEqualTo("tp-1");
        assertThat(row.lastStatus()).isEqualTo(201);
        assertThat(row.lastAnswer()).contains("requested");
        assertThat(row.notBefore()).isEqualTo(rig.clock.instant());
    }

    /** What it said in between is an answer as it should be: the next trouble is the first one again. */
    @Test
    void aPaymentThatIsStillUnderWayEndsTheCountOfEarlierTrouble() throws Exception {
        rig.revKeen.refuse(3, r -> r.line().equals(ASK), 503, "{}");
        for (int i = 0; i < 3; i++) {
            rig.sender.advance(rig.now(row));
        }
        assertThat(rig.now(row).notBefore()).isEqualTo(rig.clock.instant().plusSeconds(4));
        rig.answers(ASK, 200, StepRig.payment("requested"));
        rig.sender.advance(rig.now(row));
        rig.answers(ASK, 503, "{}");
        rig.sender.advance(rig.now(row));
        assertThat(rig.now(row).notBefore()).isEqualTo(rig.clock.instant().plusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approved", "standalone_approved"})
    void whatIsApprovedIsDoneAndKeepsWhenRevKeenMadeIt(String status) throws Exception {
        assertThat(asked(StepRig.payment(status))).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.now(row)).isEqualTo(row.done(200, "{\"created_at\":\"2026-11-24T09:59:00Z\"}", "tp-1"));
        assertThat(rig.turn.holder()).isEmpty();
    }

    @Test
    void withoutATimeNoneIsMadeUp() throws Exception {
        asked("{'data':{'id':'tp-1','status':'approved','amount_minor':250,'currency':'GBP'}}");
        assertThat(rig.now(row)).isEqualTo(row.done(200, "", "tp-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "in_progress"})
    void whatIsUnderWayIsAskedAboutSoonAndKeepsItsTurn(String status) throws Exception {
        assertThat(asked(StepRig.payment(status))).isInstanceOf(Answer.AtDevice.class);
        assertThat(rig.now(row)).isEqualTo(row.retryAt(rig.clock.instant().plusMillis(300), 200, null, null));
        assertThat(rig.turn.holder()).hasValue(row.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"declined", "error", "standalone_declined", "a_word_of_tomorrow"})
    void whatRevKeenShowsAsNotPaidThoughItWasIsForSomebodyToCorrect(String status) throws Exception {
        assertThat(asked(StepRig.payment(status))).isInstanceOf(Answer.Never.class);
        OutboxRow task = rig.now(row);
        assertThat(task.state()).isEqualTo(OutboxState.TASK);
        assertThat(task.lastStatus()).isEqualTo(200);
        assertThat(task.problem()).contains("as " + status, "The customer has paid: correct it", "reference R1");
    }

    @Test
    void ofARefundItSaysThatTheCustomerHasTheMoneyBack() throws Exception {
        rig.turn.giveBack(row.id());
        OutboxRow back = rig.added(sale.id(), 9, OutboxKind.CARD_BACK, "p");
        rig.change(
                back,
                any -> any.frozen("POST", "/terminal-payments/tp-0/refund", null, "k")
                        .done(201, "", "tp-1")
                        .retryAt(rig.clock.instant(), 201, "", null));
        rig.answers(ASK, 200, StepRig.payment("declined"));
        rig.sender.advance(rig.now(back));
        assertThat(rig.now(back).problem()).contains("The customer has the money back: correct it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timed_out", "cancelled"})
    void whatRevKeenGaveUpIsAnsweredAgainWhereItsCommandIsInHand(String status) throws Exception {
        rig.channel.inHand = true;
        for (int i = 1; i <= 3; i++) {
            assertThat(asked(StepRig.payment(status))).isInstanceOf(Answer.Later.class);
            assertThat(rig.channel.answeredAgain).hasSize(i).containsOnly("tp-1");
            assertThat(rig.now(row).problem()).contains("RevKeen shows this payment as " + status);
            assertThat(rig.now(row).notBefore()).isEqualTo(rig.clock.instant().plusSeconds(5));
        }
        assertThat(rig.revKeen.requests(POST)).as("posted once").hasSize(1);
    }

    /** A till that has died since may have answered it: that has arrived by the second look. */
    @Test
    void whereItIsNotInHandItIsPostedAnewAtTheSecondLook() throws Exception {
        assertThat(asked(StepRig.payment("timed_out"))).isInstanceOf(Answer.Later.class);
        assertThat(rig.revKeen.requests(POST)).hasSize(1);
        rig.answers(POST, 201, StepRig.payment("requested").replace("tp-1", "tp-2"));
        assertThat(asked(StepRig.payment("timed_out"))).isInstanceOf(Answer.AtDevice.class);
        List<Request> posts = rig.revKeen.requests(POST);
        assertThat(posts).hasSize(2);
        assertThat(posts.get(1).body()).isEqualTo(posts.get(0).body());
        assertThat(posts.get(1).headers().get("Idempotency-Key"))
                .isNotEqualTo(posts.get(0).headers().get("Idempotency-Key"));
        assertThat(rig.now(row).remoteId()).isEqualTo("tp-2");
        assertThat(rig.now(row).firstSentAt()).isEqualTo(rig.clock.instant());
        assertThat(rig.journalled("outbox.posted_again")).hasSize(1);
    }

    @Test
    void anApprovalBetweenTheTwoLooksWins() throws Exception {
        asked(StepRig.payment("timed_out"));
        assertThat(asked(StepRig.payment("approved"))).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.revKeen.requests(POST)).hasSize(1);
    }

    @Test
    void withoutAChannelThatWouldBringTheCommandItIsNotPostedAnew() throws Exception {
        asked(StepRig.payment("timed_out"));
        rig.channel.linked = false;
        assertThat(asked(StepRig.payment("timed_out"))).isInstanceOf(Answer.Later.class);
        assertThat(rig.revKeen.requests(POST)).hasSize(1);
        assertThat(rig.now(row).remoteId()).isEqualTo("tp-1");
        assertThat(rig.now(row).notBefore()).isEqualTo(rig.clock.instant().plusSeconds(5));
    }

    @Test
    void aReversalWhosePaymentRevKeenNoLongerKnowsIsNotPostedAnew() throws Exception {
        assertThat(rig.till
                        .refunds()
                        .refund(new RefundWish(sale.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "bitter"), CLERK))
                .isInstanceOf(RefundResult.Given.class);
        rig.turn.giveBack(row.id());
        rig.change(row, any -> any.thawed().done(null, null, null));
        OutboxRow back = rig.row(sale, OutboxKind.CARD_BACK);
        rig.change(
                back,
                any -> any.frozen("POST", "/terminal-payments/tp-0/void", null, "k")
                        .done(201, "", "tp-1")
                        .retryAt(rig.clock.instant(), 201, "", null));
        rig.answers(ASK, 200, StepRig.payment("cancelled"));
        rig.sender.advance(rig.now(back));
        rig.answers(ASK, 200, StepRig.payment("cancelled"));
        assertThat(rig.sender.advance(rig.now(back))).isInstanceOf(Answer.NotSent.class);
        assertThat(rig.now(back).state()).isEqualTo(OutboxState.DONE);
    }

    @Test
    void whatCannotBeAskedIsAskedLaterAndStaysPosted() throws Exception {
        assertThat(answered(503, "{'error':{'message':'later'}}")).isInstanceOf(Answer.Later.class);
        assertThat(rig.now(row).remoteId()).isEqualTo("tp-1");
        assertThat(rig.now(row).problem()).contains("later");
        rig.revKeen.fault(1, r -> r.line().equals(ASK), Fault.DROP_ANSWER);
        assertThat(rig.sender.advance(rig.now(row)))
                .isInstanceOfSatisfying(
                        Answer.Pause.class, pause -> assertThat(pause.reason()).isEqualTo(Answer.Reason.UNREACHABLE));
        assertThat(rig.now(row).remoteId()).isEqualTo("tp-1");
        assertThat(Duration.between(rig.clock.instant(), rig.now(row).notBefore()))
                .isZero();
    }

    private Answer asked(String payment) throws Exception {
        return answered(200, payment);
    }

    private Answer answered(int status, String body) throws Exception {
        rig.answers(ASK, status, body);
        return rig.sender.advance(rig.now(row));
    }
}
