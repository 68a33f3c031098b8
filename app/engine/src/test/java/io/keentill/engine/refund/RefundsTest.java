package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.Recovery;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalEntry;
import io.keentill.store.OutboxRow;
import io.keentill.store.StaffRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefundsTest {

    private static final RefundScope WHOLE = new RefundScope.Whole();

    private final List<TerminalRequest> requests = new ArrayList<>();
    private final FakeTerminal terminal = new FakeTerminal()
            .able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE, Capability.CANCEL);
    private TestTill till;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void aCashSaleGoesBackInOneCommitWithANumberOfItsOwn() throws Exception {
        Order sale = till.sellForCash();
        long before = till.store().commits();
        Refund refund = given(refund(sale, WHOLE, MoneyBack.AS_PAID));

        assertThat(till.store().commits() - before).isEqualTo(1);
        assertThat(refund.state()).isEqualTo(RefundState.CLOSED);
        assertThat(refund.number()).isEqualTo(1);
        assertThat(refund.returned()).isEqualTo(pounds(250));
        assertThat(refund.tax()).isEqualTo(sale.totals().tax());
        assertThat(refund.orderReceipt()).isEqualTo(sale.receiptNumber());
        assertThat(refund.lines()).singleElement().satisfies(l -> {
            assertThat(l.quantity()).isEqualTo(Quantity.ONE);
            assertThat(l.amount()).isEqualTo(pounds(250));
        });
        assertThat(till.refunds().find(refund.id())).contains(refund);
        assertThat(till.refunds().of(sale.id())).containsExactly(refund);
        assertThat(till.told()).contains(new TillEvent.RefundChanged(refund));
        assertThat(kinds(sale)).endsWith("credit").doesNotContain("card_back");
        assertThat(given(refund(till.sellForCash(), WHOLE, MoneyBack.CASH)).number())
                .isEqualTo(2);
        assertThat(terminal.performs()).isZero();
    }

    @Test
    void nothingGoesBackTwice() throws Exception {
        Order sale = till.sellForCash();
        given(refund(sale, new RefundScope.Amount(pounds(100)), MoneyBack.AS_PAID));
        assertThat(refused(refund(sale, new RefundScope.Amount(pounds(151)), MoneyBack.AS_PAID)))
                .contains("1.50 GBP is left");
        given(refund(sale, WHOLE, MoneyBack.AS_PAID));
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).contains("Nothing of this sale is left");
        assertThat(refused(refund(sale, new RefundScope.Amount(pounds(1)), MoneyBack.CASH)))
                .contains("Nothing of this sale is left");
    }

    @Test
    void aCardSaleIsUndoneWhileItIsWhole() throws Exception {
        Order sale = till.sellByCard();
        terminal.then(seen(Scripts.approve()));
        long before = till.store().commits();
        Refund refund = given(refund(sale, WHOLE, MoneyBack.AS_PAID));

        assertThat(till.store().commits() - before)
                .as("intent, sent, answered, booked")
                .isEqualTo(4);
        assertThat(requests.getLast()).isInstanceOf(TerminalRequest.Reversal.class);
        assertThat(requests.getLast().earlier().orElseThrow().reference())
                .isEqualTo(till.attempt(sale.tenders().getFirst().attemptId()).reference());
        PaymentAttempt back = till.attempt(refund.parts().getFirst().attemptId());
        assertThat(back.kind()).isEqualTo(PaymentKind.REVERSAL);
        assertThat(back.orderId()).isEqualTo(sale.id());
        assertThat(back.originalId()).isEqualTo(sale.tenders().getFirst().attemptId());
        assertThat(terminal.acquirer().taken()).isZero();
        assertThat(kinds(sale)).endsWith("credit", "card_back");
        assertThat(till.order(sale.id())).as("the sale itself never changes").isEqualTo(sale);
    }

    @Test
    void lessThanTheWholeIsRefundedOnThePayment() throws Exception {
        till.scan(TEA);
        Order sale = pay(till.scan(MILK));
        terminal.then(seen(Scripts.approve())).then(seen(Scripts.approve()));
        Refund milk = given(refund(sale, goods(sale, 1, 1), MoneyBack.AS_PAID));
        assertThat(milk.returned()).isEqualTo(pounds(99));
        assertThat(requests.getLast())
                .isInstanceOfSatisfying(
                        TerminalRequest.Refund.class,
                        r -> assertThat(r.original()).isNotNull());
        Refund rest = given(refund(sale, WHOLE, MoneyBack.CARD));
        assertThat(rest.returned()).isEqualTo(pounds(250));
        assertThat(requests.getLast()).as("part went back already").isInstanceOf(TerminalRequest.Refund.class);
        assertThat(terminal.acquirer().taken()).isZero();
        assertThat(milk.tax().plus(rest.tax())).isEqualTo(sale.totals().tax());
        assertThat(refused(refund(sale, goods(sale, 1, 1), MoneyBack.AS_PAID))).contains("Nothing of this sale");
    }

    /** The till ends after the refund and its claim are stored, before RevKeen has said anything. */
    @Test
    void whoeverGoesOnAfterAStopAsksForTheMoneyFirst() throws Exception {
        Order sale = till.sellForCash();
        till.store().write(tx -> {
            tx.outboxOf(sale.id()).forEach(row -> tx.updateOutbox(row.done(200, "{}", "inv-1")));
            return tx;
        });
        List<Supplier<MoneyElsewhere.Claim>> says = new ArrayList<>(List.of(
                () -> {
                    throw new IllegalStateException("The till ends here");
                },
                () -> new MoneyElsewhere.Claim.Denied(Sentence.quoted("Gone.")),
                MoneyElsewhere.Claim.NotAnswered::new));
        till.refunds()
                .askElsewhere(
                        code -> new SalesElsewhere.Answer.NotReachable(Sentence.quoted("-")), new MoneyElsewhere() {
                            @Override
                            public Answer ask(Order asked) {
                                return new Answer.Heard();
                            }

                            @Override
                            public Claim claim(Refund refund) {
                                return says.removeFirst().get();
                            }
                        });
        assertThatThrownBy(() -> refund(sale, WHOLE, MoneyBack.AS_PAID)).hasMessage("The till ends here");
        Refund begun = till.refunds().open().getFirst();
        assertThat(begun.returned().isZero()).isTrue();
        assertThat(refused(till.refunds().goOn(begun.id(), CLERK)))
                .contains("Gone.")
                .contains("Give up");
        assertThat(till.refunds().find(begun.id()).orElseThrow().returned().isZero())
                .isTrue();
        assertThat(given(till.refunds().goOn(begun.id(), CLERK)).returned())
                .as("without an answer as without a network")
                .isEqualTo(pounds(250));
    }

    @Test
    void aVoidThatIsRefusedBecomesARefund() throws Exception {
        Order sale = till.sellByCard();
        terminal.then(seen(Scripts.decline())).then(seen(Scripts.approve()));
        Refund refund = given(refund(sale, WHOLE, MoneyBack.AS_PAID));
        assertThat(requests).hasExactlyElementsOfTypes(TerminalRequest.Reversal.class, TerminalRequest.Refund.class);
        assertThat(refund.returned()).isEqualTo(pounds(250));
        assertThat(terminal.acquirer().taken()).isZero();
    }

    @Test
    void aVoidThatNeverReachedTheTerminalIsNotFollowedByARefund() throws Exception {
        Order sale = till.sellByCard();
        terminal.then(Scripts.notReachable());
        RefundResult.NotGiven no = (RefundResult.NotGiven) refund(sale, WHOLE, MoneyBack.AS_PAID);
        assertThat(no.attempt().state()).isEqualTo(AttemptState.FAILED);
        assertThat(no.refund().state()).isEqualTo(RefundState.ABANDONED);
        assertThat(terminal.performs()).isEqualTo(2);
        assertThat(till.refunds().open()).isEmpty();
        given(refund(sale, WHOLE, MoneyBack.AS_PAID));
    }

    @Test
    void aVoidThatIsRefusedWhereNothingElseIsPossibleEndsTheRefund() throws Exception {
        terminal.able(Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
        Order sale = till.sellByCard();
        terminal.then(Scripts.decline());
        RefundResult.NotGiven no = (RefundResult.NotGiven) refund(sale, WHOLE, MoneyBack.AS_PAID);
        assertThat(no.refund().state()).isEqualTo(RefundState.ABANDONED);
        assertThat(till.refunds().open()).isEmpty();
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).contains("acquirer");
    }

    @Test
    void aVoidThatFailedAtATerminalThatOnlyUndoesIsTriedAgainWhenSomebodyWantsIt() throws Exception {
        terminal.able(Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
        Order sale = till.sellByCard();
        terminal.then(Scripts.ends(r -> new Outcome.Failed("It was starting anew. Nothing was undone.")));
        RefundResult.NotGiven no = (RefundResult.NotGiven) refund(sale, WHOLE, MoneyBack.AS_PAID);
        assertThat(no.refund().state()).isEqualTo(RefundState.ABANDONED);
        assertThat(terminal.performs()).as("not by itself").isEqualTo(2);
        given(refund(sale, WHOLE, MoneyBack.AS_PAID));
        assertThat(terminal.acquirer().taken()).isZero();
    }

    @Test
    void aMixedSaleGoesBackToEachTenderUpToWhatItTook() throws Exception {
        Order sale = mixed(100);
        terminal.then(seen(Scripts.approve()));
        Refund refund = given(refund(sale, WHOLE, MoneyBack.AS_PAID));
        assertThat(refund.parts()).extracting(RefundPart::type).containsExactly(TenderType.CARD, TenderType.CASH);
        assertThat(refund.parts()).extracting(RefundPart::amount).containsExactly(pounds(150), pounds(100));
        assertThat(terminal.acquirer().taken()).isZero();
    }

    @Test
    void cashGoesBackWhileTheTerminalIsAwayButNeverMoreThanCashWasTaken() throws Exception {
        Order sale = mixed(100);
        till.payments().use(null);
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).contains("No terminal");
        assertThat(refused(refund(sale, new RefundScope.Amount(pounds(101)), MoneyBack.CASH)))
                .contains("1.00 GBP can go back in cash");
        Refund cash = given(refund(sale, WHOLE, MoneyBack.CASH));
        assertThat(cash.returned()).isEqualTo(pounds(100));
        assertThat(cash.lines()).as("not the whole price, so no goods").isEmpty();
        till.payments().use(terminal.session());
        assertThat(given(refund(sale, WHOLE, MoneyBack.AS_PAID)).returned()).isEqualTo(pounds(150));
        assertThat(terminal.acquirer().taken()).isZero();
    }

    @Test
    void aDeclineAfterPartWentBackLeavesTheRestToDecide() throws Exception {
        till.scan(TEA);
        Order half = part(pounds(100));
        Order sale = pay(half);
        assertThat(sale.tenders()).hasSize(2);
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        RefundResult.NotGiven no = (RefundResult.NotGiven) refund(sale, WHOLE, MoneyBack.AS_PAID);
        assertThat(no.refund().state()).isEqualTo(RefundState.OPEN);
        assertThat(no.refund().returned()).isEqualTo(pounds(100));
        assertThat(no.refund().outstanding()).isEqualTo(pounds(150));
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID)))
                .as("the rest is set aside")
                .contains("Nothing of this sale");
        Refund ended = given(till.refunds().giveUp(no.refund().id(), CLERK));
        assertThat(ended.returned()).isEqualTo(pounds(100));
        assertThat(ended.state()).isEqualTo(RefundState.CLOSED);
        assertThat(given(refund(sale, WHOLE, MoneyBack.AS_PAID)).returned()).isEqualTo(pounds(150));
        assertThat(terminal.acquirer().taken()).isZero();
    }

    @Test
    void aRefundThatIsApprovedInPartGoesOnWithTheRest() throws Exception {
        terminal.able(Capability.LINKED_REFUND, Capability.QUERY_BY_REFERENCE);
        Order sale = till.sellByCard();
        terminal.then(Scripts.partial(pounds(200))).then(seen(Scripts.approve()));
        Refund refund = given(refund(sale, WHOLE, MoneyBack.AS_PAID));
        assertThat(requests.getLast().amount()).isEqualTo(pounds(50));
        assertThat(refund.returned()).isEqualTo(pounds(250));
        assertThat(terminal.acquirer().taken()).isZero();
    }

    @Test
    void whileOneIsInDoubtItsAmountIsSetAsideAndNothingGoesBackTwice() throws Exception {
        Order sale = mixed(100);
        terminal.answering(past -> new QueryAnswer.InProgress());
        terminal.then(Scripts.answerLost(Scripts::approval));
        RefundResult.NotKnown doubt = (RefundResult.NotKnown) refund(sale, WHOLE, MoneyBack.AS_PAID);
        assertThat(doubt.attempt().state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(till.refunds().open()).containsExactly(doubt.refund());
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).contains("Nothing of this sale");
        assertThat(refused(till.refunds().goOn(doubt.refund().id(), CLERK))).contains("not known yet");
        assertThat(refused(till.refunds().giveUp(doubt.refund().id(), CLERK))).contains("not known yet");
        int performs = terminal.performs();

        terminal.answeringHonestly();
        resolve();
        Refund known = till.refunds().find(doubt.refund().id()).orElseThrow();
        assertThat(known.returned()).isEqualTo(pounds(150));
        assertThat(known.state()).as("the cash is still to be handed over").isEqualTo(RefundState.OPEN);
        Refund done = given(till.refunds().goOn(known.id(), CLERK));
        assertThat(done.returned()).isEqualTo(pounds(250));
        assertThat(terminal.performs()).isEqualTo(performs);
        assertThat(terminal.acquirer().taken()).isZero();
    }

    @Test
    void aDoubtfulRefundThatNeverArrivedFreesItsAmount() throws Exception {
        terminal.able(Capability.LINKED_REFUND, Capability.QUERY_BY_REFERENCE);
        Order sale = till.sellByCard();
        terminal.then(Scripts.requestLost());
        RefundResult.NotKnown doubt = (RefundResult.NotKnown) refund(sale, WHOLE, MoneyBack.AS_PAID);
        resolve();
        assertThat(till.refunds().find(doubt.refund().id()).orElseThrow().state())
                .isEqualTo(RefundState.ABANDONED);
        given(refund(sale, WHOLE, MoneyBack.AS_PAID));
        assertThat(terminal.acquirer().taken()).isZero();
    }

    @Test
    void aHalfPaidSaleGoesBackWholeAndIsCancelledByThat() throws Exception {
        till.scan(TEA);
        Order half = part(pounds(100));
        assertThat(refused(refund(half, new RefundScope.Amount(pounds(50)), MoneyBack.AS_PAID)))
                .contains("as a whole");
        Refund refund = given(refund(half, WHOLE, MoneyBack.AS_PAID));
        assertThat(refund.returned()).isEqualTo(pounds(100));
        assertThat(till.order(half.id()).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(till.outboxOf(half)).as("RevKeen was never told of it").isEmpty();
        assertThat(terminal.acquirer().taken()).isZero();
        assertThat(till.selling().current()).isEmpty();
        assertThat(refused(refund(half, WHOLE, MoneyBack.AS_PAID))).contains("Nothing was paid");
    }

    @Test
    void whatACardDoesNotTakeOfAHalfPaidSaleGoesBackInCash() throws Exception {
        till.scan(TEA);
        Order first = part(pounds(100));
        till.payments().pay(first.id(), pounds(50), CLERK);
        Order half = till.order(first.id());
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        RefundResult.NotGiven no = (RefundResult.NotGiven) refund(half, WHOLE, MoneyBack.AS_PAID);
        String id = no.refund().id();
        assertThat(no.refund().outstanding()).isEqualTo(pounds(50));
        assertThat(refused(till.refunds().giveUp(id, CLERK))).contains("in cash if the card does not take it");
        Refund done = given(till.refunds().restInCash(id, CLERK));
        assertThat(done.state()).isEqualTo(RefundState.CLOSED);
        assertThat(done.parts().getLast().type()).isEqualTo(TenderType.CASH);
        assertThat(done.parts().getLast().handed()).isEqualTo(pounds(50));
        assertThat(till.order(half.id()).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(terminal.acquirer().taken())
                .as("the card keeps what it did not take back")
                .isEqualTo(50);
        List<String> journal = till.store().read(view -> view.journalOf(id)).stream()
                .map(JournalEntry::type)
                .toList();
        assertThat(journal).contains("refund.rest_in_cash");
    }

    @Test
    void theRestOfAFinishedSaleDoesNotEndInCash() throws Exception {
        till.scan(TEA);
        Order half = part(pounds(100));
        Order sale = pay(half);
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        RefundResult.NotGiven no = (RefundResult.NotGiven) refund(sale, WHOLE, MoneyBack.AS_PAID);
        assertThat(refused(till.refunds().restInCash(no.refund().id(), CLERK))).contains("never finished");
        assertThat(till.refunds().find(no.refund().id()).orElseThrow().outstanding())
                .isEqualTo(pounds(150));
    }

    @Test
    void aHalfPaidSaleTakesNothingMoreWhileItGoesBack() throws Exception {
        till.scan(TEA);
        Order half = part(pounds(100));
        terminal.answering(past -> new QueryAnswer.InProgress());
        terminal.then(Scripts.answerLost(Scripts::approval));
        assertThat(refund(half, WHOLE, MoneyBack.AS_PAID)).isInstanceOf(RefundResult.NotKnown.class);
        assertThat(till.selling().payCash(pounds(150), CLERK)).isInstanceOf(SaleChange.Refused.class);
        assertThat(till.payCard(half)).isInstanceOf(CardResult.Refused.class);
        terminal.answeringHonestly();
        resolve();
        assertThat(till.order(half.id()).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(terminal.acquirer().taken()).isZero();
    }

    @Test
    void aTerminalWithoutLinksGivesBackToACardPresentedNow() throws Exception {
        terminal.able(Capability.REFUND, Capability.QUERY_BY_REFERENCE);
        Order sale = till.sellByCard();
        terminal.then(seen(Scripts.approve()));
        Refund refund = given(refund(sale, WHOLE, MoneyBack.AS_PAID));
        assertThat(requests.getLast().earlier()).isEmpty();
        assertThat(till.attempt(refund.parts().getFirst().attemptId()).originalId())
                .isEqualTo(sale.tenders().getFirst().attemptId());
    }

    @Test
    void whatTheTerminalCannotGiveBackIsSaidBeforeAnythingIsStored() throws Exception {
        terminal.able(Capability.CANCEL);
        Order sale = till.sellByCard();
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).contains("cannot give the money");
        assertThat(till.refunds().of(sale.id())).isEmpty();
    }

    @Test
    void aClerkAsksAManager() throws Exception {
        till.store().write(tx -> {
            tx.saveStaff(new StaffRecord(new Staff("joe", "Joe", Role.CLERK), "-", 0, null));
            tx.saveStaff(new StaffRecord(new Staff("eve", "Eve", Role.MANAGER), "-", 0, null));
            return true;
        });
        Order sale = till.sellForCash();
        RefundWish wish = new RefundWish(sale.id(), WHOLE, MoneyBack.AS_PAID, "wrong size");
        assertThat(refused(till.refunds().refund(wish, "joe"))).contains("manager");
        assertThat(given(till.refunds().refund(wish, "eve")).operator()).isEqualTo("eve");
    }

    @Test
    void nonsenseIsRefusedInWords() throws Exception {
        Order sale = till.sellForCash();
        assertThat(refused(till.refunds().refund(new RefundWish(sale.id(), WHOLE, MoneyBack.CASH, "  "), CLERK)))
                .contains("why");
        assertThat(refused(till.refunds().refund(new RefundWish("none", WHOLE, MoneyBack.CASH, "x"), CLERK)))
                .contains("no such sale");
        assertThat(refused(refund(sale, new RefundScope.Amount(pounds(0)), MoneyBack.CASH)))
                .contains("above zero");
        assertThat(refused(refund(sale, new RefundScope.Amount(Money.of(1, "EUR")), MoneyBack.CASH)))
                .contains("GBP");
        assertThat(refused(refund(sale, goods(sale, 0, 2), MoneyBack.CASH))).contains("1 can still come back, not 2");
        assertThat(refused(refund(
                        sale,
                        new RefundScope.Lines(List.of(new RefundScope.Goods("nope", Quantity.ONE))),
                        MoneyBack.CASH)))
                .contains("each line");
        assertThat(refused(refund(sale, WHOLE, MoneyBack.CARD))).contains("to the card");
        assertThat(refused(till.refunds().goOn("nope", CLERK))).contains("not open");
        assertThat(refused(till.refunds().giveUp("nope", CLERK))).contains("not open");
    }

    private RefundResult refund(Order sale, RefundScope scope, MoneyBack back) {
        return till.refunds().refund(new RefundWish(sale.id(), scope, back, "did not like it"), CLERK);
    }

    private static RefundScope goods(Order sale, int line, long pieces) {
        return new RefundScope.Lines(
                List.of(new RefundScope.Goods(sale.lines().get(line).id(), Quantity.of(pieces))));
    }

    private static Refund given(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.Given.class);
        return ((RefundResult.Given) result).refund();
    }

    private static String refused(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.Refused.class);
        return ((RefundResult.Refused) result).message().toString();
    }

    /** A tea paid with so many pence in cash and the rest by card. */
    private Order mixed(long cash) {
        till.scan(TEA);
        return pay(((SaleChange.PartPaid) till.selling().payCash(pounds(cash), CLERK)).order());
    }

    private Order pay(Order order) {
        return ((CardResult.Paid) till.payCard(order)).order();
    }

    private Order part(Money amount) {
        Order order = till.selling().current().orElseThrow();
        return ((CardResult.Paid) till.payments().pay(order.id(), amount, CLERK)).order();
    }

    private FakeTerminal.Script seen(FakeTerminal.Script script) {
        return (request, monitor, t) -> {
            requests.add(request);
            Outcome outcome = script.run(request, monitor, t);
            return outcome;
        };
    }

    private List<String> kinds(Order sale) throws Exception {
        return till.outboxOf(sale).stream().map(OutboxRow::kind).toList();
    }

    private void resolve() throws Exception {
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(20))) {
            Eventually.until("nothing open", recovery::resolveAll);
        }
    }
}
