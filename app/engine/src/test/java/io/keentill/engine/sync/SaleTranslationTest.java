package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.LineTotals;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.engine.support.TestTill;
import io.keentill.revkeen.invoices.InvoiceLineRequest;
import io.keentill.revkeen.invoices.InvoiceUpsert;
import io.keentill.revkeen.orders.OrderLineRequest;
import io.keentill.revkeen.orders.OrderRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SaleTranslationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Property(tries = 500)
    void theOrderComesToTheTillsTotal(@ForAll("orders") Order order) {
        OrderRequest sent = SaleTranslation.order(order, "inv", null, Map.of());
        long sum = 0;
        for (OrderLineRequest line : sent.lineItems()) {
            assertThat(line.unitPrice()).isNotNegative();
            assertThat(line.quantity()).isPositive();
            assertThat(line.description()).isNotBlank().hasSizeLessThanOrEqualTo(500);
            sum += Math.multiplyExact(line.unitPrice(), line.quantity());
        }
        assertThat(sum).isEqualTo(order.totals().total().minor());
        assertThat(sent.metadata()).containsEntry("keentill_order", order.id());
    }

    @Property(tries = 500)
    void aLineBecomesOneOrTwoOfTheSameCount(@ForAll("orders") Order order) {
        List<LineTotals> totals = order.totals().lines();
        for (int i = 0; i < totals.size(); i++) {
            OrderLine line = order.lines().get(i);
            List<OrderLineRequest> sent =
                    SaleTranslation.split(line, totals.get(i).total());
            assertThat(sent).hasSizeBetween(1, 2);
            long pieces = sent.stream().mapToLong(OrderLineRequest::quantity).sum();
            assertThat(pieces)
                    .isEqualTo(line.quantity().isWhole() ? line.quantity().pieces() : 1);
        }
    }

    @Property(tries = 300)
    void theInvoiceKeepsTheItemisedTruth(@ForAll("orders") Order order) {
        InvoiceUpsert invoice = SaleTranslation.invoice(order, "cus", NOW);
        assertThat(invoice.totalMinor()).isEqualTo(order.totals().total().minor());
        long gross = invoice.lineItems().stream()
                .mapToLong(SaleTranslationTest::amount)
                .sum();
        assertThat(gross).isEqualTo(invoice.subtotalMinor());
        assertThat(invoice.lineItems()).hasSameSizeAs(order.lines());
    }

    @Example
    void aNameThatIsTooLongIsCutBetweenCharacters() {
        String name = "x".repeat(499) + "🍵🍵";
        OrderLine line = new OrderLine("l", "p", null, "", name, TestTill.pounds(1), Quantity.ONE, TestTill.VAT, null);
        String description =
                SaleTranslation.split(line, TestTill.pounds(1)).getFirst().description();
        assertThat(description).hasSizeLessThanOrEqualTo(500);
        assertThat(Character.isHighSurrogate(description.charAt(description.length() - 1)))
                .isFalse();
    }

    private static long amount(InvoiceLineRequest line) {
        Long quantity = line.quantity();
        return line.unitAmountMinor() * (quantity == null ? 1 : quantity);
    }

    @Provide
    Arbitrary<Order> orders() {
        Arbitrary<Discount> discounts = Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(0, Rate.WHOLE)
                        .map(ppm -> new Discount.Percent("Percent", new Rate(ppm))),
                Arbitraries.longs()
                        .between(0, 5_000)
                        .map(pence -> new Discount.Fixed("Fixed", TestTill.pounds(pence))));
        return Combinators.combine(lines(discounts).list().ofMinSize(1).ofMaxSize(8), discounts.injectNull(0.5))
                .as((lines, discount) -> {
                    Order order = Order.open("o1", "REF", TestTill.GBP, "ann", NOW);
                    for (OrderLine line : lines) {
                        order = order.plusLine(line);
                    }
                    return order.withDiscount(discount);
                });
    }

    private static Arbitrary<OrderLine> lines(Arbitrary<Discount> discounts) {
        Arbitrary<Money> prices = Arbitraries.longs().between(0, 200_000).map(TestTill::pounds);
        Arbitrary<Quantity> quantities = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 30).map(Quantity::of),
                Arbitraries.longs().between(1, 20_000).map(Quantity::new));
        Arbitrary<TaxRate> rates = Combinators.combine(
                        Arbitraries.of("0", "5", "8.875", "19", "20"), Arbitraries.of(true, false))
                .as((percent, inclusive) ->
                        new TaxRate("t-" + percent + inclusive, "Tax", Rate.percent(percent), inclusive));
        return Combinators.combine(
                        prices,
                        quantities,
                        rates,
                        discounts.injectNull(0.6),
                        Arbitraries.strings().all().ofMaxLength(20))
                .as((price, quantity, tax, discount, name) ->
                        new OrderLine("l", "p", null, "SKU", name, price, quantity, tax, discount));
    }
}
