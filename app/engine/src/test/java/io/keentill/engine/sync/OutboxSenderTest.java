package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.order.Order;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.support.FakeRevKeen.Fault;
import io.keentill.engine.support.HttpPeer.Request;
import io.keentill.engine.support.SickDisk;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One step of one row: what leaves under which key, and what is stored before and after. */
class OutboxSenderTest {

    private static final String UNCHANGED = "{'ignored':true,'reason':'unchanged_content','content_hash':'1f'}";

    private static final String ORDERS = "POST /v2/orders";

    private StepRig rig;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new StepRig(folder);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aRequestIsStoredWithItsKeyBeforeItsFirstByteLeaves() throws Exception {
        Order sale = rig.till.sellForCash();
        List<OutboxRow> seen = new ArrayList<>();
        rig.upTo(sale, OutboxKind.ORDER);
        rig.revKeen.fault(1, request -> request.line().equals(ORDERS) && seen.add(stored(sale)), Fault.DROP_ANSWER);
        rig.step(sale, OutboxKind.ORDER);
        Request request = orders().getFirst();
        assertThat(seen).singleElement().satisfies(row -> {
            assertThat(row.method() + " /v2" + row.path()).isEqualTo(ORDERS);
            assertThat(row.body()).isEqualTo(request.body());
            assertThat(row.idempotencyKey()).isEqualTo(key(request));
            assertThat(row.firstSentAt()).isEqualTo(rig.clock.instant());
            assertThat(row.attempts()).isEqualTo(1);
        });
        assertThat(rig.journalled("outbox.new_key")).as("an ordinary try").isEmpty();
    }

