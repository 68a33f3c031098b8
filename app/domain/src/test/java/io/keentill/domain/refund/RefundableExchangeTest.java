package io.keentill.domain.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Exchange;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What of a sale may be exchanged, and whose money is then whose. */
class RefundableExchangeTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final TaxRate VAT = new TaxRate("vat", "VAT 20%", Rate.percent(20), true);

    /** 2.50 and 7.50; 6.00 by card, 4.00 in cash. */
    private final Order sale = sale(List.of(250L, 750L), 600, 400);

    @Test
    void whatGoesBackTakesTheCardFirstAndTheRestIsExchanged() {
        RefundPlan.Allowed plan = exchange(sale, List.of(), "l1", 500);
        assertThat(plan.amount()).isEqualTo(gbp(750));
        assertThat(plan.lines())
                .singleElement()
                .satisfies(l -> assertThat(l.amount()).isEqualTo(gbp(750)));
        assertThat(plan.shares())
                .containsExactly(
                        new RefundPlan.Share(TenderType.EXCHANGE, gbp(350), "card"),
                        new RefundPlan.Share(TenderType.EXCHANGE, gbp(150), null),
                        new RefundPlan.Share(TenderType.CARD, gbp(250), "card"));
    }

    @Test
    void noMoreIsExchangedThanIsDueOrThanTheGoodsAreWorth() {
        assertThat(exchange(sale, List.of(), "l0", 9_999).shares())
                .containsExactly(new RefundPlan.Share(TenderType.EXCHANGE, gbp(250), "card"));
        assertThat(Shares.sum(exchange(sale, List.of(), "l0", 1).shares(), gbp(0)))
                .isEqualTo(gbp(250));
    }

    @Test
    void theWayOfTheRestIsChosenAndRefusedWhereItWasNotPaidThatWay() {
        RefundPlan.Allowed cash = (RefundPlan.Allowed)
                Refundable.of(sale, List.of(), List.of()).exchange(goods("l1").goods(), gbp(500), MoneyBack.CASH);
        assertThat(cash.shares())
                .containsExactly(
                        new RefundPlan.Share(TenderType.EXCHANGE, gbp(500), "card"),
                        new RefundPlan.Share(TenderType.CASH, gbp(250), null));
        RefundPlan no =
                Refundable.of(sale, List.of(), List.of()).exchange(goods("l1").goods(), gbp(100), MoneyBack.CASH);
        assertThat(no).isInstanceOf(RefundPlan.Refused.class);
    }

    @Test
    void exchangedMoneyGoesBackAsItWasPaid() {
        Order open = Order.open("o2", "REF2", GBP, "ann", NOW).plusLine(line("n0", 500));
        Order basket = open.plusTender(Tender.exchange("t1", gbp(350), new Exchange("r", "R", "card"), NOW))
                .plusTender(Tender.exchange("t2", gbp(150), new Exchange("r", "R", null), NOW))
                .closed(2, NOW);
        RefundPlan.Allowed back = (RefundPlan.Allowed)
                Refundable.of(basket, List.of(), List.of()).plan(new RefundScope.Whole(), MoneyBack.AS_PAID);
        assertThat(back.shares())
                .containsExactly(
                        new RefundPlan.Share(TenderType.CARD, gbp(350), "card"),
                        new RefundPlan.Share(TenderType.CASH, gbp(150), null));
        assertThat(Refundable.of(basket, List.of(), List.of()).plan(new RefundScope.Whole(), MoneyBack.CASH))
                .isInstanceOfSatisfying(
                        RefundPlan.Allowed.class,
                        plan -> assertThat(plan.amount()).isEqualTo(gbp(150)));
    }

    @Property(tries = 300)
    void whateverIsExchangedAndGivenBackComesToWhatWasPaid(@ForAll long seed) {
        Random random = new Random(seed);
        List<Long> prices =
                random.longs(1 + random.nextInt(4), 1, 2_000).boxed().toList();
        long total = prices.stream().mapToLong(Long::longValue).sum();
        long card = random.nextLong(total + 1);
        Order sold = sale(prices, card, total - card);
        List<Refund> refunds = new ArrayList<>();
        for (int i = 0; i < 40 && Refundable.of(sold, refunds, List.of()).left().isPositive(); i++) {
            RefundScope.Lines goods = goods("l" + random.nextInt(prices.size()));
            Refundable now = Refundable.of(sold, refunds, List.of());
            RefundPlan plan = switch (random.nextInt(3)) {
                case 0 -> now.exchange(goods.goods(), gbp(1 + random.nextLong(3_000)), any(random));
                case 1 -> now.plan(goods, any(random));
                default ->
                    now.plan(
                            new RefundScope.Amount(
                                    gbp(1 + random.nextLong(now.left().minor()))),
                            any(random));
            };
            if (plan instanceof RefundPlan.Allowed allowed) {
                assertThat(Shares.sum(allowed.shares(), gbp(0))).isEqualTo(allowed.amount());
                refunds.add(closed("r" + i, sold, allowed));
            }
        }
        Refundable end = Refundable.of(sold, refunds, List.of());
        if (end.left().isPositive()) {
            refunds.add(
                    closed("last", sold, (RefundPlan.Allowed) end.plan(new RefundScope.Whole(), MoneyBack.AS_PAID)));
        }
        Map<TenderType, Long> gone = new HashMap<>();
        refunds.stream()
                .flatMap(r -> r.parts().stream())
                .forEach(p -> gone.merge(p.source(), p.amount().minor(), Long::sum));
        assertThat(gone.getOrDefault(TenderType.CARD, 0L)).isEqualTo(card);
        assertThat(gone.getOrDefault(TenderType.CASH, 0L)).isEqualTo(total - card);
        assertThat(refunds.stream().map(Refund::tax).reduce(gbp(0), Money::plus))
                .isEqualTo(sold.totals().tax());
        assertThat(Refundable.of(sold, refunds, List.of()).tooMuch()).isEqualTo(gbp(0));
    }

    private static MoneyBack any(Random random) {
        return MoneyBack.values()[random.nextInt(MoneyBack.values().length)];
    }

    private static RefundPlan.Allowed exchange(Order sold, List<Refund> before, String line, long due) {
        RefundPlan plan =
                Refundable.of(sold, before, List.of()).exchange(goods(line).goods(), gbp(due), MoneyBack.AS_PAID);
        assertThat(plan).isInstanceOf(RefundPlan.Allowed.class);
        return (RefundPlan.Allowed) plan;
    }

    private static Refund closed(String id, Order sold, RefundPlan.Allowed plan) {
        List<RefundPart> parts = new ArrayList<>();
        for (RefundPlan.Share share : plan.shares()) {
            parts.add(RefundPart.planned(
                    id + "-" + parts.size(), share.type(), share.amount(), share.originalAttemptId()));
        }
        Refund refund = new Refund(
                id,
                "REF-" + id,
                sold.id(),
                sold.reference(),
                sold.receiptNumber(),
                RefundState.OPEN,
                GBP,
                plan.lines(),
                plan.tax(),
                "why",
                "ann",
                parts,
                null,
                NOW,
                null,
                null,
                "o2");
        for (RefundPart part : List.copyOf(refund.parts())) {
            refund = refund.returning(part.id(), part.amount(), gbp(0), NOW, "rest");
        }
        return refund.closed(1, NOW);
    }

    private static RefundScope.Lines goods(String line) {
        return new RefundScope.Lines(List.of(new RefundScope.Goods(line, Quantity.ONE)));
    }

    private static Order sale(List<Long> prices, long card, long cash) {
        Order open = Order.open("o", "REF", GBP, "ann", NOW);
        for (int i = 0; i < prices.size(); i++) {
            open = open.plusLine(line("l" + i, prices.get(i)));
        }
        if (card > 0) {
            open = open.plusTender(Tender.card("t1", gbp(card), "card", NOW));
        }
        if (cash > 0) {
            open = open.plusTender(Tender.cash("t2", open.due(), gbp(cash), CashRounding.NONE, NOW));
        }
        return open.closed(1, NOW);
    }

    private static OrderLine line(String id, long price) {
        return new OrderLine(id, null, null, "SKU-" + id, "Item " + id, gbp(price), Quantity.ONE, VAT, null);
    }

    private static Money gbp(long minor) {
        return Money.of(minor, GBP);
    }
}
