package io.keentill.domain.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever goes back, in whatever pieces: never more than was paid, and in the end all of it. */
class RefundableTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final TaxRate VAT = new TaxRate("vat", "VAT 20%", Rate.percent(20), true);
    private static final TaxRate REDUCED = new TaxRate("low", "VAT 7%", Rate.percent(7), false);
    private static final RefundScope WHOLE = new RefundScope.Whole();

    @Test
    void thirdsOfAPriceSumToThePrice() {
        Order sale = sale(List.of(line("a", 1000, Quantity.of(3), VAT, percent(10))), 2700);
        List<Refund> refunds = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        List<Long> taxes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RefundPlan.Allowed one = allowed(sale, refunds, goods("a", 1000));
            amounts.add(one.amount().minor());
            taxes.add(one.tax().minor());
            refunds.add(closed("r" + i, sale, one));
        }
        assertThat(amounts).containsExactly(900L, 900L, 900L);
        assertThat(taxes.stream().mapToLong(t -> t).sum())
                .isEqualTo(sale.totals().tax().minor());
        assertThat(refused(sale, refunds, goods("a", 1000))).contains("Nothing of this sale is left");
    }

    @Test
    void whatWasPaidByLinkGoesBackToACardAndNeverInCash() {
        Order open = Order.open("o", "R-1", GBP, "ann", NOW)
                .plusLine(line("a", 1000, Quantity.ONE, VAT, null))
                .plusTender(Tender.cash("t1", gbp(1000), gbp(400), CashRounding.NONE, NOW))
                .plusTender(Tender.link("t2", gbp(600), "link-1", NOW));
        Order sale = open.closed(1, NOW);
        RefundPlan.Allowed whole = allowed(sale, List.of(), WHOLE);
        assertThat(whole.shares())
                .extracting(RefundPlan.Share::type, s -> s.amount().minor())
                .containsExactlyInAnyOrder(tuple(TenderType.CARD, 600L), tuple(TenderType.CASH, 400L));
        List<Refund> refunds = List.of(closed("r1", sale, allowed(sale, List.of(), amount(500))));
        assertThat(Refundable.of(sale, refunds, List.of()).tenders())
                .filteredOn(t -> t.tender().type() == TenderType.LINK)
                .singleElement()
                .satisfies(t -> assertThat(t.left()).isEqualTo(gbp(100)));
        assertThat(Refundable.of(sale, refunds, List.of()).plan(amount(500), MoneyBack.CASH))
                .isInstanceOf(RefundPlan.Refused.class);
    }

    @Test
    void anOddPriceIsSharedToTheLastPenny() {
        Order sale = sale(List.of(line("a", 333, Quantity.of(3), VAT, new Discount.Fixed("-", gbp(1)))), 998);
        List<Refund> refunds = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RefundPlan.Allowed one = allowed(sale, refunds, goods("a", 1000));
            amounts.add(one.amount().minor());
            refunds.add(closed("r" + i, sale, one));
        }
        assertThat(amounts).containsExactly(333L, 332L, 333L);
    }

    @Test
    void afterAnAmountTheGoodsBringWhatIsLeft() {
        Order sale =
                sale(List.of(line("a", 1000, Quantity.ONE, VAT, null), line("b", 500, Quantity.ONE, VAT, null)), 1500);
        List<Refund> refunds = new ArrayList<>();
        refunds.add(closed("r1", sale, allowed(sale, refunds, amount(1200))));
        RefundPlan.Allowed a = allowed(sale, refunds, goods("a", 1000));
        assertThat(a.amount()).isEqualTo(gbp(300));
        assertThat(a.lines())
                .singleElement()
                .satisfies(l -> assertThat(l.amount()).isEqualTo(gbp(300)));
        refunds.add(closed("r2", sale, a));
        assertThat(sumOfTax(refunds)).isEqualTo(sale.totals().tax());
    }

    @Test
    void whatWasGivenAwayBringsNothing() {
        Order sale = sale(
                List.of(line("a", 1000, Quantity.ONE, VAT, percent(100)), line("b", 500, Quantity.ONE, VAT, null)),
                500);
        assertThat(refused(sale, List.of(), goods("a", 1000))).contains("Nothing was paid for these goods");
        RefundPlan.Allowed whole = allowed(sale, List.of(), WHOLE);
        assertThat(whole.amount()).isEqualTo(gbp(500));
        assertThat(whole.lines()).hasSize(2);
    }

    @Test
    void anAbandonedRefundIsNoRefundAndAGivenUpPartIsNone() {
        Order sale = sale(List.of(line("a", 1000, Quantity.ONE, VAT, null)), 600, 400);
        Refund open = open("r1", sale, allowed(sale, List.of(), WHOLE));
        assertThat(Refundable.of(sale, List.of(open), List.of()).left()).isEqualTo(gbp(0));
        assertThat(Refundable.of(sale, List.of(open), List.of())
                        .lines()
                        .getFirst()
                        .thousandths())
                .isZero();
        assertThat(Refundable.of(sale, List.of(open.abandoned(NOW)), List.of()).left())
                .isEqualTo(gbp(1000));
        Refund part = open.returning(open.parts().getFirst().id(), gbp(400), gbp(0), NOW, "rest")
                .withoutRest(gbp(50))
                .closed(1, NOW);
        Refundable after = Refundable.of(sale, List.of(part), List.of());
        assertThat(after.left()).isEqualTo(gbp(600));
        assertThat(after.lines().getFirst().left()).isEqualTo("1");
        assertThat(part.reserved()).isEqualTo(gbp(400));
    }

    @Test
    void cardsComeFirstAndEachTenderGetsNoMoreThanItTook() {
        Order sale = sale(List.of(line("a", 1000, Quantity.ONE, VAT, null)), 600, 400);
        RefundPlan.Allowed plan = allowed(sale, List.of(), amount(700));
        assertThat(plan.shares())
                .containsExactly(
                        new RefundPlan.Share(TenderType.CARD, gbp(400), "card-1"),
                        new RefundPlan.Share(TenderType.CASH, gbp(300), null));
        assertThat(((RefundPlan.Refused)
                                Refundable.of(sale, List.of(), List.of()).plan(amount(601), MoneyBack.CASH))
                        .message())
                .contains("6.00 GBP can go back in cash");
        assertThat(((RefundPlan.Refused)
                                Refundable.of(sale, List.of(), List.of()).plan(amount(401), MoneyBack.CARD))
                        .message())
                .contains("4.00 GBP can go back to the card");
        RefundPlan.Allowed cash =
                (RefundPlan.Allowed) Refundable.of(sale, List.of(), List.of()).plan(WHOLE, MoneyBack.CASH);
        assertThat(cash.amount()).isEqualTo(gbp(600));
        assertThat(cash.lines()).isEmpty();
    }

    @Test
    void whatWentBackWithoutARefundCountsToo() {
        Order sale = sale(List.of(line("a", 1000, Quantity.ONE, VAT, null)), 0, 1000);
        PaymentAttempt done = attempt("x", AttemptState.APPROVED, gbp(300), gbp(300));
        PaymentAttempt doubt = attempt("y", AttemptState.UNKNOWN, gbp(200), null);
        PaymentAttempt declined = attempt("z", AttemptState.DECLINED, gbp(400), null);
        assertThat(Refundable.of(sale, List.of(), List.of(done, doubt, declined))
                        .left())
                .isEqualTo(gbp(500));
        Refund own = open("r1", sale, allowed(sale, List.of(), amount(300)))
                .attempting("r1-0", "x")
                .returning("r1-0", gbp(300), gbp(0), NOW, "rest")
                .closed(1, NOW);
        assertThat(Refundable.of(sale, List.of(own), List.of(done)).left())
                .as("counted once")
                .isEqualTo(gbp(700));
    }

    @Test
    void eachRefundCarriesItsShareOfTheTax() {
        Order sale = sale(
                List.of(line("a", 1200, Quantity.ONE, VAT, null), line("b", 1000, Quantity.ONE, REDUCED, null)), 2270);
        assertThat(sale.totals().tax()).isEqualTo(gbp(200 + 70));
        assertThat(allowed(sale, List.of(), goods("a", 1000)).tax()).isEqualTo(gbp(200));
        assertThat(allowed(sale, List.of(), goods("b", 1000)).tax()).isEqualTo(gbp(70));
        assertThat(allowed(sale, List.of(), amount(1135)).tax()).isEqualTo(gbp(135));
        assertThat(allowed(sale, List.of(), amount(1)).tax()).isEqualTo(gbp(0));
        assertThat(allowed(sale, List.of(), amount(2270)).tax()).isEqualTo(gbp(270));
    }

    @Test
    void theWholeIsWhatHasNotComeBackYet() {
        Order sale = sale(
                List.of(line("a", 1000, Quantity.ONE, VAT, null), line("b", 500, Quantity.of(2), VAT, null)), 2000);
        List<Refund> refunds = List.of(closed("r1", sale, allowed(sale, List.of(), goods("a", 1000))));
        RefundPlan.Allowed rest = allowed(sale, refunds, WHOLE);
        assertThat(rest.amount()).isEqualTo(gbp(1000));
        assertThat(rest.lines())
                .singleElement()
                .satisfies(l -> assertThat(l.lineId()).isEqualTo("b"));
    }

    @Test
    void whatWentBackToOneCardIsNotTakenFromAnother() {
        Order sale = sale(List.of(line("a", 1000, Quantity.ONE, VAT, null)), 0, 600, 400);
        PaymentAttempt less = attempt("x", AttemptState.APPROVED, gbp(300), gbp(200));
        PaymentAttempt doubt = attempt("y", AttemptState.UNKNOWN, gbp(150), gbp(20));
        assertThat(Refundable.of(sale, List.of(), List.of(less, doubt)).tenders())
                .extracting(Refundable.TenderLeft::left)
                .as("what was approved counts; what is in doubt counts whole")
                .containsExactly(gbp(250), gbp(400));
        Refund own = open("r1", sale, allowed(sale, List.of(), amount(200)))
                .attempting("r1-0", "x")
                .returning("r1-0", gbp(200), gbp(0), NOW, "rest")
                .closed(1, NOW);
        assertThat(Refundable.of(sale, List.of(own), List.of(less, doubt)).left())
                .as("one belongs to the refund, the other does not")
                .isEqualTo(gbp(650));
    }

    @Test
    void coinsNeverComeToMoreThanTheDrawerKept() {
        CashRounding fiveRappen = new CashRounding(5);
        Order open = Order.open("o", "REF", GBP, "ann", NOW).plusLine(line("a", 998, Quantity.ONE, VAT, null));
        Order sale = open.plusTender(Tender.cash("t", open.due(), gbp(2000), fiveRappen, NOW))
                .closed(1, NOW);
        List<Refund> refunds = new ArrayList<>();
        long handed = 0;
        for (long part : new long[] {333, 333, 332}) {
            RefundPlan.Allowed plan = allowed(sale, refunds, amount(part));
            Money coins = CashBack.handed(sale, refunds, plan.amount(), fiveRappen);
            assertThat(coins.minor() % 5).isZero();
            handed += coins.minor();
            Refund refund = open("r" + part + refunds.size(), sale, plan);
            refunds.add(refund.returning(
                            refund.parts().getFirst().id(), plan.amount(), coins.minus(plan.amount()), NOW, "rest")
                    .closed(refunds.size() + 1, NOW));
        }
        assertThat(handed).as("the drawer kept ten").isEqualTo(1000);
    }

    @Property(tries = 300)
    void allPiecesTogetherAreWhatWasPaid(@ForAll long seed) {
        Random random = new Random(seed);
        Order sale = randomSale(random);
        List<Refund> refunds = new ArrayList<>();
        Money paid = sale.totals().total();
        for (int i = 0; i < 12; i++) {
            RefundScope scope = randomScope(random, sale, Refundable.of(sale, refunds, List.of()));
            if (Refundable.of(sale, refunds, List.of()).plan(scope, back(random)) instanceof RefundPlan.Allowed plan) {
                check(plan);
                refunds.add(
                        random.nextInt(5) == 0
                                ? open("r" + i, sale, plan).abandoned(NOW)
                                : closed("r" + i, sale, plan));
            }
            Refundable now = Refundable.of(sale, refunds, List.of());
            Money back = refunds.stream().map(Refund::reserved).reduce(gbp(0), Money::plus);
            assertThat(back.plus(now.left())).isEqualTo(paid);
            assertThat(now.left().isNegative()).isFalse();
            assertThat(now.lines()).allSatisfy(l -> assertThat(l.thousandths()).isNotNegative());
        }
        while (Refundable.of(sale, refunds, List.of()).plan(WHOLE, MoneyBack.AS_PAID)
                instanceof RefundPlan.Allowed rest) {
            check(rest);
            refunds.add(closed("rest" + refunds.size(), sale, rest));
        }
        assertThat(Refundable.of(sale, refunds, List.of()).left()).isEqualTo(gbp(0));
        assertThat(refunds.stream().map(Refund::reserved).reduce(gbp(0), Money::plus))
                .isEqualTo(paid);
        if (paid.isPositive()) {
            assertThat(sumOfTax(live(refunds))).isEqualTo(sale.totals().tax());
        }
    }

    private static void check(RefundPlan.Allowed plan) {
        assertThat(plan.shares().stream().map(RefundPlan.Share::amount).reduce(gbp(0), Money::plus))
                .isEqualTo(plan.amount());
        assertThat(plan.amount().isPositive()).isTrue();
        assertThat(plan.tax().isNegative()).isFalse();
        if (plan.lines().stream().anyMatch(l -> l.amount().isPositive())) {
            assertThat(plan.lines().stream().map(RefundLine::amount).reduce(gbp(0), Money::plus))
                    .isEqualTo(plan.amount());
        }
    }

    private static MoneyBack back(Random random) {
        return MoneyBack.values()[random.nextInt(MoneyBack.values().length)];
    }

    private static RefundScope randomScope(Random random, Order sale, Refundable now) {
        if (random.nextInt(6) == 0) {
            return WHOLE;
        }
        if (random.nextBoolean()) {
            return amount(1 + random.nextLong(Math.max(1, now.left().minor() + 1)));
        }
        List<RefundScope.Goods> goods = new ArrayList<>();
        for (Refundable.LineLeft line : now.lines()) {
            if (line.thousandths() > 0 && random.nextBoolean()) {
                goods.add(
                        new RefundScope.Goods(line.line().id(), new Quantity(1 + random.nextLong(line.thousandths()))));
            }
        }
        return new RefundScope.Lines(goods);
    }

    private static Order randomSale(Random random) {
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            Discount discount = random.nextInt(3) == 0 ? percent(random.nextInt(101)) : null;
            Quantity quantity = random.nextInt(3) == 0
                    ? new Quantity(1 + random.nextLong(5000))
                    : Quantity.of(1 + random.nextInt(7));
            lines.add(line("l" + i, random.nextInt(2000), quantity, random.nextBoolean() ? VAT : REDUCED, discount));
        }
        Order open = Order.open("o", "REF", GBP, "ann", NOW);
        for (OrderLine line : lines) {
            open = open.plusLine(line);
        }
        if (random.nextInt(3) == 0) {
            open = open.withDiscount(percent(random.nextInt(60)));
        }
        for (int i = 0; open.due().isPositive(); i++) {
            Money part =
                    i == 3 ? open.due() : gbp(1 + random.nextLong(open.due().minor()));
            open = open.plusTender(
                    random.nextBoolean()
                            ? Tender.card("t" + i, part, "card-" + i, NOW)
                            : new Tender("t" + i, TenderType.CASH, part, part, gbp(0), gbp(0), null, NOW));
        }
        return open.closed(1, NOW);
    }

    private static List<Refund> live(List<Refund> refunds) {
        return refunds.stream().filter(r -> r.state() != RefundState.ABANDONED).toList();
    }

    private static Money sumOfTax(List<Refund> refunds) {
        return refunds.stream().map(Refund::tax).reduce(gbp(0), Money::plus);
    }

    private static Refund closed(String id, Order sale, RefundPlan.Allowed plan) {
        Refund refund = open(id, sale, plan);
        for (RefundPart part : List.copyOf(refund.parts())) {
            refund = refund.returning(part.id(), part.amount(), gbp(0), NOW, "rest");
        }
        return refund.closed(1, NOW);
    }

    private static Refund open(String id, Order sale, RefundPlan.Allowed plan) {
        List<RefundPart> parts = new ArrayList<>();
        for (RefundPlan.Share share : plan.shares()) {
            parts.add(RefundPart.planned(
                    id + "-" + parts.size(), share.type(), share.amount(), share.originalAttemptId()));
        }
        return new Refund(
                id,
                "REF-" + id,
                sale.id(),
                sale.reference(),
                sale.receiptNumber(),
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
                null);
    }

    private static RefundPlan.Allowed allowed(Order sale, List<Refund> refunds, RefundScope scope) {
        RefundPlan plan = Refundable.of(sale, refunds, List.of()).plan(scope, MoneyBack.AS_PAID);
        assertThat(plan).isInstanceOf(RefundPlan.Allowed.class);
        return (RefundPlan.Allowed) plan;
    }

    private static String refused(Order sale, List<Refund> refunds, RefundScope scope) {
        RefundPlan plan = Refundable.of(sale, refunds, List.of()).plan(scope, MoneyBack.AS_PAID);
        assertThat(plan).isInstanceOf(RefundPlan.Refused.class);
        return ((RefundPlan.Refused) plan).message().toString();
    }

    private static RefundScope goods(String line, long thousandths) {
        return new RefundScope.Lines(List.of(new RefundScope.Goods(line, new Quantity(thousandths))));
    }

    private static RefundScope amount(long minor) {
        return new RefundScope.Amount(gbp(minor));
    }

    /** Cash first, if any, then the cards. */
    private static Order sale(List<OrderLine> lines, long cash, long... cards) {
        Order open = Order.open("o", "REF", GBP, "ann", NOW);
        for (OrderLine line : lines) {
            open = open.plusLine(line);
        }
        if (cash > 0) {
            open = open.plusTender(Tender.cash("cash", open.due(), gbp(cash), CashRounding.NONE, NOW));
        }
        for (int i = 0; i < cards.length; i++) {
            open = open.plusTender(Tender.card("t" + i, gbp(cards[i]), "card-" + (i + 1), NOW));
        }
        return open.closed(1, NOW);
    }

    private static OrderLine line(String id, long price, Quantity quantity, TaxRate tax, Discount discount) {
        return new OrderLine(id, null, null, "SKU-" + id, "Item " + id, gbp(price), quantity, tax, discount);
    }

    private static Discount percent(int percent) {
        return new Discount.Percent(percent + "%", Rate.percent(percent));
    }

    private static PaymentAttempt attempt(String id, AttemptState state, Money amount, Money approved) {
        return new PaymentAttempt(
                id,
                "A-" + id,
                "o",
                PaymentKind.REFUND,
                amount,
                "fake",
                "ann",
                "card-1",
                state,
                approved,
                CardDetails.NONE,
                null,
                null,
                NOW,
                NOW,
                NOW);
    }

    private static Money gbp(long minor) {
        return Money.of(minor, GBP);
    }
}
