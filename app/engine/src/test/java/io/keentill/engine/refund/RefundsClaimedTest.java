package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.support.Scripts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money of a sale that RevKeen knows: it is asked for its word before anything goes back. */
class RefundsClaimedTest extends RefundScene {

    private ToldElsewhere revKeen;

    @BeforeEach
    void connect() {
        revKeen = new ToldElsewhere(till);
    }

    @Test
    void theClaimIsStoredBeforeRevKeenIsAskedForIt() throws Exception {
        Order sale = known(till.sellForCash());
        revKeen.then(refund -> {
            assertThat(till.refunds().find(refund.id())).contains(refund);
            assertThat(refund.returned()).isEqualTo(pounds(0));
            assertThat(kindsNow(sale)).endsWith("credit");
            return new MoneyElsewhere.Claim.Granted();
        });
        Refund refund = given(refund(sale, WHOLE, MoneyBack.AS_PAID));
        assertThat(refund.state()).isEqualTo(RefundState.CLOSED);
        assertThat(revKeen.asked).containsExactly("ask", "claim");
        assertThat(kinds(sale)).filteredOn("credit"::equals).as("told once").hasSize(1);
    }

    @Test
    void whatSomebodyElseHasDoesNotGoBackAndEverybodyIsTold() throws Exception {
        Order sale = known(till.sellForCash());
        revKeen.then(refund -> new MoneyElsewhere.Claim.Denied(Sentence.quoted("Gone on till 2.")));
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).isEqualTo("Gone on till 2.");
        Refund ended = till.refunds().of(sale.id()).getFirst();
        assertThat(ended.state()).isEqualTo(RefundState.ABANDONED);
        assertThat(till.told()).contains(new TillEvent.RefundChanged(ended));
        assertThat(kinds(sale)).as("the claim is taken back").endsWith("credit", "credit_void");
        assertThat(given(refund(sale, WHOLE, MoneyBack.AS_PAID)).returned()).isEqualTo(pounds(250));
    }

    @Test
    void withoutAnAnswerASaleOfThisTillGoesBackAsWithoutANetwork() throws Exception {
        Order sale = known(till.sellForCash());
        revKeen.then(refund -> new MoneyElsewhere.Claim.NotAnswered());
        assertThat(given(refund(sale, WHOLE, MoneyBack.AS_PAID)).returned()).isEqualTo(pounds(250));
    }

    @Test
    void aRefundThatHasItsAnswerGoesOnWithoutAskingForTheMoneyAgain() throws Exception {
        till.scan(TEA);
        Order sale = known(pay(part(pounds(100))));
        revKeen.then(refund -> granted(sale));
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        Refund open = ((RefundResult.NotGiven) refund(sale, WHOLE, MoneyBack.AS_PAID)).refund();
        assertThat(given(till.refunds().goOn(open.id(), CLERK)).returned()).isEqualTo(pounds(250));
        assertThat(revKeen.asked).as("what others gave back is asked each time").containsExactly("ask", "claim", "ask");
        assertThat(terminal.acquirer().taken()).isZero();
    }

    /** Nothing has moved, and nobody is to find it open and wonder. */
    @Test
    void whatCannotGoBackOnceItIsClaimedIsGivenUpAtOnce() throws Exception {
        Order sale = known(till.sellByCard());
        revKeen.then(refund -> {
            till.payments().use(null);
            return new MoneyElsewhere.Claim.Granted();
        });
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).contains("No terminal is set up");
        assertThat(till.refunds().of(sale.id()))
                .singleElement()
                .satisfies(refund -> assertThat(refund.state()).isEqualTo(RefundState.ABANDONED));
        till.payments().use(terminal.session());
        assertThat(given(refund(sale, WHOLE, MoneyBack.AS_PAID)).returned()).isEqualTo(pounds(250));
    }

    /** What a basket was paid with may have gone back on the sale that it comes from. */
    @Test
    void ofWhatWasExchangedTheSaleThatItComesFromIsAskedForAsWell() throws Exception {
        Order sale = known(till.sellByCard());
        Order basket = till.scan(TEA);
        RefundWish wish = new RefundWish(sale.id(), goods(sale, 0, 1), MoneyBack.AS_PAID, "wrong size");
        given(till.refunds().exchange(wish, basket.id(), CLERK));
        revKeen.asked.clear();
        given(refund(till.order(basket.id()), WHOLE, MoneyBack.AS_PAID));
        assertThat(revKeen.asked).startsWith("ask", "ask");
    }

    @Test
    void whatTheTerminalCannotDoIsNotClaimed() throws Exception {
        Order sale = known(till.sellByCard());
        int rows = kinds(sale).size();
        till.payments().use(null);
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).contains("No terminal is set up");
        till.payments().use(terminal.session());
        terminal.able(Capability.CANCEL);
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).contains("cannot give the money");
        assertThat(revKeen.asked).doesNotContain("claim");
        assertThat(kinds(sale)).hasSize(rows);
        assertThat(till.refunds().of(sale.id())).isEmpty();
    }

    @Test
    void whatIsMoreThanIsLeftIsNotClaimed() throws Exception {
        Order sale = known(till.sellForCash());
        assertThat(refused(refund(sale, new RefundScope.Amount(pounds(251)), MoneyBack.AS_PAID)))
                .contains("2.50 GBP is left");
        assertThat(revKeen.asked).doesNotContain("claim");
    }

    @Test
    void aSaleThatWasNeverFinishedIsNoneOfRevKeensBusiness() throws Exception {
        till.scan(TEA);
        Order half = part(pounds(100));
        terminal.then(Scripts.decline()).then(Scripts.decline());
        assertThat(refund(half, WHOLE, MoneyBack.AS_PAID)).isInstanceOf(RefundResult.NotGiven.class);
        Refund back = given(refund(half, WHOLE, MoneyBack.AS_PAID));
        assertThat(refused(till.refunds().goOn(back.id(), CLERK))).contains("not open any more");
        assertThat(revKeen.asked).isEmpty();
    }

    @Test
    void aSaleThatRevKeenDoesNotKnowWhollyGoesBackWithoutAClaim() throws Exception {
        Order sale = till.sellForCash();
        long before = till.store().commits();
        given(refund(sale, WHOLE, MoneyBack.AS_PAID));
        assertThat(till.store().commits() - before).isEqualTo(1);
        assertThat(revKeen.asked).containsExactly("ask");
    }

    @Test
    void noClaimIsMadeWhereNobodyIsThereToAnswer() throws Exception {
        till.refunds()
                .askElsewhere(
                        revKeen, sale -> new MoneyElsewhere.Answer.NotHeard(Sentence.quoted("The line is dead.")));
        Order sale = known(till.sellForCash());
        long before = till.store().commits();
        given(refund(sale, WHOLE, MoneyBack.AS_PAID));
        assertThat(till.store().commits() - before).as("as without a network").isEqualTo(1);
    }

    /** Whoever knows of no claims leaves one unanswered, and has nothing on its way. */
    @Test
    void whoKnowsOfNoClaimsAnswersNone() throws Exception {
        MoneyElsewhere simple = sale -> new MoneyElsewhere.Answer.Heard();
        till.refunds().askElsewhere(revKeen, simple);
        Order sale = known(till.sellForCash());
        Refund refund = given(refund(sale, WHOLE, MoneyBack.AS_PAID));
        assertThat(simple.claim(refund)).isEqualTo(new MoneyElsewhere.Claim.NotAnswered());
        assertThat(simple.awaitOwn(sale.id())).isFalse();
    }

    private Order known(Order sale) throws Exception {
        revKeen.knows(till, sale);
        return sale;
    }

    private List<String> kindsNow(Order sale) {
        try {
            return kinds(sale);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MoneyElsewhere.Claim granted(Order sale) {
        try {
            revKeen.knows(till, sale);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return new MoneyElsewhere.Claim.Granted();
    }
}
