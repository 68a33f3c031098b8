package io.keentill.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.receipt.ReceiptComposer.Copy;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The paper of a sale that pays an invoice. */
class InvoiceReceiptTest {

    private static final Money DUE = Money.of(4200, Samples.GBP);

    private static Order paid() {
        Order order = Order.open("o1", "K7-3F9Q", Samples.GBP, "s1", Samples.NOON)
                .plusLine(OrderLine.ofInvoice("l1", "Invoice INV-000123", "Taxed on the invoice", DUE));
        return order.plusTender(Tender.cash("t1", DUE, Money.of(5000, Samples.GBP), CashRounding.NONE, Samples.NOON))
                .closed(7, Samples.NOON);
    }

    @Test
    void namesTheInvoiceAndLeavesTheTaxToIt() {
        assertThat(lines(Locale.UK))
                .anyMatch(line -> line.matches("Invoice INV-000123 +42\\.00"))
                .contains("The tax is shown on the invoice.")
                .noneMatch(line -> line.contains("Tax in this total"));
        assertThat(lines(Locale.GERMANY)).contains("Die Steuer steht auf der Rechnung.");
    }

    @Test
    void hasNoTaxOfItsOwnAndIsToldFromGoods() {
        Order order = paid();
        assertThat(order.settlesInvoice()).isTrue();
        assertThat(order.totals().total()).isEqualTo(DUE);
        assertThat(order.totals().tax()).isEqualTo(Money.zero(Samples.GBP));
        OrderLine goods = new OrderLine(
                "l2",
                "p1",
                null,
                "SKU",
                "Tea",
                DUE,
                Quantity.ONE,
                order.lines().getFirst().tax(),
                null);
        assertThat(goods.isInvoice()).as("a product with a rate of that name").isFalse();
        assertThat(Samples.mixedSale().settlesInvoice()).isFalse();
    }

    private static List<String> lines(Locale locale) {
        ReceiptComposer composer = new ReceiptComposer(Samples.SHOP, locale, ZoneOffset.UTC, ReceiptWords.of(locale));
        return new ReceiptText()
                .lines(composer.sale(paid(), id -> Optional.empty(), "Sam", Copy.ORIGINAL)).stream()
                        .map(String::strip)
                        .toList();
    }
}
