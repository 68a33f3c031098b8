package io.keentill.storefront;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.MoneyFormat;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptComposer;
import io.keentill.domain.receipt.ReceiptElement;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.status.TillStatus;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A small shop and its receipts. */
final class Sample {

    /** Online, with a terminal that is ready. */
    static final TillStatus READY = new TillStatus(
            TillStatus.Connection.ONLINE,
            Sentence.quoted(""),
            0,
            null,
            0,
            "zvt:tcp:127.0.0.1:20007",
            new TerminalStatus(TerminalStatus.State.READY, "", null, null),
            TillStatus.ConnectorState.LINKED,
            0,
            true);

    static final Currency GBP = Currency.getInstance("GBP");
    static final TaxRate FULL = new TaxRate("vat-20", "VAT 20%", Rate.percent(20), true);
    static final TaxRate NONE = new TaxRate("vat-0", "VAT 0%", Rate.ZERO, true);
    static final List<Product> PRODUCTS = new ArrayList<>();
    static final String MILK = "5000000000012";
    static final String SOAP = "5000000000029";

    static {
        product("Whole milk 2 L", 165, NONE, "Dairy", true);
        product("Hand soap, lavender & bergamot 500 ml", 349, FULL, "Household", true);
        product("Sourdough loaf", 320, NONE, "Bakery", true);
        product("Butter croissant", 140, NONE, "Bakery", true);
        product("Free range eggs, dozen", 385, NONE, "Dairy", true);
        product("Flat white", 310, FULL, "Hot drinks", true);
        product("Earl Grey tea, 80 bags", 425, NONE, "Groceries", true);
        product("Bananas, bunch of five", 110, NONE, "Fruit", true);
        product("Vintage Cheddar 350 g", 475, NONE, "Dairy", true);
        product("Kitchen roll, 4 pack", 399, FULL, "Household", true);
        product("Oat milk 1 L", 195, NONE, "Dairy", true);
        product("Dark chocolate 70% 100 g", 225, FULL, "Groceries", true);
        product("Birthday card", 280, FULL, "Stationery", false);
        product("AA batteries, 8 pack", 799, FULL, "Household", false);
        PRODUCTS.add(product("Filter coffee")
                .withChoices(List.of(
                        new PriceChoice("s", "small", Money.of(240, GBP)),
                        new PriceChoice("m", "medium", Money.of(280, GBP)),
                        new PriceChoice("l", "large", Money.of(320, GBP)))));
        PRODUCTS.add(product("Watch strap fitting").withOpenPrice(true));
    }

    private Sample() {}

    private static void product(String name, long price, TaxRate tax, String category, boolean favourite) {
        int n = PRODUCTS.size() + 1;
        String code = n == 1 ? MILK : n == 2 ? SOAP : "50000000%05d".formatted(n * 10);
        PRODUCTS.add(new Product(
                "p" + n,
                "SKU-%03d".formatted(n),
                name,
                Money.of(price, GBP),
                tax,
                category,
                List.of(code),
                null,
                favourite,
                true));
    }

    private static Product product(String name) {
        product(name, 240, FULL, "Services", false);
        return PRODUCTS.removeLast();
    }

    /** One that is stored and not sent. */
    static PaymentAttempt attempt(
            String id,
            String reference,
            String orderId,
            PaymentKind kind,
            Money amount,
            String terminal,
            String operator) {
        return new PaymentAttempt(
                id,
                reference,
                orderId,
                kind,
                amount,
                terminal,
                operator,
                null,
                AttemptState.INTENDED,
                null,
                CardDetails.NONE,
                null,
                null,
                FakeTill.NOW,
                null,
                null);
    }

    static List<Product> search(String text, int limit) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return where(
                p -> p.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || p.barcodes().getFirst().contains(wanted),
                limit);
    }

    static List<Product> where(Predicate<Product> fits, int limit) {
        return PRODUCTS.stream().filter(fits).limit(limit).toList();
    }

    static List<String> categories() {
        return PRODUCTS.stream().map(Product::category).distinct().sorted().toList();
    }

    static Product product(String id, List<Product> among) {
        return among.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    static Receipt gift(Shop shop, Order order) {
        return new ReceiptComposer(shop, Locale.UK, ZoneOffset.UTC, ReceiptWords.of(Locale.UK))
                .gift(order, ReceiptComposer.Copy.ORIGINAL);
    }

    static Receipt receipt(Shop shop, Order order, boolean copy) {
        MoneyFormat format = new MoneyFormat(Locale.UK);
        List<ReceiptElement> e = new ArrayList<>();
        e.add(new ReceiptElement.Text(shop.name(), Align.CENTRE, true, true));
        shop.address().forEach(line -> e.add(new ReceiptElement.Text(line, Align.CENTRE, false, false)));
        if (copy) {
            e.add(new ReceiptElement.Text("COPY", Align.CENTRE, true, true));
        }
        e.add(new ReceiptElement.Rule());
        for (int i = 0; i < order.lines().size(); i++) {
            var line = order.lines().get(i);
            e.add(new ReceiptElement.Columns(
                    line.quantity() + " x " + line.name(),
                    format.figures(order.totals().lines().get(i).total()),
                    false));
        }
        e.add(new ReceiptElement.Rule());
        e.add(new ReceiptElement.Columns("TOTAL", format.format(order.totals().total()), true));
        order.tenders().forEach(t -> {
            e.add(new ReceiptElement.Columns(t.type().name(), format.format(t.tendered()), false));
            if (t.change().isPositive()) {
                e.add(new ReceiptElement.Columns("Change", format.format(t.change()), false));
            }
        });
        order.totals()
                .taxes()
                .forEach(t -> e.add(new ReceiptElement.Columns(
                        t.rate().name() + " on " + format.figures(t.net()), format.figures(t.tax()), false)));
        e.add(new ReceiptElement.Blank());
        shop.footer().forEach(line -> e.add(new ReceiptElement.Text(line, Align.CENTRE, false, false)));
        e.add(new ReceiptElement.Code(order.reference(), ReceiptElement.Symbology.CODE_128));
        return new Receipt(String.valueOf(order.receiptNumber()), e);
    }
}
