package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
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
import io.keentill.engine.TillEvent;
import io.keentill.engine.support.Scripts;
import io.keentill.store.StaffRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundsTest extends RefundScene {

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
}
