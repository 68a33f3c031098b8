package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.support.FakeRevKeen.Fault;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a refund that RevKeen does not take, though the customer has the money. */
class RefusedRefundsTest {

    private static final RefundScope WHOLE = new RefundScope.Whole();
    private static final String REFUSED = "{'error':{'code':'invalid','message':'Not like this'}}";
    private static final String NOTES = "POST /v2/credit_notes";
    private static final String VOID = "POST /v2/terminal-payments/tp-1/void";
    private static final String LIST = "GET /v2/terminal-payments";
    private static final String REFUND = "POST /v2/terminal-payments/tp-1/refund";

    private StepRig rig;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new StepRig(folder);
        rig.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aVoidThatRevKeenTakesForSettledIsARefundThereAtOnceUnderANewKey() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, WHOLE);
        rig.answers(VOID, 422, REFUSED);
        assertThat(rig.step(sale, OutboxKind.CARD_BACK)).isInstanceOfSatisfying(Answer.Later.class, later -> {
            assertThat(later.status()).isEqualTo(422);
            assertThat(later.after()).isEqualTo(Duration.ZERO);
        });
        OutboxRow row = rig.row(sale, OutboxKind.CARD_BACK);
        assertThat(row.state()).isEqualTo(OutboxState.WAITING);
        assertThat(row.notBefore()).isEqualTo(rig.clock.instant());
        assertThat(row.lastStatus()).isEqualTo(422);
        assertThat(row.problem()).contains("Not like this");
        rig.answers(REFUND, 201, StepRig.payment("requested"));
        assertThat(rig.sender.advance(row)).isInstanceOf(Answer.AtDevice.class);
        assertThat(rig.revKeen.requests(REFUND)).singleElement().satisfies(request -> {
            assertThat(request.text()).contains("\"amount_minor\":250");
            assertThat(request.headers().get("Idempotency-Key"))
                    .isNotEqualTo(
                            rig.revKeen.requests(VOID).getFirst().headers().get("Idempotency-Key"));
        });
    }

    @Test
    void aVoidThatIsRefusedForAnotherReasonIsNotMadeARefund() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, WHOLE);
        assertRefused(sale, VOID, 404);
        assertThat(rig.revKeen.requests(REFUND)).isEmpty();
    }

    @Test
    void aRefundAtTheTerminalThatIsRefusedIsATask() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, new RefundScope.Amount(pounds(100)));
        assertRefused(sale, REFUND, 422);
    }

    /** The dashboard gave all of the payment back meanwhile: RevKeen takes neither, ever, and somebody has to be told. */
    @Test
    void aVoidThatRevKeenTakesAsNeitherIsATaskAndNotTriedForEver() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, WHOLE);
        neither(sale);
        assertThat(rig.row(sale, OutboxKind.CARD_BACK).state()).isEqualTo(OutboxState.WAITING);
        neither(sale);
        assertTold(sale);
    }

    /** As before, and something on the way takes RevKeen's words out of every answer. */
    @Test
    void oneThatIsRefusedWithoutAWordIsATaskTooInTheEnd() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, WHOLE);
        rig.revKeen.refuse(99, r -> r.line().equals(VOID) || r.line().equals(REFUND), 422, "<html>");
        for (int tries = 0; tries < 4 * OutboxBook.BELIEVED; tries++) {
            assertThat(rig.row(sale, OutboxKind.CARD_BACK).state())
                    .as("try %d", tries)
                    .isEqualTo(OutboxState.WAITING);
            rig.step(sale, OutboxKind.CARD_BACK);
        }
        assertTold(sale);
    }

    /** Each round asks for the void, for the refund, and what is in its way: RevKeen is not asked every second for that. */
    @Test
    void aVoidBehindARefundOfRevKeensOwnRestsLongerEachTime() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, WHOLE);
        for (int seconds : new int[] {1, 2, 4, 8}) {
            rig.answers(LIST, 200, listed("in_progress").replace("250", "100"));
            neither(sale);
            assertThat(rig.row(sale, OutboxKind.CARD_BACK).notBefore())
                    .isEqualTo(rig.clock.instant().plusSeconds(seconds));
        }
        neither(sale);
        assertThat(rig.row(sale, OutboxKind.CARD_BACK).state())
                .as("the one in its way may have ended this moment")
                .isEqualTo(OutboxState.WAITING);
    }

    /** The same of one that is only looked for, because its key is too old to be sent again. */
    @Test
    void oneThatIsLookedForAndStandsBehindAnotherRestsLongerEachTime() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, WHOLE);
        rig.revKeen.fault(1, request -> request.line().equals(VOID), Fault.DROP_REQUEST);
        rig.step(sale, OutboxKind.CARD_BACK);
        rig.clock.jump(Duration.ofHours(24));
        for (int seconds : new int[] {1, 2, 4}) {
            rig.answers(LIST, 200, listed("in_progress"));
            rig.step(sale, OutboxKind.CARD_BACK);
            assertThat(rig.row(sale, OutboxKind.CARD_BACK).notBefore())
                    .isEqualTo(rig.clock.instant().plusSeconds(seconds));
        }
        assertThat(rig.revKeen.requests(VOID)).hasSize(1);
    }

    private void neither(Order sale) throws Exception {
        rig.answers(VOID, 422, REFUSED);
        rig.answers(REFUND, 422, REFUSED);
        rig.step(sale, OutboxKind.CARD_BACK);
        rig.step(sale, OutboxKind.CARD_BACK);
    }

    private void assertTold(Order sale) throws Exception {
        assertThat(rig.row(sale, OutboxKind.CARD_BACK).state()).isEqualTo(OutboxState.TASK);
    }

    /** What is not there would wait for the channel; but it was refused, and waiting changes nothing about that. */
    @Test
    void oneThatIsRefusedWhileTheChannelIsDownIsATaskToo() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, new RefundScope.Amount(pounds(100)));
        rig.revKeen.fault(1, request -> request.line().equals(REFUND), Fault.DROP_REQUEST);
        assertThat(rig.step(sale, OutboxKind.CARD_BACK)).isInstanceOf(Answer.Pause.class);
        rig.channel.linked = false;
        assertRefused(sale, REFUND, 422);
    }

    /** Somebody refunds the same payment at RevKeen's dashboard, and RevKeen sets all of it aside until that has ended. */
    @Test
    void oneThatStandsBehindARefundOfRevKeensOwnFollowsWhenThatHasEnded() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, new RefundScope.Amount(pounds(100)));
        for (String status : List.of("requested", "in_progress")) {
            rig.answers(REFUND, 422, REFUSED);
            rig.answers(LIST, 200, listed(status));
            assertStandsBehind(sale);
        }
        rig.answers(REFUND, 201, StepRig.payment("requested"));
        assertThat(rig.step(sale, OutboxKind.CARD_BACK)).isInstanceOf(Answer.AtDevice.class);
        assertThat(rig.revKeen.requests(REFUND))
                .extracting(request -> request.headers().get("Idempotency-Key"))
                .as("a refusal is kept under its key")
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    /** Both are of one pound, and the customer is to have two: the dashboard's has not come to the terminal yet. */
    @Test
    void oneOfRevKeensOwnOfTheSameAmountIsNotTakenForIt() throws Exception {
        Order sale = aPoundBack();
        anotherPoundIsInTheWay();
        assertStandsBehind(sale);
        rig.answers(REFUND, 201, StepRig.payment("requested"));
        assertThat(rig.step(sale, OutboxKind.CARD_BACK)).isInstanceOf(Answer.AtDevice.class);
        assertThat(rig.row(sale, OutboxKind.CARD_BACK).remoteId()).isEqualTo("tp-1");
    }

    /** The same where RevKeen refused the void first, under another key, or wanted a permission that came later. */
    @Test
    void norIsItAfterTheVoidWasRefused() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, WHOLE);
        rig.answers(LIST, 200, listed("requested"));
        neither(sale);
        assertThat(rig.row(sale, OutboxKind.CARD_BACK).remoteId()).isNull();
        rig.answers(VOID, 422, REFUSED);
        rig.step(sale, OutboxKind.CARD_BACK);
        rig.answers(REFUND, 403, "{'error':{'code':'forbidden','message':'Not with this key'}}");
        rig.answers(LIST, 200, listed("requested"));
        rig.step(sale, OutboxKind.CARD_BACK);
        rig.step(sale, OutboxKind.CARD_BACK);
        assertThat(rig.row(sale, OutboxKind.CARD_BACK).remoteId()).isNotEqualTo("tp-9");
    }

    /** What an unanswered try may have made is looked for, and is what it looks like. */
    @Test
    void oneOfTheSameAmountAfterATryWithoutAnAnswerIsOurs() throws Exception {
        Order sale = aPoundBack();
        unanswered(sale);
        anotherPoundIsInTheWay();
        assertTakenForOurs(sale);
    }

    /** Looked for in vain and sent again a day later, while what was sent first arrives at last. */
    @Test
    void soIsOneThatArrivesAfterItWasLookedForInVain() throws Exception {
        Order sale = aPoundBack();
        unanswered(sale);
        rig.clock.jump(Duration.ofHours(24));
        rig.answers(LIST, 200, "{'data':[],'has_more':false}");
        anotherPoundIsInTheWay();
        assertTakenForOurs(sale);
    }

    /** RevKeen gave up on it, and took the terminal's answer all the same before it was posted anew. */
    @Test
    void soIsOneThatWasPostedAndIsPostedAnew() throws Exception {
        Order sale = aPoundBack();
        rig.answers(REFUND, 201, StepRig.payment("requested"));
        rig.step(sale, OutboxKind.CARD_BACK);
        for (int look = 0; look < 2; look++) {
            rig.answers(LIST + "/tp-1", 200, StepRig.payment("timed_out"));
        }
        rig.step(sale, OutboxKind.CARD_BACK);
        anotherPoundIsInTheWay();
        assertTakenForOurs(sale);
    }

    /** Each of its tries was refused, and what the list would have said of that was lost once. */
    @ParameterizedTest
    @ValueSource(strings = {"<html>", REFUSED})
    void whatWasRefusedEachTimeIsNotThereWhateverItWasTold(String words) throws Exception {
        Order sale = aPoundBack();
        rig.answers(REFUND, 422, words);
        rig.answers(LIST, 500, "{}");
        rig.step(sale, OutboxKind.CARD_BACK);
        rig.revKeen.heal();
        anotherPoundIsInTheWay();
        assertStandsBehind(sale);
    }

    @Test
    void aTryWithoutAnAnswerIsNotForgottenOverARefusalThatNobodyCouldCheck() throws Exception {
        Order sale = aPoundBack();
        unanswered(sale);
        refusedUnchecked(sale);
        anotherPoundIsInTheWay();
        assertTakenForOurs(sale);
    }

    @Test
    void norIsOneAfterSuchARefusal() throws Exception {
        Order sale = aPoundBack();
        refusedUnchecked(sale);
        unanswered(sale);
        anotherPoundIsInTheWay();
        assertTakenForOurs(sale);
    }

    /** The till died before it could store that nobody answered: what is stored is what stood there when its bytes left. */
    @Test
    void norIsOneOfATillThatDiedAfterSuchARefusal() throws Exception {
        Order sale = aPoundBack();
        refusedUnchecked(sale);
        AtomicReference<OutboxRow> left = new AtomicReference<>();
        rig.revKeen.fault(1, request -> request.line().equals(REFUND) && isStored(sale, left), Fault.DROP_REQUEST);
        rig.step(sale, OutboxKind.CARD_BACK);
        rig.change(rig.row(sale, OutboxKind.CARD_BACK), _ -> left.get());
        anotherPoundIsInTheWay();
        assertTakenForOurs(sale);
    }

    private boolean isStored(Order sale, AtomicReference<OutboxRow> row) {
        try {
            row.set(rig.row(sale, OutboxKind.CARD_BACK));
            return true;
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    /** A refusal that nobody could check: RevKeen's list fails. */
    private void refusedUnchecked(Order sale) throws Exception {
        rig.answers(REFUND, 422, REFUSED);
        rig.answers(LIST, 500, "{}");
        rig.step(sale, OutboxKind.CARD_BACK);
    }

    private Order aPoundBack() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, new RefundScope.Amount(pounds(100)));
        return sale;
    }

    private void unanswered(Order sale) throws Exception {
        rig.revKeen.fault(1, request -> request.line().equals(REFUND), Fault.DROP_REQUEST);
        assertThat(rig.step(sale, OutboxKind.CARD_BACK)).isInstanceOf(Answer.Pause.class);
    }

    private void anotherPoundIsInTheWay() {
        rig.answers(REFUND, 422, REFUSED);
        rig.answers(LIST, 200, listed("requested").replace("250", "100"));
    }

    private void assertStandsBehind(Order sale) throws Exception {
        assertThat(rig.step(sale, OutboxKind.CARD_BACK)).isInstanceOf(Answer.Later.class);
        OutboxRow waits = rig.row(sale, OutboxKind.CARD_BACK);
        assertThat(waits.state()).isEqualTo(OutboxState.WAITING);
        assertThat(waits.remoteId()).isNull();
        assertThat(waits.problem()).contains("Another refund of this sale");
        assertThat(waits.notBefore()).isAfter(rig.clock.instant());
    }

    private void assertTakenForOurs(Order sale) throws Exception {
        assertThat(rig.step(sale, OutboxKind.CARD_BACK)).isInstanceOf(Answer.AtDevice.class);
        assertThat(rig.row(sale, OutboxKind.CARD_BACK).remoteId()).isEqualTo("tp-9");
    }

    /** It ends between the refusal and the list that is asked for why: nobody has to do anything about that. */
    @Test
    void oneThatIsRefusedJustBeforeARefundOfRevKeensOwnEndsFollows() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, new RefundScope.Amount(pounds(100)));
        rig.answers(REFUND, 422, REFUSED);
        rig.answers(LIST, 200, listed("error"));
        assertThat(rig.step(sale, OutboxKind.CARD_BACK)).isInstanceOf(Answer.Later.class);
        rig.answers(REFUND, 201, StepRig.payment("requested"));
        assertThat(rig.step(sale, OutboxKind.CARD_BACK)).isInstanceOf(Answer.AtDevice.class);
        assertThat(rig.revKeen.requests(REFUND))
                .extracting(request -> request.headers().get("Idempotency-Key"))
                .as("a refusal is kept under its key")
                .doesNotHaveDuplicates();
    }

    @Test
    void oneThatIsRefusedAfterARefundOfRevKeensOwnHasEndedIsATask() throws Exception {
        Order sale = posted(rig.till.sellByCard());
        refund(sale, new RefundScope.Amount(pounds(100)));
        rig.answers(LIST, 200, listed("declined"));
        assertRefused(sale, REFUND, 422);
    }

    private static String listed(String status) {
        return "{'data':[{'id':'tp-9','type':'refund','status':'" + status
                + "','amount_minor':250,'currency':'GBP','reference':'rk-9','invoice_id':'inv-7'}],'has_more':false}";
    }

    private void assertRefused(Order sale, String line, int status) throws Exception {
        rig.answers(line, status, REFUSED);
        if (rig.channel.linked) {
            assertThat(rig.step(sale, OutboxKind.CARD_BACK)).isInstanceOf(Answer.Later.class);
            assertThat(rig.row(sale, OutboxKind.CARD_BACK).problem()).contains("Not like this");
            rig.answers(line, status, REFUSED);
        }
        assertThat(rig.step(sale, OutboxKind.CARD_BACK)).isInstanceOf(Answer.Never.class);
        assertThat(rig.revKeen.requests("GET /v2/terminal-payments"))
                .as("it may be there all the same")
                .hasSize(rig.channel.linked ? 2 : 1);
        OutboxRow task = rig.row(sale, OutboxKind.CARD_BACK);
        assertThat(task.state()).isEqualTo(OutboxState.TASK);
        assertThat(task.problem()).contains("Not like this");
    }

    @Test
    void aCreditNoteThatConflictsIsThereAndIsAdopted() throws Exception {
        Order sale = invoiced(rig.till.sellForCash());
        Refund refund = refund(sale, WHOLE);
        rig.answers(NOTES, 409, REFUSED);
        isThere("cn-4", refund);
        assertThat(rig.step(sale, OutboxKind.CREDIT)).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.row(sale, OutboxKind.CREDIT).remoteId()).isEqualTo("cn-4");
    }

    /** RevKeen lists a credit note of this refund, over 2.50. */
    private void isThere(String id, Refund refund) {
        rig.answers(
                "GET /v2/credit_notes",
                200,
                "{'data':[{'id':'" + id + "','amount_minor':250,'status':'issued','reason':'Keentill refund "
                        + refund.reference() + ": bitter'}]}");
    }

    @Test
    void oneThatIsRefusedIsATaskWithoutALook() throws Exception {
        Order sale = invoiced(rig.till.sellForCash());
        refund(sale, WHOLE);
        rig.answers(NOTES, 422, REFUSED);
        assertThat(rig.step(sale, OutboxKind.CREDIT)).isInstanceOf(Answer.Never.class);
        assertThat(rig.row(sale, OutboxKind.CREDIT).problem()).contains("Not like this");
        assertThat(rig.revKeen.requests("GET")).isEmpty();
    }

    /** A till that died before it had the answer asks again, and is refused: what the first try made must not be forgotten. */
    @Test
    void oneThatWasMadeByAnUnansweredTryIsAdoptedWhenTheNextIsRefused() throws Exception {
        Order sale = invoiced(rig.till.sellForCash());
        Refund refund = refund(sale, WHOLE);
        rig.revKeen.fault(1, request -> request.line().equals(NOTES), Fault.DROP_REQUEST);
        assertThat(rig.step(sale, OutboxKind.CREDIT)).isInstanceOf(Answer.Pause.class);
        rig.answers(NOTES, 422, REFUSED);
        isThere("cn-1", refund);
        assertThat(rig.step(sale, OutboxKind.CREDIT)).isInstanceOf(Answer.Accepted.class);
        OutboxRow row = rig.row(sale, OutboxKind.CREDIT);
        assertThat(row.state()).isEqualTo(OutboxState.DONE);
        assertThat(row.remoteId()).isEqualTo("cn-1");
    }

    /** The money was claimed there first, RevKeen says no, and the refund was abandoned before it did. */
    @Test
    void oneThatNobodyWantsAnyMoreIsNoTaskWhenItIsRefused() throws Exception {
        Order sale = invoiced(rig.till.sellForCash());
        Refund refund = refund(sale, new RefundScope.Amount(pounds(60)));
        Refund open = new Refund(
                "r-9",
                "REF9",
                sale.id(),
                sale.reference(),
                sale.receiptNumber(),
                RefundState.OPEN,
                refund.currency(),
                List.of(),
                refund.tax(),
                "bitter",
                CLERK,
                List.of(RefundPart.planned("p-9", refund.parts().getFirst().type(), pounds(10), null)),
                null,
                rig.clock.instant(),
                null,
                null);
        save(open);
        OutboxRow row = rig.added(sale.id(), 20, OutboxKind.CREDIT, open.id());
        rig.revKeen.refuse(
                1,
                request -> request.line().equals(NOTES) && save(open.abandoned(rig.clock.instant())),
                422,
                REFUSED.replace('\'', '"'));
        assertThat(rig.sender.advance(row)).isInstanceOf(Answer.NotSent.class);
        assertThat(rig.now(row).state()).isEqualTo(OutboxState.DONE);
        assertThat(rig.now(row).remoteId()).isNull();
    }

    private boolean save(Refund refund) {
        try {
            return rig.till.store().write(tx -> {
                tx.saveRefund(refund);
                return true;
            });
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private Order invoiced(Order sale) throws Exception {
        rig.change(rig.row(sale, OutboxKind.INVOICE), row -> row.done(200, "", "inv-7"));
        return sale;
    }

    private Order posted(Order sale) throws Exception {
        rig.change(
                rig.row(sale, OutboxKind.CARD),
                row -> row.frozen("POST", "/terminal-payments", null, "k").done(200, "", "tp-1"));
        return invoiced(sale);
    }

    private Refund refund(Order sale, RefundScope scope) {
        RefundWish wish = new RefundWish(sale.id(), scope, MoneyBack.AS_PAID, "bitter");
        RefundResult result = rig.till.refunds().refund(wish, CLERK);
        assertThat(result).isInstanceOf(RefundResult.Given.class);
        return ((RefundResult.Given) result).refund();
    }
}
