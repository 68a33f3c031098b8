package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.GBP;
import static io.keentill.engine.support.TestTill.VAT;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.StaffRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money on a sale of another till, £1.50 of it by card and £1.00 in cash, to the penny. */
class ForeignMoneyTest extends RefundScene {

    private static final Instant SOLD = Instant.parse("2026-11-23T10:00:00Z");
    private static final RefundScope ALL = WHOLE;

    private ToldElsewhere revKeen;

    @BeforeEach
    void connect() {
        terminal.able(Capability.REFUND, Capability.QUERY_BY_REFERENCE);
        revKeen = new ToldElsewhere(till).shows(found(150, 100));
    }

    @Test
    void whatIsNotToldYetIsCountedOnTheTenderThatItWentBackOf() {
        given(back(amount(40), MoneyBack.CASH));
        assertThat(refused(back(amount(61), MoneyBack.CASH))).contains("0.60 GBP can go back in cash");
        assertThat(given(back(amount(60), MoneyBack.CASH)).returned()).isEqualTo(pounds(60));
        assertThat(refused(back(amount(1), MoneyBack.CASH))).contains("0.00 GBP can go back in cash");
        assertThat(refused(back(amount(151), MoneyBack.AS_PAID))).contains("1.50 GBP is left");
        Refund card = given(back(ALL, MoneyBack.AS_PAID));
        assertThat(card.parts()).singleElement().satisfies(part -> {
            assertThat(part.type()).isEqualTo(TenderType.CARD);
            assertThat(part.amount()).isEqualTo(pounds(150));
        });
        assertThat(terminal.acquirer().givenBack()).isEqualTo(150);
        assertThat(refused(back(amount(1), MoneyBack.AS_PAID))).contains("Nothing of this sale is left");
    }

    @Test
    void whatRevKeenKnowsIsInWhatItShowsAndNotCountedTwice() throws Exception {
        Refund told = given(back(amount(40), MoneyBack.CASH));
        given(back(amount(10), MoneyBack.CASH));
        taken(told);
        revKeen.shows(found(150, 60));
        assertThat(refused(back(amount(51), MoneyBack.CASH))).contains("0.50 GBP can go back in cash");
        given(back(amount(50), MoneyBack.CASH));
    }

    @Test
    void whatDidNotGoBackIsFreeAgain() {
        terminal.then(Scripts.decline());
        RefundResult.NotGiven no = (RefundResult.NotGiven) back(ALL, MoneyBack.AS_PAID);
        assertThat(no.refund().state()).isEqualTo(RefundState.ABANDONED);
        assertThat(given(back(ALL, MoneyBack.AS_PAID)).returned()).isEqualTo(pounds(250));
    }

    /** The credit note over all of it is taken back, and the one over the rest is not there yet. */
    @Test
    void ofARefundThatStoppedOnItsWayWhatWentBackCountsUntilRevKeenKnowsThatMuch() throws Exception {
        terminal.then(Scripts.partial(pounds(100))).then(Scripts.decline());
        RefundResult.NotGiven stopped = (RefundResult.NotGiven) back(ALL, MoneyBack.AS_PAID);
        taken(stopped.refund());
        Refund ended = given(till.refunds().giveUp(stopped.refund().id(), CLERK));
        assertThat(ended.returned()).isEqualTo(pounds(100));
        assertThat(refused(back(amount(151), MoneyBack.AS_PAID))).contains("1.50 GBP is left");
        assertThat(refused(back(amount(51), MoneyBack.CARD))).contains("0.50 GBP can go back to the card");
        given(back(amount(50), MoneyBack.CARD));
        given(back(amount(100), MoneyBack.CASH));
        assertThat(terminal.acquirer().givenBack()).isEqualTo(150);
    }

    @Test
    void withoutRevKeensWordInTimeNothingGoesBack() {
        revKeen.then(refund -> new MoneyElsewhere.Claim.NotAnswered());
        assertThat(refused(back(ALL, MoneyBack.CASH))).contains("did not answer in time", "Try again");
        assertThat(till.refunds().recent(9)).extracting(Refund::state).containsExactly(RefundState.ABANDONED);
        revKeen.then(refund -> new MoneyElsewhere.Claim.Denied(Sentence.quoted("Somebody has it.")));
        assertThat(refused(back(ALL, MoneyBack.CASH))).isEqualTo("Somebody has it.");
        assertThat(given(back(ALL, MoneyBack.CASH)).returned()).isEqualTo(pounds(100));
        assertThat(terminal.performs()).isZero();
    }