    private OutboxRow stored(Order sale) {
        try {
            return rig.row(sale, OutboxKind.ORDER);
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsAcceptedIsDoneUnderTheIdThatRevKeenGave() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.upTo(sale, OutboxKind.ORDER);
        assertThat(rig.step(sale, OutboxKind.ORDER)).isInstanceOf(Answer.Accepted.class);
        OutboxRow done = rig.row(sale, OutboxKind.ORDER);
        assertThat(done.state()).isEqualTo(OutboxState.DONE);
        assertThat(done.lastStatus()).isEqualTo(201);
        assertThat(done.lastAnswer()).contains("\"id\":\"" + done.remoteId() + "\"", "\"total\":250");
    }

    @Test
    void withoutTheWalkInCustomerNoInvoiceIsMade() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.answers("PUT /v2/customers/external/keentill/walk-in", 422, "{'error':{'message':'No e-mail'}}");
        assertThat(rig.step(sale, OutboxKind.INVOICE)).isInstanceOf(Answer.Denied.class);
        assertThat(rig.revKeen.requests("PUT /v2/invoices")).isEmpty();
        OutboxRow waits = rig.row(sale, OutboxKind.INVOICE);
        assertThat(waits.state()).isEqualTo(OutboxState.WAITING);
        assertThat(waits.problem()).contains("walk-in customer", "No e-mail");
        assertThat(waits.notBefore()).isAfter(rig.clock.instant());
        assertThat(rig.step(sale, OutboxKind.INVOICE)).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.revKeen.requests("PUT /v2/customers")).hasSize(2);
    }

    @Test
    void theWalkInCustomerOfAnotherTillIsUsedWhereRevKeenKeepsItUnseen() throws Exception {
        rig.upTo(rig.till.sellForCash(), OutboxKind.ORDER);
        String id = rig.till
                .store()
                .read(view -> view.setting(WalkInCustomer.SETTING))
                .orElseThrow();
        rig.till.store().write(tx -> {
            tx.removeSetting(WalkInCustomer.SETTING);
            return id;
        });
        rig.answers("PUT /v2/customers/external/keentill/walk-in", 200, UNCHANGED);
        rig.answers(
                "GET /v2/customers",
                200,
                found(customer("c-9", "a.walk-in@keentill.invalid"), customer(id, "walk-in@keentill.invalid")));
        Order sale = rig.till.sellForCash();
        assertThat(rig.step(sale, OutboxKind.INVOICE)).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.revKeen.requests("PUT /v2/invoices").getLast().text()).contains(id);
        Optional<String> known = rig.till.store().read(view -> view.setting(WalkInCustomer.SETTING));
        assertThat(known).contains(id);
    }

    @Test
    void aWalkInCustomerThatRevKeenKeepsAndDoesNotShowHoldsSalesBackWithWhatToDo() throws Exception {
        rig.answers("PUT /v2/customers/external/keentill/walk-in", 200, UNCHANGED);
        rig.answers("GET /v2/customers", 200, found());
        Order sale = rig.till.sellForCash();
        assertThat(rig.step(sale, OutboxKind.INVOICE)).isInstanceOf(Answer.Denied.class);
        assertThat(rig.revKeen.requests("PUT /v2/invoices")).isEmpty();
        OutboxRow waits = rig.row(sale, OutboxKind.INVOICE);
        assertThat(waits.state()).isEqualTo(OutboxState.WAITING);
        assertThat(waits.problem()).contains("does not show it", "walk-in@keentill.invalid");
        assertThat(rig.step(sale, OutboxKind.INVOICE)).isInstanceOf(Answer.Accepted.class);
    }

    private static String found(String... customers) {
        return "{'data':[" + String.join(",", customers) + "],'pagination':{'limit':100,'offset':0,'total':"
                + customers.length + "}}";
    }

    private static String customer(String id, String email) {
        return "{'id':'" + id + "','merchant_id':'m-1','email':'" + email
                + "','created_at':'2026-11-24T09:59:00Z','updated_at':'2026-11-24T09:59:00Z'}";
    }

    @Test
    void onlyAnInvoiceNeedsTheWalkInCustomer() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.till.store().write(tx -> {
            tx.putCustomer(sale.id(), "cus-9");
            return sale;
        });
        rig.upTo(sale, OutboxKind.CASH);
        assertThat(rig.step(sale, OutboxKind.CASH)).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.revKeen.requests("PUT /v2/customers")).isEmpty();
    }

    @Test
    void anUnansweredRequestGoesAgainAsItWasForTwentyThreeHours() throws Exception {
        Order sale = unanswered(Fault.DROP_REQUEST);
        rig.clock.jump(Duration.ofHours(23));
        assertThat(rig.step(sale, OutboxKind.ORDER)).isInstanceOf(Answer.Accepted.class);
        assertThat(key(orders().getLast())).isEqualTo(key(orders().getFirst()));
        assertThat(orders().getLast().body()).isEqualTo(orders().getFirst().body());
        assertThat(rig.revKeen.requests("GET /v2/orders")).isEmpty();
    }

    @Test
    void afterThatItIsLookedForAndSentAgainUnderItsKeyWhichCountsFromNow() throws Exception {
        Order sale = unanswered(Fault.DROP_REQUEST);
        rig.clock.jump(Duration.ofHours(23).plusMillis(1));
        assertThat(rig.step(sale, OutboxKind.ORDER)).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.revKeen.requests("GET /v2/orders")).hasSize(1);
        assertThat(key(orders().getLast())).isEqualTo(key(orders().getFirst()));
        assertThat(rig.row(sale, OutboxKind.ORDER).firstSentAt()).isEqualTo(rig.clock.instant());
        assertThat(rig.journalled("outbox.sent_again")).hasSize(1);
    }

    /** The clock leapt by two days while the first try was held up in the network. */
    @Test
    void whatArrivesAfterItWasLookedForInVainMakesNoSecondOne() throws Exception {
        Order sale = unanswered(Fault.DROP_REQUEST);
        Request heldUp = orders().getFirst();
        rig.clock.jump(Duration.ofDays(2));
        assertThat(rig.step(sale, OutboxKind.ORDER)).isInstanceOf(Answer.Accepted.class);
        rig.revKeen.arrivesLate(heldUp);
        assertThat(rig.revKeen.orders()).hasSize(1);
    }

    /** What would be told otherwise now is another request, and RevKeen refuses one key for two. */
    @Test
    void whatWouldBeToldOtherwiseNowGoesUnderANewKey() throws Exception {
        Order sale = unanswered(Fault.DROP_REQUEST);
        rig.change(
                rig.row(sale, OutboxKind.ORDER),
                row -> row.frozen("POST", "/orders", "{}".getBytes(StandardCharsets.UTF_8), "the-old-key")
                        .sent(rig.clock.instant()));
        rig.clock.jump(Duration.ofDays(2));
        assertThat(rig.step(sale, OutboxKind.ORDER)).isInstanceOf(Answer.Accepted.class);
        assertThat(key(orders().getLast())).isNotEqualTo("the-old-key");
        assertThat(rig.journalled("outbox.new_key")).hasSize(1);
    }

    @Test
    void elapsedTimeMakesAKeyOldThoughTheWallClockStandsStill() throws Exception {
        Order sale = unanswered(Fault.DROP_ANSWER);
        rig.elapsed.advance(Duration.ofHours(23).plusNanos(1));
        assertThat(rig.step(sale, OutboxKind.ORDER)).isInstanceOf(Answer.Accepted.class);
        assertThat(orders()).as("found, not made again").hasSize(1);
        assertThat(rig.journalled("outbox.adopted")).hasSize(1);
    }

    /** A new key counts from its own first use: what the old one's age was must not make it old at once. */
    @Test
    void aNewKeyIsYoungThoughTheOldOneWasOld() throws Exception {
        Order sale = unanswered(Fault.DROP_REQUEST);
        rig.elapsed.advance(Duration.ofHours(24));
        rig.revKeen.fault(1, request -> request.line().equals(ORDERS), Fault.DROP_REQUEST);
        rig.step(sale, OutboxKind.ORDER);
        rig.elapsed.advance(Duration.ofHours(1));
        rig.step(sale, OutboxKind.ORDER);
        assertThat(orders()).hasSize(3);
        assertThat(key(orders().get(2))).isEqualTo(key(orders().get(1)));
        assertThat(rig.revKeen.requests("GET /v2/orders")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 399, 408, 429, 500, 503})
    void whatNobodyKnowsTheAgeOfGoesAgainUnderItsKey(int lastStatus) throws Exception {
        Order sale = doubted(lastStatus);
        rig.step(sale, OutboxKind.ORDER);
        assertThat(key(orders().getLast())).isEqualTo("the-old-key");
        assertThat(orders().getLast().text()).isEqualTo("{\"as\":\"it was\"}");
        assertThat(rig.journalled("outbox.sent_again")).hasSize(1);
        assertThat(rig.row(sale, OutboxKind.ORDER).firstSentAt()).isEqualTo(rig.clock.instant());
    }

    /** RevKeen keeps a refusal under its key, so the old one would bring nothing but the same refusal. */
    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422, 499})
    void whatWasRefusedUnderItsKeyGoesUnderANewOne(int lastStatus) throws Exception {
        Order sale = doubted(lastStatus);
        rig.step(sale, OutboxKind.ORDER);
        assertThat(key(orders().getLast())).isNotEqualTo("the-old-key");
        assertThat(orders().getLast().text()).contains("keentill_order");
        assertThat(rig.journalled("outbox.new_key")).hasSize(1);
    }

    /** The till died before the one that replaced it was answered, and that one may still be on its way. */
    @Test
    void whatWasRefusedUnderAnEarlierKeySaysNothingOfTheKeyItHasNow() throws Exception {
        Order sale = doubted(409);
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        rig.change(
                rig.row(sale, OutboxKind.ORDER),
                row -> row.frozen("POST", "/orders", body, "the-newer-key").sent(OutboxRow.UNKNOWN_TIME));
        rig.step(sale, OutboxKind.ORDER);
        assertThat(key(orders().getLast())).isEqualTo("the-newer-key");
    }

    /** It was to go under a new key, which could not be stored: nothing is known of the old one that was not before. */
    @Test
    void aDiskThatIsFullDoesNotMakeAnOldKeyYoung() throws Exception {
        Order sale = doubted(422);
        SickDisk.fillUp(rig.clock);
        assertThatThrownBy(() -> rig.step(sale, OutboxKind.ORDER)).isInstanceOf(StoreException.class);
        assertThat(orders()).as("nothing leaves that is not stored").isEmpty();
        SickDisk.freeSpace(rig.clock);
        rig.step(sale, OutboxKind.ORDER);
        assertThat(rig.revKeen.requests("GET /v2/orders"))
                .as("looked for again")
                .hasSize(2);
        assertThat(key(orders().getLast())).isNotEqualTo("the-old-key");
    }

    @Test
    void whatWouldNowGoElsewhereIsNotSentAsItWas() throws Exception {
        Order sale = doubted(0);
        rig.change(
                rig.row(sale, OutboxKind.ORDER),
                row -> row.frozen("POST", "/elsewhere", null, "the-old-key").sent(OutboxRow.UNKNOWN_TIME));
        rig.step(sale, OutboxKind.ORDER);
        assertThat(rig.revKeen.requests("POST /v2/elsewhere")).isEmpty();
        assertThat(key(orders().getLast())).isNotEqualTo("the-old-key");
    }

    @Test
    void aRowFromABackupThatNeverHadAKeyIsMadeUnderANewOne() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.upTo(sale, OutboxKind.ORDER);
        rig.change(rig.row(sale, OutboxKind.ORDER), OutboxRow::doubted);
        assertThat(rig.step(sale, OutboxKind.ORDER)).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.journalled("outbox.new_key")).hasSize(1);
    }

    @Test
    void whatCannotGoYetIsStoredWithItsReasonAndItsTime() throws Exception {
        Order sale = rig.till.sellByCard();
        OutboxRow card = rig.upTo(sale, OutboxKind.CARD);
        rig.channel.linked = false;
        assertThat(rig.sender.advance(card))
                .isInstanceOfSatisfying(
                        Answer.NotSent.class, no -> assertThat(no.why()).contains("Waiting for the connector channel"));
        assertThat(rig.now(card).problem()).contains("Waiting for the connector channel");
        assertThat(rig.now(card).notBefore()).isEqualTo(rig.clock.instant().plusSeconds(2));
        assertThat(rig.turn.holder()).as("others may go meanwhile").isEmpty();
    }

    @Test
    void whatOnlySomebodyCanSolveIsATaskAndNothingIsSent() throws Exception {
        OutboxRow mail = rig.added("m-1", 0, OutboxKind.MAIL, "m-1");
        rig.change(mail, row -> row.frozen("POST", "/comms/send", null, "k").doubted());
        assertThat(rig.sender.advance(rig.now(mail)))
                .isInstanceOfSatisfying(
                        Answer.NotSent.class, no -> assertThat(no.why()).contains("not known"));
        assertThat(rig.now(mail).state()).isEqualTo(OutboxState.TASK);
        assertThat(rig.now(mail).problem()).contains("Ask the customer");
        assertThat(rig.revKeen.requests()).isEmpty();
    }

    @Test
    void whatNobodyWantsAnyMoreIsDone() throws Exception {
        OutboxRow undo = rig.added("s", 0, OutboxKind.CREDIT_VOID, "r");
        assertThat(rig.sender.advance(undo)).isInstanceOf(Answer.NotSent.class);
        assertThat(rig.now(undo).state()).isEqualTo(OutboxState.DONE);
    }

    @Test
    void oneCardPaymentAtATimeIsPostedForTheDevice() throws Exception {
        Order first = rig.till.sellByCard();
        Order second = rig.till.sellByCard();
        OutboxRow waits = rig.upTo(second, OutboxKind.CARD);
        OutboxRow posted = rig.atDevice(first);
        assertThat(rig.turn.holder()).hasValue(posted.id());
        assertThat(rig.sender.advance(waits))
                .isInstanceOfSatisfying(
                        Answer.NotSent.class, no -> assertThat(no.why()).contains("Another card payment"));
        OutboxRow back = rig.added(second.id(), 9, OutboxKind.CARD_BACK, "p");
        assertThat(rig.sender.advance(back)).isInstanceOf(Answer.NotSent.class);
        assertThat(rig.now(waits)).as("nothing of it is changed").isEqualTo(waits);
        assertThat(rig.revKeen.requests("POST /v2/terminal-payments")).hasSize(1);
        rig.answers("GET /v2/terminal-payments/tp-1", 200, StepRig.payment("approved"));
        assertThat(rig.sender.advance(posted)).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.turn.holder()).isEmpty();
    }

    @Test
    void whatIsNoCardPaymentTakesNoTurn() throws Exception {
        rig.turn.take(99);
        Order sale = rig.till.sellForCash();
        rig.upTo(sale, OutboxKind.CASH);
        assertThat(rig.step(sale, OutboxKind.CASH)).isInstanceOf(Answer.Accepted.class);
        assertThat(rig.turn.holder()).hasValue(99);
    }

    @Test
    void aQuestionThatNobodyAnswersKeepsTheRowAsItIs() throws Exception {
        Order sale = unanswered(Fault.DROP_ANSWER);
        rig.clock.jump(Duration.ofHours(24));
        OutboxRow before = rig.row(sale, OutboxKind.ORDER);
        rig.revKeen.fault(1, request -> request.method().equals("GET"), Fault.DROP_REQUEST);
        assertThat(rig.step(sale, OutboxKind.ORDER)).isInstanceOf(Answer.Pause.class);
        OutboxRow after = rig.row(sale, OutboxKind.ORDER);
        assertThat(after).isEqualTo(before.retryAt(rig.clock.instant(), null, null, after.problem()));
        assertThat(orders()).hasSize(1);
    }

    /** The sale's order was sent, and nobody answered. */
    private Order unanswered(Fault fault) throws Exception {
        Order sale = rig.till.sellForCash();
        rig.upTo(sale, OutboxKind.ORDER);
        rig.revKeen.fault(1, request -> request.line().equals(ORDERS), fault);
        assertThat(rig.step(sale, OutboxKind.ORDER)).isInstanceOf(Answer.Pause.class);
        assertThat(orders()).hasSize(1);
        return sale;
    }

    /** The sale's order was sent at some time under a key, and was answered like this; not at all for zero. */
    private Order doubted(int lastStatus) throws Exception {
        Order sale = rig.till.sellForCash();
        rig.upTo(sale, OutboxKind.ORDER);
        Integer status = lastStatus == 0 ? null : lastStatus;
        byte[] body = "{\"as\":\"it was\"}".getBytes(StandardCharsets.UTF_8);
        rig.change(
                rig.row(sale, OutboxKind.ORDER),
                row -> row.frozen("POST", "/orders", body, "the-old-key")
                        .sent(OutboxRow.UNKNOWN_TIME)
                        .retryAt(rig.clock.instant(), status, null, Sentence.quoted("then")));
        return sale;
    }

    private List<Request> orders() {
        return rig.revKeen.requests(ORDERS);
    }

    private static String key(Request request) {
        return request.headers().get("Idempotency-Key");
    }
}
