package io.keentill.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PricingTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final TaxRate VAT_20 = new TaxRate("vat-20", "VAT 20%", Rate.percent(20), true);
    private static final TaxRate VAT_5 = new TaxRate("vat-5", "VAT 5%", Rate.percent(5), true);
    private static final TaxRate SALES = new TaxRate("sales", "Sales tax", Rate.percent("8.875"), false);

    @Test
    void takesInclusiveTaxOutOfTheShelfPrice() {
        OrderTotals totals = Pricing.price(GBP, List.of(line("a", 120, 1, VAT_20, null)), null);
        assertThat(totals.total()).isEqualTo(gbp(120));
        assertThat(totals.tax()).isEqualTo(gbp(20));
        assertThat(totals.net()).isEqualTo(gbp(100));
    }

    @Test
    void addsExclusiveTaxOnTop() {
        OrderTotals totals = Pricing.price(GBP, List.of(line("a", 1000, 2, SALES, null)), null);
        assertThat(totals.tax()).isEqualTo(gbp(178)); // 177.5 rounds away from zero
        assertThat(totals.total()).isEqualTo(gbp(2178));
    }

    @Test
    void spreadsAnOrderDiscountByLargestRemainder() {
        List<OrderLine> lines = List.of(
                line("a", 100, 1, VAT_20, null), line("b", 100, 1, VAT_5, null), line("c", 100, 1, VAT_20, null));
        OrderTotals totals = Pricing.price(GBP, lines, new Discount.Fixed("Ten pence off", gbp(10)));
        assertThat(totals.lines().stream().map(LineTotals::orderDiscount)).containsExactly(gbp(4), gbp(3), gbp(3));
        assertThat(totals.total()).isEqualTo(gbp(290));
        assertThat(totals.taxes()).hasSize(2);
    }

    @Test
    void neverTakesOffMoreThanThereIs() {
        OrderTotals totals = Pricing.price(
                GBP,
                List.of(line("a", 100, 1, VAT_20, new Discount.Fixed("Too much", gbp(500)))),
                new Discount.Fixed("And more", gbp(500)));
        assertThat(totals.total()).isEqualTo(gbp(0));
        assertThat(totals.tax()).isEqualTo(gbp(0));
    }

    @Test
    void pricesByWeight() {
        OrderLine cheese = new OrderLine("c", null, null, "", "Cheese", gbp(1299), new Quantity(485), VAT_20, null);
        assertThat(cheese.gross()).isEqualTo(gbp(630)); // 630.015
    }

    @Property
    void linesAlwaysSumToTheOrder(@ForAll("orders") List<OrderLine> lines, @ForAll("discounts") Discount discount) {
        OrderTotals totals = Pricing.price(GBP, lines, discount);
        assertThat(sum(totals.lines().stream().map(LineTotals::total).toList())).isEqualTo(totals.total());
        assertThat(sum(totals.lines().stream().map(LineTotals::tax).toList())).isEqualTo(totals.tax());
        assertThat(sum(totals.taxes().stream().map(OrderTotals.TaxLine::tax).toList()))
                .isEqualTo(totals.tax());
        assertThat(totals.net().plus(totals.tax())).isEqualTo(totals.total());
        Money discountable = totals.subtotal();
        assertThat(totals.discount()).isBetween(gbp(0), discountable);
        for (int i = 0; i < lines.size(); i++) {
            LineTotals line = totals.lines().get(i);
            assertThat(line.total().isNegative()).isFalse();
            assertThat(line.net().plus(line.tax())).isEqualTo(line.total());
            if (lines.get(i).tax().inclusive()) {
                assertThat(line.total()).isEqualTo(line.gross().minus(line.discount()));
            }
        }
        if (!discount.from(discountable).isZero() && lines.stream().allMatch(l -> l.discount() == null)) {
            assertThat(totals.discount()).isEqualTo(discount.from(discountable));
        }
    }

    @Provide
    Arbitrary<List<OrderLine>> orders() {
        Arbitrary<OrderLine> line = Combinators.combine(
                        Arbitraries.longs().between(0, 5_000_000),
                        Arbitraries.longs().between(1, 20_000),
                        Arbitraries.of(VAT_20, VAT_5, SALES),
                        discounts().injectNull(0.6))
                .as((price, thousandths, tax, discount) -> new OrderLine(
                        "l", null, null, "sku", "Thing", gbp(price), new Quantity(thousandths), tax, discount));
        return line.list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Discount> discounts() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 1_000_000).map(ppm -> new Discount.Percent("%", new Rate(ppm))),
                Arbitraries.longs().between(0, 10_000_000).map(minor -> new Discount.Fixed("-", gbp(minor))));
    }

    private static OrderLine line(String id, long price, long pieces, TaxRate tax, Discount discount) {
        return new OrderLine(id, null, null, "sku", "Thing", gbp(price), Quantity.of(pieces), tax, discount);
    }

    private static Money sum(List<Money> parts) {
        return parts.stream().reduce(Money.zero(GBP), Money::plus);
    }

    private static Money gbp(long minor) {
        return Money.of(minor, GBP);
    }
}
