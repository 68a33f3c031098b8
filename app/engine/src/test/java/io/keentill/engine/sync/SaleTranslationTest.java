package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.LineTotals;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
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

    @Example
    void aLineThatDoesNotDivideByItsPiecesBecomesTwoThatDifferByOne() {
        assertThat(SaleTranslation.split(tea(3), TestTill.pounds(100)))
                .containsExactly(sent("Tea", 1, 34), sent("Tea", 2, 33));
        assertThat(SaleTranslation.split(tea(3), TestTill.pounds(99))).containsExactly(sent("Tea", 3, 33));
        assertThat(SaleTranslation.split(tea(3), TestTill.pounds(2)))
                .containsExactly(sent("Tea", 2, 1), sent("Tea", 1, 0));
    }

    private static OrderLineRequest sent(String description, long quantity, long unitPrice) {
        return OrderLineRequest.of(description, quantity, unitPrice).withMetadata(Map.of("sku", "TEA"));
    }

    @Example
    void whatIsWeighedIsOnePieceThatSaysHowMuch() {
        OrderLine ham =
                new OrderLine("l", "p", null, "", "Ham", TestTill.pounds(2000), new Quantity(485), TestTill.VAT, null);
        assertThat(SaleTranslation.split(ham, TestTill.pounds(970)))
                .containsExactly(OrderLineRequest.of("0.485 × Ham", 1, 970));
        InvoiceUpsert invoice = SaleTranslation.invoice(order(ham), "cus", NOW);
        assertThat(invoice.lineItems())
                .containsExactly(InvoiceLineRequest.of("0.485 × Ham", 970).withQuantity(1L));
    }

    @Example
    void aProductThatRevKeenHasIsNamed() {
        OrderLine milk =
                new OrderLine("l", "p", "rk-milk", "", "Milk", TestTill.pounds(99), Quantity.ONE, TestTill.VAT, null);
        assertThat(SaleTranslation.split(milk, TestTill.pounds(99)))
                .containsExactly(OrderLineRequest.of("Milk", 1, 99).withProductId("rk-milk"));
        assertThat(SaleTranslation.invoice(order(milk), "cus", NOW).lineItems())
                .containsExactly(
                        InvoiceLineRequest.of("Milk", 99).withQuantity(1L).withProductId("rk-milk"));
    }

    @Example
    void aLineWithoutANameIsAnItem() {
        OrderLine blank = new OrderLine("l", "p", null, "", " ", TestTill.pounds(99), Quantity.ONE, TestTill.VAT, null);
        assertThat(SaleTranslation.split(blank, TestTill.pounds(99)))
                .containsExactly(OrderLineRequest.of("Item", 1, 99));
    }

    @Example
    void aNameOfFiveHundredCharactersIsKeptWholeAndALongerOneIsCut() {
        assertThat(description("x".repeat(500))).isEqualTo("x".repeat(500));
        assertThat(description("x".repeat(501))).isEqualTo("x".repeat(500));
        assertThat(description("x".repeat(499) + "🍵")).isEqualTo("x".repeat(499));
    }

    private static String description(String name) {
        OrderLine line = new OrderLine("l", "p", null, "", name, TestTill.pounds(1), Quantity.ONE, TestTill.VAT, null);
        return SaleTranslation.split(line, TestTill.pounds(1)).getFirst().description();
    }

    /** A tea and a half off, of which a sixth is tax. */
    @Example
    void theInvoiceHasEveryFigureOfTheSale() {
        Order sale = order(tea(1)).withDiscount(new Discount.Fixed("Off", TestTill.pounds(130)));
        Order paid = sale.plusTender(
                        Tender.cash("t", TestTill.pounds(120), TestTill.pounds(120), CashRounding.NONE, NOW))
                .closed(7, NOW.plusSeconds(5));
        InvoiceUpsert expected = InvoiceUpsert.of(
                        "cus",
                        "GBP",
                        120,
                        List.of(InvoiceLineRequest.of("Tea", 250).withQuantity(1L)))
                .withSubtotalMinor(250L)
                .withTaxMinor(20L)
                .withDiscountMinor(130L)
                .withNotes("Receipt 7, sale REF")
                .withMetadata(Map.of("keentill_order", "o1", "keentill_reference", "REF", "keentill_receipt", "7"))
                .withExternalType("pos_sale")
                .withExternalUpdatedAt(NOW.plusSeconds(9));
        assertThat(SaleTranslation.invoice(paid, "cus", NOW.plusSeconds(9)))
                .as("of the day it was closed")
                .isEqualTo(expected.withInvoiceDate(NOW.plusSeconds(5)));
    }

    @Example
    void whatWasSaidAboutTheSaleGoesWithIt() {
        Order sale = order(tea(1));
        assertNotes(sale, "Keentill sale REF");
        assertNotes(sale.withNote("For table 4"), "Keentill sale REF. For table 4");
        assertNotes(
                sale.withNote("For table 4").withExemption("Embassy"),
                "Keentill sale REF. For table 4. Without tax: Embassy");
    }

    private static void assertNotes(Order order, String notes) {
        OrderRequest request = SaleTranslation.order(order, "inv", null, Map.of());
        assertThat(request).isEqualTo(request.withNotes(notes));
    }

    @Example
    void somebodyWithoutANameIsAGuestThere() {
        Order sale = order(tea(1));
        OrderRequest guest = SaleTranslation.order(sale, "inv", null, Map.of("proof", "p"));
        assertThat(SaleTranslation.order(sale, "inv", "cus-9", Map.of("proof", "p")))
                .isNotEqualTo(guest)
                .isEqualTo(guest.withCustomerId("cus-9"));
        assertThat(guest.metadata()).containsEntry("proof", "p").containsEntry("keentill_order", "o1");
    }

    private static OrderLine tea(long pieces) {
        return new OrderLine(
                "l", "p", null, "TEA", "Tea", TestTill.pounds(250), Quantity.of(pieces), TestTill.VAT, null);
    }

    private static Order order(OrderLine line) {
        return Order.open("o1", "REF", TestTill.GBP, "ann", NOW).plusLine(line);
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
