package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Scripts;
import io.keentill.store.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Refunds that stop on their way: in part, in doubt, on sales that were never finished. */
class RefundsPartWayTest extends RefundScene {

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

    /** They wanted it back, their card did not take it, and they buy after all: what was given up bars nothing. */
    @Test
    void aHalfPaidSaleWhoseMoneyDidNotGoBackIsPaidToItsEnd() throws Exception {
        till.scan(TEA);
        Order half = part(pounds(100));
        terminal.then(Scripts.decline()).then(Scripts.decline());
        RefundResult.NotGiven no = (RefundResult.NotGiven) refund(half, WHOLE, MoneyBack.AS_PAID);
        assertThat(no.refund().state()).isEqualTo(RefundState.ABANDONED);
        assertThat(pay(half).state()).isEqualTo(OrderState.PAID);
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
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
}
