package io.keentill.domain.receipt;

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
import io.keentill.domain.payment.EntryMode;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.shop.Shop;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shops and sales that the receipt tests share. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-24T12:05:09Z");
    static final Currency GBP = Currency.getInstance("GBP");
    static final TaxRate VAT_20 = new TaxRate("vat-20", "VAT 20%", Rate.percent(20), true);
    static final TaxRate VAT_0 = new TaxRate("vat-0", "VAT 0%", Rate.ZERO, true);
    static final TaxRate SALES_TAX = new TaxRate("st", "Sales tax 8.25%", Rate.percent("8.25"), false);

    static final Shop SHOP = new Shop(
            "Keentill Corner Shop",
            List.of("1 Sample Street", "Sampleton SA1 1PL"),
            "GB 000 0000 00",
            GBP,
            CashRounding.NONE,
            List.of("Thank you, see you again soon", "Please keep this receipt"));

    static final Shop SWISS = new Shop(
            "Muster-Lädeli",
            List.of("Beispielweg 1", "8000 Musterstadt"),
            "",
            Currency.getInstance("CHF"),
            new CashRounding(5),
            List.of());

    private Samples() {}

    /** Two rates, quantities, weights, all discounts, paid by card and cash. */
    static Order mixedSale() {
        Order order = Order.open("o1", "K7-3F9Q", GBP, "s1", NOON)
                .plusLine(line("l1", "Semi-skimmed milk 2 pints", 145, Quantity.ONE, VAT_0, null))
                .plusLine(line("l2", "Orange squash", 199, Quantity.of(2), VAT_20, null))
                .plusLine(line("l3", "Loose bananas per kg", 110, new Quantity(485), VAT_0, null))
                .plusLine(line(
                        "l4",
                        "Extra large family bag of sea salt and cider vinegar crisps",
                        325,
                        Quantity.ONE,
                        VAT_20,
                        new Discount.Percent("10% off today", Rate.percent(10))))
                .withDiscount(new Discount.Fixed("Loyalty voucher", Money.of(100, GBP)));
        Money byCard = Money.of(500, GBP);
        order = order.plusTender(Tender.card("t1", byCard, "a1", NOON));
        order = order.plusTender(Tender.cash("t2", order.due(), Money.of(1000, GBP), CashRounding.NONE, NOON));
        return order.closed(123, NOON);
    }

    /** In francs with tax on top, cash rounded to five centimes. */
    static Order roundedSale() {
        Currency chf = SWISS.currency();
        TaxRate mwst = new TaxRate("mwst", "MWST 8.1%", Rate.percent("8.1"), false);
        OrderLine line =
                new OrderLine("l1", null, null, "", "Käse & Brot", Money.of(1190, chf), Quantity.ONE, mwst, null);
        Order order = Order.open("o2", "Q9-22XX", chf, "s1", NOON).plusLine(line);
        return order.plusTender(Tender.cash("t1", order.due(), Money.of(2000, chf), SWISS.cashRounding(), NOON))
                .closed(7, NOON);
    }

    static Function<String, Optional<PaymentAttempt>> attempts() {
        CardDetails card = new CardDetails(
                "VISA",
                "4242",
                EntryMode.CONTACTLESS,
                "081237",
                null,
                null,
                null,
                "52500041",
                null,
                null,
                "A0000000031010",
                null);
        Money five = Money.of(500, GBP);
        PaymentAttempt attempt = new PaymentAttempt(
                "a1",
                "P1",
                "o1",
                PaymentKind.SALE,
                five,
                "t",
                "s1",
                null,
                AttemptState.APPROVED,
                five,
                card,
                null,
                null,
                NOON,
                NOON,
                NOON);
        return id -> Optional.ofNullable(Map.of("a1", attempt).get(id));
    }

    static OrderLine line(String id, String name, long price, Quantity quantity, TaxRate tax, Discount discount) {
        return new OrderLine(id, "p", null, "sku", name, Money.of(price, GBP), quantity, tax, discount);
    }
}
