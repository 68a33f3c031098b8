package io.keentill.domain.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left of a sale of which somebody else gave something back. */
class RefundableElsewhereTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final TaxRate VAT = new TaxRate("vat", "VAT 20%", Rate.percent(20), true);

    /** 7.00 and 3.00; 4.00 in cash, 3.00 by each of two cards. */
    private final Order sale = Order.open("o", "REF", GBP, "ann", NOW)
            .plusLine(line("a", 700))
            .plusLine(line("b", 300))
            .plusTender(Tender.cash("t0", gbp(1000), gbp(400), CashRounding.NONE, NOW))
            .plusTender(Tender.card("t1", gbp(300), "card-1", NOW))
            .plusTender(Tender.card("t2", gbp(300), "card-2", NOW))
            .closed(1, NOW);

    @Test
    void whatACardHasLeftByThisTillAloneKnowsNothingOfOthers() {
        Refundable all = of(List.of(), elsewhere(250, 0, 0), Map.of("card-1", gbp(250)));
        assertThat(all.leftOf("card-1")).contains(gbp(300));
        Refundable less = of(List.of(toCard("card-1", 100)), elsewhere(0, 0, 0), Map.of());
        assertThat(less.leftOf("card-1")).contains(gbp(200));
        assertThat(less.leftOf("card-2")).contains(gbp(300));
        assertThat(less.leftOf("card-3")).as("it paid for nothing of the sale").isEmpty();
    }

    @Test
    void whatAllCardsHaveLeftIsLessWhateverOfThemWentToOthers() {
        assertThat(of(List.of(), elsewhere(0, 0, 0), Map.of()).leftOfCards()).isEqualTo(gbp(600));
        assertThat(of(List.of(), elsewhere(250, 100, 0), Map.of()).leftOfCards())
                .as("cash is not theirs")
                .isEqualTo(gbp(350));
        assertThat(of(List.of(toCard("card-2", 300)), elsewhere(250, 0, 0), Map.of("card-1", gbp(200)))
                        .leftOfCards())
                .isEqualTo(gbp(50));
    }

    @Test
    void aCardThatGotMoreThanItPaidIsNamed() {
        Refundable now = of(List.of(toCard("card-1", 200)), elsewhere(250, 0, 0), Map.of("card-1", gbp(250)));
        assertThat(now.tooMuchOf("card-1")).isEqualTo(gbp(150));
        assertThat(now.tooMuchOf("card-2")).isEqualTo(gbp(0));
        assertThat(now.tooMuch()).as("of the sale there is enough").isEqualTo(gbp(0));
    }

    @Test
    void goodsComeBackForAllTheyCostOrAnAmountDoes() {
        RefundScope goods = new RefundScope.Lines(List.of(new RefundScope.Goods("a", Quantity.ONE)));
        assertThat(of(List.of(), elsewhere(0, 0, 300), Map.of()).plan(goods, MoneyBack.AS_PAID))
                .isInstanceOfSatisfying(
                        RefundPlan.Allowed.class,
                        plan -> assertThat(plan.amount()).isEqualTo(gbp(700)));
        assertThat(of(List.of(), elsewhere(0, 0, 301), Map.of()).plan(goods, MoneyBack.AS_PAID))
                .isInstanceOfSatisfying(
                        RefundPlan.Refused.class,
                        no -> assertThat(no.message().toString())
                                .contains("These goods come to 7.00", "6.99", "was given back elsewhere"));
    }

    @Test
    void theTaxOfWhatWentElsewhereDoesNotGoBackOnceMore() {
        RefundPlan rest =
                of(List.of(), elsewhere(0, 0, 400), Map.of()).plan(new RefundScope.Whole(), MoneyBack.AS_PAID);
        assertThat(sale.totals().tax()).isEqualTo(gbp(167));
        assertThat(rest).isInstanceOfSatisfying(RefundPlan.Allowed.class, plan -> {
            assertThat(plan.amount()).isEqualTo(gbp(600));
            assertThat(plan.tax()).isEqualTo(gbp(100));
        });
    }

    @Test
    void whyNothingIsLeftIsSaidWhereOthersGaveItBack() {
        assertThat(refused(of(List.of(), elsewhere(600, 400, 0), Map.of())))
                .contains("left to give back (", "was given back elsewhere");
        List<Refund> all = List.of(
                toCard("card-1", 300),
                toCard("card-2", 300),
                refund(RefundPart.planned("p", TenderType.CASH, gbp(400), null)));
        assertThat(refused(of(all, elsewhere(0, 0, 0), Map.of()))).endsWith("left to give back.");
    }

    private static String refused(Refundable now) {
        RefundPlan plan = now.plan(new RefundScope.Whole(), MoneyBack.AS_PAID);
        assertThat(plan).isInstanceOf(RefundPlan.Refused.class);
        return ((RefundPlan.Refused) plan).message().toString();
    }

    private Refundable of(List<Refund> refunds, GivenElsewhere elsewhere, Map<String, Money> cards) {
        return Refundable.of(sale, refunds, List.of(), elsewhere, cards);
    }

    private static GivenElsewhere elsewhere(long card, long cash, long untold) {
        return new GivenElsewhere(gbp(card), gbp(cash), gbp(untold));
    }

    private Refund toCard(String card, long minor) {
        return refund(RefundPart.planned("p", TenderType.CARD, gbp(minor), card));
    }

    private Refund refund(RefundPart part) {
        return new Refund(
                "r",
                "REF-r",
                sale.id(),
                sale.reference(),
                sale.receiptNumber(),
                RefundState.OPEN,
                GBP,
                List.of(),
                gbp(0),
                "why",
                "ann",
                List.of(part),
                null,
                NOW,
                null,
                null);
    }

    private static OrderLine line(String id, long price) {
        return new OrderLine(id, null, null, "SKU-" + id, "Item " + id, gbp(price), Quantity.ONE, VAT, null);
    }

    private static Money gbp(long minor) {
        return Money.of(minor, GBP);
    }
}
