package io.keentill.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.receipt.ReceiptComposer.Copy;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random sales: the paper is never too narrow and its figures add up to the order's own totals. */
class ReceiptSumsTest {

    private static final List<TaxRate> RATES = List.of(Samples.VAT_20, Samples.VAT_0, Samples.SALES_TAX);
    private static final List<String> NAMES = List.of(
            "Milk",
            "Straße Übergröße naïve",
            "Supercalifragilisticexpialidocious-and-more-in-one-word",
            "日本茶 ☕",
            "a b c d e f");

    @Property(tries = 300)
    void noLineIsWiderThanThePaper(@ForAll long seed, @ForAll @IntRange(min = 16, max = 60) int columns) {
        Receipt receipt = receipt(sale(new Random(seed)));
        assertThat(new ReceiptText(columns).lines(receipt))
                .allSatisfy(line -> assertThat(TextWrap.width(line)).isLessThanOrEqualTo(columns));
    }

    @Property(tries = 300)
    void theFiguresAddUpDownThePaper(@ForAll long seed) {
        Order order = sale(new Random(seed));
        List<ReceiptElement> elements = receipt(order).elements();
        int subtotalAt = indexOf(elements, "Subtotal");
        int taxAt = indexOf(elements, "Tax in this total");
        BigDecimal lines = sum(elements.subList(0, subtotalAt));
        assertThat(figure(elements.get(subtotalAt))).isEqualByComparingTo(lines);

        int paidAt = indexOf(elements, "Cash");
        BigDecimal asked = lines.add(sum(elements.subList(subtotalAt + 1, paidAt)));
        BigDecimal rounding = elements.stream()
                .filter(e -> e instanceof Columns c && c.left().equals("Cash rounding"))
                .map(ReceiptSumsTest::figure)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        assertThat(asked.subtract(rounding))
                .isEqualByComparingTo(amount(order.totals().total()));
        BigDecimal change = sum(elements.subList(paidAt + 1, taxAt));
        assertThat(figure(elements.get(paidAt)).subtract(change)).isEqualByComparingTo(asked);

        assertThat(figure(elements.get(taxAt)))
                .isEqualByComparingTo(amount(order.totals().tax()));
        assertThat(sum(elements.subList(taxAt + 1, elements.size())))
                .isEqualByComparingTo(amount(order.totals().tax()));
    }

    private static Receipt receipt(Order order) {
        return new ReceiptComposer(Samples.SHOP, Locale.UK, ZoneId.of("UTC"), ReceiptWords.of(Locale.UK))
                .sale(order, id -> Optional.empty(), "Sam", Copy.COPY);
    }

    private static Order sale(Random random) {
        Order order = Order.open("o", "R-" + random.nextInt(1_000_000), Samples.GBP, "s", Samples.NOON);
        int lines = 1 + random.nextInt(6);
        for (int i = 0; i < lines; i++) {
            Quantity quantity = random.nextBoolean() ? Quantity.ONE : new Quantity(1 + random.nextInt(9_999));
            Discount discount = random.nextInt(3) > 0 ? null : discount(random);
            long price = 1 + random.nextInt(random.nextInt(9) == 0 ? 900_000_000 : 5_000);
            order = order.plusLine(Samples.line(
                    "l" + i,
                    NAMES.get(random.nextInt(NAMES.size())),
                    price,
                    quantity,
                    RATES.get(random.nextInt(RATES.size())),
                    discount));
        }
        order = order.plusLine(Samples.line("last", "Tea", 1_000, Quantity.ONE, Samples.VAT_20, null));
        Order priced = random.nextInt(3) > 0 ? order : order.withDiscount(discount(random));
        Money handed = priced.due().plus(Money.of(10 + random.nextInt(2_000), Samples.GBP));
        CashRounding rounding = new CashRounding(random.nextBoolean() ? 1 : 5);
        return priced.plusTender(Tender.cash("t", priced.due(), handed, rounding, Samples.NOON))
                .closed(1 + random.nextInt(99_999), Samples.NOON);
    }

    private static Discount discount(Random random) {
        return random.nextBoolean()
                ? new Discount.Percent("Some percent", new Rate(random.nextInt(500_000)))
                : new Discount.Fixed("Some pence off", Money.of(random.nextInt(200), Samples.GBP));
    }

    private static int indexOf(List<ReceiptElement> elements, String left) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Columns c && c.left().equals(left)) {
                return i;
            }
        }
        throw new AssertionError("No " + left + " in " + elements);
    }

    private static BigDecimal sum(List<ReceiptElement> elements) {
        return elements.stream()
                .filter(e -> e instanceof Columns c && c.right().matches("-?[\\d,]+\\.\\d\\d"))
                .map(ReceiptSumsTest::figure)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal figure(ReceiptElement element) {
        return new BigDecimal(((Columns) element).right().replace(",", ""));
    }

    private static BigDecimal amount(Money money) {
        return BigDecimal.valueOf(money.minor(), money.digits());
    }
}
