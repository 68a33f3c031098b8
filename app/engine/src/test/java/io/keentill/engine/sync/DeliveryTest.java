package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.support.FakeRevKeen.Fault;
import io.keentill.engine.support.HttpPeer.Request;
import io.keentill.store.InvoiceRow;
import io.keentill.store.MailRow;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer means for the row that it answers: refused, not known, there already, not now. */
class DeliveryTest {

    private static final String REFUSED = "{'error':{'code':'invalid','message':'Not like this'}}";
    private static final String DENIED = "{'error':{'code':'permission_denied','message':'orders:write is missing'}}";
    private static final String ORDERS = "POST /v2/orders";
    private static final String POST_CARD = "POST /v2/terminal-payments";
    private static final String BUSY = "{\"error\":\"device_busy\"}";
    private static final String PAY = "POST /v2/invoices/inv-1/pay";

    private StepRig rig;
    private Order sale;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new StepRig(folder);
        sale = rig.till.sellForCash();
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aServerThatFailsIsAskedAgainUnderTheSameKeyAfterARest() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.answers(ORDERS, 503, "{'error':{'message':'maintenance'}}");
        assertThat(rig.sender.advance(row))
                .isInstanceOfSatisfying(
                        Answer.Later.class,
                        later -> assertThat(later.strained()).isTrue());
        assertWaits(row, Duration.ofSeconds(1), 503);
        assertThat(rig.now(row).problem()).contains("maintenance");
        assertThat(rig.step(sale, OutboxKind.ORDER)).isInstanceOf(Answer.Accepted.class);
        assertThat(keys(ORDERS)).hasSize(2).containsOnly(keys(ORDERS).getFirst());
    }

    @Test
    void aRestThatRevKeenAsksForIsKept() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.revKeen.refuse(1, r -> r.line().equals(ORDERS), 503, "{}", "Retry-After: 40");
        rig.sender.advance(row);
        assertWaits(row, Duration.ofSeconds(40), 503);
    }

    @Test
    void anOrderThatIsRefusedIsATaskWithRevKeensWords() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.answers(ORDERS, 422, REFUSED);
        assertThat(rig.sender.advance(row)).isInstanceOf(Answer.Never.class);
        assertTask(row, 422, "Not like this");
        assertThat(rig.revKeen.requests("GET"))
                .as("nothing else could have made it")
                .isEmpty();
    }

    @Test
    void anInvoiceThatIsRefusedIsATaskWithoutALook() throws Exception {
        rig.answers("PUT /v2/invoices/external/keentill/" + sale.id(), 422, REFUSED);
        rig.step(sale, OutboxKind.INVOICE);
        assertTask(rig.row(sale, OutboxKind.INVOICE), 422, "Not like this");
        assertThat(rig.revKeen.requests("GET")).isEmpty();
    }

    @Test
    void anInvoiceThatConflictsIsLookedForAndAdopted() throws Exception {
        OutboxRow row = madeWithoutAnAnswer();
        rig.answers("PUT /v2/invoices/external/keentill/" + sale.id(), 409, REFUSED);
        assertThat(rig.sender.advance(row)).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.now(row).remoteId()).isEqualTo("inv-1");
        assertThat(rig.journalled("outbox.adopted")).hasSize(1);
    }

    @Test
    void anInvoiceThatRevKeenIgnoresIsLookedForAndAdopted() throws Exception {
        OutboxRow row = madeWithoutAnAnswer();
        rig.revKeen.forgetKeys();
        assertThat(rig.sender.advance(row)).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.now(row).remoteId()).isEqualTo("inv-1");
    }

    /** RevKeen has the sale's invoice, and the till does not know. */
    private OutboxRow madeWithoutAnAnswer() throws Exception {
        OutboxRow row = rig.row(sale, OutboxKind.INVOICE);
        rig.revKeen.fault(1, r -> r.line().startsWith("PUT /v2/invoices"), Fault.DROP_ANSWER);
        assertThat(rig.sender.advance(row)).isInstanceOf(Answer.Pause.class);
        return rig.now(row);
    }

    @Test
    void oneThatIsIgnoredAndNotThereIsATask() throws Exception {
        OutboxRow row = rig.row(sale, OutboxKind.INVOICE);
        rig.answers("PUT /v2/invoices/external/keentill/" + sale.id(), 200, "{'ignored':true}");
        assertThat(rig.sender.advance(row)).isInstanceOf(Answer.Never.class);
        assertTask(row, 200, "Look for sale " + sale.id());
    }

    @Test
    void oneThatIsIgnoredAndCannotBeLookedForIsAskedAboutAgain() throws Exception {
        OutboxRow row = rig.row(sale, OutboxKind.INVOICE);
        rig.answers("PUT /v2/invoices/external/keentill/" + sale.id(), 200, "{'ignored':true}");
        rig.revKeen.fault(1, r -> r.line().equals("GET /v2/invoices"), Fault.DROP_ANSWER);
        assertThat(rig.sender.advance(row)).isInstanceOf(Answer.Pause.class);
        assertThat(rig.now(row).state()).isEqualTo(OutboxState.WAITING);
    }

    /** Paid by hand at the dashboard meanwhile, or by a try whose answer never came. */
    @Test
    void moneyThatIsRefusedIsLookedForFirst() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.CASH);
        rig.revKeen.fault(1, r -> r.line().equals(PAY), Fault.DROP_ANSWER);
        rig.sender.advance(row);
        rig.answers(PAY, 422, REFUSED);
        assertThat(rig.sender.advance(rig.now(row))).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.now(row).remoteId()).isEqualTo("inv-1");
        assertThat(rig.revKeen.payments()).hasSize(1);
    }

    @Test
    void moneyThatIsRefusedAndNotThereIsATask() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.CASH);
        rig.answers(PAY, 422, REFUSED);
        assertThat(rig.sender.advance(row)).isInstanceOf(Answer.Never.class);
        assertTask(row, 422, "Not like this");
        assertThat(rig.revKeen.requests(PAY)).hasSize(1);
    }

    @Test
    void aTaskAboutAnInvoiceThatWasThereSaysWhatToDoWithTheMoney() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.CASH);
        rig.till.store().write(tx -> {
            tx.invoices()
                    .save(new InvoiceRow(
                            sale.id(), "inv-1", "INV-1", InvoiceRow.Word.CLEAR, null, rig.clock.instant()));
            return sale;
        });
        rig.answers(PAY, 422, REFUSED);
        rig.sender.advance(row);
        assertTask(row, 422, "The customer has paid invoice INV-1 here");
    }

    @Test
    void aRefusalIsNotBelievedWhileNobodyCanSayWhetherItIsThereButNotForEver() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.CASH);
        rig.revKeen.refuse(9, r -> r.line().equals(PAY), 422, REFUSED.replace('\'', '"'));
        rig.revKeen.refuse(9, r -> r.line().equals("GET /v2/payments"), 500, "{}");
        for (int seconds : new int[] {1, 2, 4, 8, 16}) {
            assertThat(rig.sender.advance(rig.now(row))).isInstanceOf(Answer.Later.class);
            assertWaits(row, Duration.ofSeconds(seconds), 422);
        }
        assertThat(rig.sender.advance(rig.now(row))).isInstanceOf(Answer.Never.class);
        assertTask(row, 422, "Not like this");
        assertThat(keys(PAY)).hasSize(6).containsOnly(keys(PAY).getFirst());
    }

    @Test
    void aRefusalWithoutAReasonIsBelievedTheSixthTime() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.revKeen.refuse(9, r -> r.line().equals(ORDERS), 422, "<html>");
        for (int seconds : new int[] {1, 2, 4, 8, 16}) {
            rig.sender.advance(rig.now(row));
            assertWaits(row, Duration.ofSeconds(seconds), 422);
        }
        rig.sender.advance(rig.now(row));
        assertTask(row, 422, "422");
    }

    /** What it was told before had a reason each time: that says nothing of the page that came now. */
    @Test
    void oneRefusalWithoutAReasonIsNotBelievedHoweverOftenTheDeviceWasBusyBefore() throws Exception {
        OutboxRow row = rig.upTo(rig.till.sellByCard(), OutboxKind.CARD);
        rig.revKeen.refuse(7, r -> r.line().equals(POST_CARD), 409, BUSY);
        advance(row, 7);
        rig.answers(POST_CARD, 409, "<html>");
        assertThat(rig.sender.advance(rig.now(row))).isInstanceOf(Answer.Later.class);
        assertWaits(row, Duration.ofSeconds(1), 409);
    }

    @Test
    void oneThatWasTriedInVainWithoutANetworkIsNotBelievedToBeRefusedEither() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.revKeen.fault(8, r -> r.line().equals(ORDERS), Fault.DROP_REQUEST);
        advance(row, 8);
        rig.answers(ORDERS, 422, "<html>");
        assertThat(rig.sender.advance(rig.now(row))).isInstanceOf(Answer.Later.class);
        assertWaits(row, Duration.ofSeconds(1), 422);
    }

    @Test
    void anAnswerWithAReasonInBetweenStartsTheCountAnew() throws Exception {
        OutboxRow row = rig.upTo(rig.till.sellByCard(), OutboxKind.CARD);
        rig.revKeen.refuse(5, r -> r.line().equals(POST_CARD), 409, "<html>");
        advance(row, 5);
        rig.answers(POST_CARD, 409, BUSY);
        advance(row, 1);
        rig.revKeen.refuse(6, r -> r.line().equals(POST_CARD), 409, "<html>");
        advance(row, 5);
        assertThat(rig.now(row).state()).isEqualTo(OutboxState.WAITING);
        advance(row, 1);
        assertTask(row, 409, "409");
    }

    @Test
    void aMissingPermissionInBetweenStartsTheCountAnew() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.revKeen.refuse(5, r -> r.line().equals(ORDERS), 422, "<html>");
        advance(row, 5);
        rig.answers(ORDERS, 403, DENIED);
        advance(row, 1);
        rig.revKeen.refuse(6, r -> r.line().equals(ORDERS), 422, "<html>");
        advance(row, 5);
        assertThat(rig.now(row).state()).isEqualTo(OutboxState.WAITING);
        advance(row, 1);
        assertTask(row, 422, "422");
    }

    /** That the device was busy before it took the payment says nothing of how long to wait with a question. */
    @Test
    void whatWasTakenIsAskedAboutAtTheFirstPace() throws Exception {
        OutboxRow row = rig.upTo(rig.till.sellByCard(), OutboxKind.CARD);
        rig.revKeen.refuse(4, r -> r.line().equals(POST_CARD), 409, BUSY);
        advance(row, 4);
        rig.answers(POST_CARD, 201, rig.payment("requested"));
        assertThat(rig.sender.advance(rig.now(row))).isInstanceOf(Answer.AtDevice.class);
        rig.answers("GET /v2/terminal-payments/tp-1", 503, "{}");
        advance(row, 1);
        assertThat(rig.now(row).notBefore()).isEqualTo(rig.clock.instant().plusSeconds(1));
    }

    /** Somebody tries it again: six more have to say so before it is a task once more. */
    @Test
    void whatIsTriedAgainIsCountedAnew() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.revKeen.refuse(6, r -> r.line().equals(ORDERS), 422, "<html>");
        advance(row, 6);
        assertTask(row, 422, "422");
        new SyncTasks(rig.till.store()).retry(row.id(), "ann");
        rig.answers(ORDERS, 422, "<html>");
        advance(row, 1);
        assertThat(rig.now(row).state()).isEqualTo(OutboxState.WAITING);
    }

    /** Refused with a reason each time, but first the reason and then the look was lost: neither came six times. */
    @Test
    void refusalsThatCannotBeCheckedAreCountedApartFromThoseWithoutAReason() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.CASH);
        rig.revKeen.refuse(5, r -> r.line().equals(PAY), 422, "<html>");
        advance(row, 5);
        rig.answers(PAY, 422, REFUSED);
        rig.answers("GET /v2/payments", 500, "{}");
        assertThat(rig.sender.advance(rig.now(row))).isInstanceOf(Answer.Later.class);
        assertWaits(row, Duration.ofSeconds(1), 422);
    }

    /** An outage says nothing of how long RevKeen wants to be left alone once it answers again. */
    @Test
    void theRestAfterAnAnswerDoesNotGrowWithTriesThatNobodyAnswered() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.revKeen.fault(8, r -> r.line().equals(ORDERS), Fault.DROP_REQUEST);
        advance(row, 8);
        rig.answers(ORDERS, 503, "{'error':{'message':'maintenance'}}");
        advance(row, 1);
        assertWaits(row, Duration.ofSeconds(1), 503);
    }

    private void advance(OutboxRow row, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            rig.sender.advance(rig.now(row));
        }
    }

    /** The answer is kept under its key: the same bytes bring it again, whole. */
    @Test
    void anAnswerThatNobodyCanReadIsFetchedAgainUnderTheSameKey() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.answers(ORDERS, 201, "{'id':''}");
        assertThat(rig.sender.advance(row)).isInstanceOf(Answer.Later.class);
        assertWaits(row, Duration.ofSeconds(1), 201);
        assertThat(rig.now(row).problem()).contains("answer cannot be read");
        assertThat(rig.step(sale, OutboxKind.ORDER)).isInstanceOf(Answer.Accepted.class);
        assertThat(keys(ORDERS)).hasSize(2).containsOnly(keys(ORDERS).getFirst());
    }

    @Test
    void anEmailThatWasNotTakenIsATask() throws Exception {
        MailRow mail = new MailRow("m-1", sale.id(), "ann@example.com", "Receipt", "TOTAL", "ann", rig.clock.instant());
        rig.till.store().write(tx -> {
            tx.mails().add(mail);
            return mail;
        });
        OutboxRow row = rig.added("m-1", 0, OutboxKind.MAIL, "m-1");
        rig.answers("POST /v2/comms/send", 200, "{'success':false}");
        assertThat(rig.sender.advance(row)).isInstanceOf(Answer.Never.class);
        assertTask(row, 200, "Check the address");
    }

    @Test
    void aMissingPermissionHoldsTheRowBackAndItsNextTryHasANewKey() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.answers(ORDERS, 403, DENIED);
        assertThat(rig.sender.advance(row)).isInstanceOf(Answer.Denied.class);
        OutboxRow held = rig.now(row);
        assertThat(held.idempotencyKey())
                .as("RevKeen keeps the refusal under it")
                .isNull();
        assertThat(held.lastStatus()).isEqualTo(403);
        assertThat(held.problem()).contains("orders:write is missing");
        assertThat(Duration.between(rig.clock.instant(), held.notBefore()))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(120));
        assertThat(rig.gates.held(rig.elapsed.nanos())).containsExactly("order");
        assertThat(rig.sender.advance(held)).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.revKeen.requests("GET")).as("it was certainly not made").isEmpty();
        assertThat(keys(ORDERS)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void whatAnEarlierTryMayHaveMadeIsLookedForAfterThePermissionIsThere() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.revKeen.fault(1, r -> r.line().equals(ORDERS), Fault.DROP_ANSWER);
        rig.sender.advance(row);
        rig.answers(ORDERS, 403, DENIED);
        assertThat(rig.sender.advance(rig.now(row))).isInstanceOf(Answer.Denied.class);
        assertThat(rig.sender.advance(rig.now(row))).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.journalled("outbox.adopted")).hasSize(1);
        assertThat(rig.revKeen.orders()).hasSize(1);
    }

    @Test
    void whatIsDeniedThoughOthersOfItsKindAreTakenIsATask() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.answers(ORDERS, 403, DENIED);
        rig.sender.advance(row);
        rig.gates.taken("order", row.id() + 1);
        rig.answers(ORDERS, 403, DENIED);
        assertThat(rig.sender.advance(rig.now(row))).isInstanceOf(Answer.Never.class);
        assertTask(row, 403, "orders:write is missing");
    }

    @Test
    void withoutAnAnswerItGoesFirstAndFromTheThirdTimeOnLetsOthersTry() throws Exception {
        OutboxRow row = rig.upTo(sale, OutboxKind.ORDER);
        rig.revKeen.fault(4, r -> r.line().equals(ORDERS), Fault.DROP_REQUEST);
        for (int seconds : new int[] {0, 0, 1, 2}) {
            assertThat(rig.sender.advance(rig.now(row))).isInstanceOf(Answer.Pause.class);
            assertWaits(row, Duration.ofSeconds(seconds), null);
        }
        assertThat(keys(ORDERS)).hasSize(4).containsOnly(keys(ORDERS).getFirst());
    }

    /** A void at the terminal that is refused becomes a refund; that of a credit note has no such other way. */
    @Test
    void aCreditNoteThatCannotBeVoidedIsATaskAndNotTriedForEver() throws Exception {
        OutboxRow note = rig.added(sale.id(), 8, OutboxKind.CREDIT, "r-1");
        rig.change(note, row -> row.done(201, "", "cn-1"));
        OutboxRow undo = rig.added(sale.id(), 9, OutboxKind.CREDIT_VOID, "r-1");
        rig.answers("POST /v2/credit_notes/cn-1/void", 422, REFUSED);
        rig.answers("GET /v2/credit_notes/cn-1", 200, "{'data':{'id':'cn-1','amount_minor':1,'status':'issued'}}");
        assertThat(rig.sender.advance(undo)).isInstanceOf(Answer.Never.class);
        assertTask(undo, 422, "Not like this");
    }

    @Test
    void oneThatIsVoidAlreadyIsAdopted() throws Exception {
        OutboxRow note = rig.added(sale.id(), 8, OutboxKind.CREDIT, "r-1");
        rig.change(note, row -> row.done(201, "", "cn-1"));
        OutboxRow undo = rig.added(sale.id(), 9, OutboxKind.CREDIT_VOID, "r-1");
        rig.answers("POST /v2/credit_notes/cn-1/void", 422, REFUSED);
        rig.answers("GET /v2/credit_notes/cn-1", 200, "{'data':{'id':'cn-1','amount_minor':1,'status':'voided'}}");
        assertThat(rig.sender.advance(undo)).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.now(undo).remoteId()).isEqualTo("cn-1");
    }

    private void assertTask(OutboxRow row, int status, String words) throws Exception {
        OutboxRow task = rig.now(row);
        assertThat(task.state()).isEqualTo(OutboxState.TASK);
        assertThat(task.lastStatus()).isEqualTo(status);
        assertThat(task.problem()).contains(words);
    }

    private void assertWaits(OutboxRow row, Duration pause, Integer status) throws Exception {
        OutboxRow waits = rig.now(row);
        assertThat(waits.state()).isEqualTo(OutboxState.WAITING);
        assertThat(waits.notBefore()).isEqualTo(rig.clock.instant().plus(pause));
        assertThat(waits.lastStatus()).isEqualTo(status);
    }

    private List<String> keys(String line) {
        return rig.revKeen.requests(line).stream()
                .map(Request::headers)
                .map(headers -> headers.get("Idempotency-Key"))
                .toList();
    }
}