    /** The till ended while it waited for the answer. */
    @Test
    void oneThatWasBegunGoesOnOnlyWithRevKeensWord() {
        revKeen.then(refund -> {
            throw new IllegalStateException("The till ends here");
        });
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> back(ALL, MoneyBack.CASH))
                .hasMessage("The till ends here");
        String begun = till.refunds().open().getFirst().id();
        revKeen.then(refund -> new MoneyElsewhere.Claim.NotAnswered());
        assertThat(refused(till.refunds().goOn(begun, CLERK))).contains("did not answer in time");
        assertThat(till.refunds().find(begun).orElseThrow().returned()).isEqualTo(pounds(0));
        assertThat(given(till.refunds().goOn(begun, CLERK)).returned()).isEqualTo(pounds(100));
    }

    @Test
    void needsAReasonAndAManagerLikeEveryOther() throws Exception {
        till.store().write(tx -> {
            tx.saveStaff(new StaffRecord(new Staff("joe", "Joe", Role.CLERK), "-", 0, null));
            return true;
        });
        ForeignSale sale = ((SalesElsewhere.Answer.Found) found(150, 100)).sale();
        assertThat(refused(till.refunds().refundElsewhere(sale, ALL, MoneyBack.CASH, "why not", "joe")))
                .contains("manager");
        assertThat(refused(till.refunds().refundElsewhere(sale, ALL, MoneyBack.CASH, " ", CLERK)))
                .contains("few words why");
        assertThat(refused(till.refunds().refundElsewhere(sale, ALL, MoneyBack.CASH, "x".repeat(401), CLERK)))
                .contains("few words why");
        assertThat(given(till.refunds().refundElsewhere(sale, ALL, MoneyBack.CASH, " cold ", CLERK)))
                .satisfies(refund -> assertThat(refund.reason()).isEqualTo("cold"))
                .satisfies(refund -> assertThat(refund.operator()).isEqualTo(CLERK));
    }

    @Test
    void whatRevKeenShowsNoMoreDoesNotGoBack() {
        revKeen.shows(new SalesElsewhere.Answer.Unknown());
        assertThat(refused(back(ALL, MoneyBack.CASH))).contains("does not show this sale any more");
        revKeen.shows(new SalesElsewhere.Answer.NotReachable(Sentence.quoted("No line.")));
        assertThat(refused(back(ALL, MoneyBack.CASH)))
                .isEqualTo("No line. Without its answer nothing goes back on a" + " sale of another till.");
        assertThat(till.refunds().recent(9)).isEmpty();
    }

    @Test
    void itIsLookedAtAgainOnceRevKeenKnowsWhatThisTillWasTellingIt() {
        revKeen.showsBeforeItKnowsAll(found(150, 100));
        revKeen.shows(found(150, 30));
        assertThat(till.refunds().findElsewhere("FAR"))
                .isInstanceOfSatisfying(
                        SalesElsewhere.Answer.Found.class,
                        seen -> assertThat(seen.sale().left()).isEqualTo(pounds(180)));
        assertThat(revKeen.asked).containsExactly("find", "find");
    }

    @Test
    void coinsAreRounded(@TempDir Path francs) throws Exception {
        till.close();
        till = TestTill.open(francs, TestClock.still(), terminal, new CashRounding(5));
        revKeen = new ToldElsewhere(till).shows(found(150, 100));
        RefundPart coins = given(back(amount(98), MoneyBack.CASH)).parts().getFirst();
        assertThat(coins.amount()).isEqualTo(pounds(98));
        assertThat(coins.handed()).isEqualTo(pounds(100));
    }

    @Test
    void aTillThatIsNotConnectedSaysSo(@TempDir Path alone) throws Exception {
        till.close();
        till = TestTill.open(alone, TestClock.still(), terminal);
        assertThat(till.refunds().findElsewhere("FAR"))
                .isInstanceOfSatisfying(
                        SalesElsewhere.Answer.NotReachable.class,
                        no -> assertThat(no.message()).contains("not connected with RevKeen"));
        assertThat(refused(back(ALL, MoneyBack.CASH))).contains("not connected with RevKeen");
    }

    private static SalesElsewhere.Answer found(long card, long cash) {
        OrderLine tea = new OrderLine("far-1", null, null, "TEA", "Tea", pounds(250), Quantity.ONE, VAT, null);
        Order sale = new Order(
                "far",
                "FAR",
                OrderState.PAID,
                GBP,
                List.of(tea),
                null,
                List.of(tender("far-card", TenderType.CARD, card), tender("far-cash", TenderType.CASH, cash)),
                "zoe",
                SOLD,
                null,
                7L,
                SOLD);
        return new SalesElsewhere.Answer.Found(new ForeignSale(sale, "inv-far"));
    }

    private static Tender tender(String id, TenderType type, long pence) {
        return new Tender(id, type, pounds(pence), pounds(pence), pounds(0), pounds(0), null, SOLD);
    }

    private RefundResult back(RefundScope scope, MoneyBack back) {
        ForeignSale sale = ((SalesElsewhere.Answer.Found) found(150, 100)).sale();
        return till.refunds().refundElsewhere(sale, scope, back, "bought next door", CLERK);
    }

    private static RefundScope amount(long pence) {
        return new RefundScope.Amount(pounds(pence));
    }

    /** RevKeen has taken the credit note of this refund. */
    private void taken(Refund refund) throws Exception {
        till.store().write(tx -> {
            tx.outboxOf(refund.orderId()).stream()
                    .filter(row -> row.kind().equals(OutboxKind.CREDIT.key())
                            && row.ref().equals(refund.id()))
                    .forEach(row -> tx.updateOutbox(row.done(200, "{}", "cn-" + row.step())));
            return tx;
        });
    }
}
