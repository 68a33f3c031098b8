package io.keentill.storefront;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Pricing;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptComposer;
import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.refund.NoReceiptDesk;
import io.keentill.engine.refund.NoReceiptOffer;
import io.keentill.engine.refund.NoReceiptResult;
import io.keentill.engine.refund.NoReceiptScan;
import io.keentill.engine.refund.NoReceiptTerms;
import io.keentill.engine.refund.NoReceiptWish;
import io.keentill.engine.refund.RefundPapers;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Returns without a receipt in memory, up to a limit; as the till keeps the rules the screen relies on. */
final class FakeNoReceipts implements NoReceiptDesk, RefundPapers {

    static final Money LIMIT = Money.of(2_000, Sample.GBP);

    private final FakeTill till;
    private final List<NoReceiptReturn> all = new ArrayList<>();
    final List<String> given = new ArrayList<>();
    /** What the labels of the shop's scales say. */
    final Map<String, NoReceiptScan> labels = new ConcurrentHashMap<>();

    volatile NoReceiptTerms terms = new NoReceiptTerms.Allowed(LIMIT);
    volatile String broken = "";

    FakeNoReceipts(FakeTill till) {
        this.till = till;
    }

    @Override
    public NoReceiptTerms terms() {
        return terms;
    }

    @Override
    public String begin() {
        return "return-" + till.id();
    }

    @Override
    public NoReceiptScan scanned(String code, Quantity times) {
        NoReceiptScan label = labels.get(code);
        return label != null
                ? label
                : Sample.PRODUCTS.stream()
                        .filter(p -> p.barcodes().contains(code) || p.sku().equals(code))
                        .findFirst()
                        .<NoReceiptScan>map(p -> new NoReceiptScan.Goods(new NoReceiptWish.Goods(p.id(), times, null)))
                        .orElseGet(NoReceiptScan.Unknown::new);
    }

    @Override
    public NoReceiptOffer offer(List<NoReceiptWish.Goods> goods) {
        if (terms instanceof NoReceiptTerms.NotNow(Sentence why)) {
            return new NoReceiptOffer.NotPossible(why);
        }
        List<OrderLine> lines = new ArrayList<>();
        for (NoReceiptWish.Goods one : goods) {
            Product product = Sample.product(one.productId(), Sample.PRODUCTS);
            Money price = one.price();
            if (product.openPrice()) {
                return new NoReceiptOffer.NotPossible(RealWords.said("refund.has-no-price-of-its-own", product.name()));
            }
            if (price != null && price.compareTo(product.price()) > 0) {
                return new NoReceiptOffer.NotPossible(
                        RealWords.said("refund.gives-at-most-which-the-catalogue", product.name(), product.price()));
            }
            lines.add(new OrderLine(
                            "line-" + lines.size(),
                            product.id(),
                            null,
                            product.sku(),
                            product.name(),
                            product.price(),
                            one.quantity(),
                            product.tax(),
                            null)
                    .withPrice(price));
        }
        var totals = Pricing.price(Sample.GBP, lines, null);
        String problem =
                totals.total().compareTo(LIMIT) > 0 ? "Without a receipt this shop gives at most " + LIMIT : null;
        return new NoReceiptOffer.Priced(
                lines, totals, totals.total(), LIMIT, problem == null ? null : Sentence.quoted(problem));
    }

    @Override
    public synchronized NoReceiptResult give(NoReceiptWish wish, String operator, String approvedBy) {
        if (!broken.isEmpty()) {
            throw new IllegalStateException(broken);
        }
        Optional<NoReceiptReturn> before = find(wish.id());
        if (before.isPresent()) {
            return new NoReceiptResult.Given(before.get(), true);
        }
        return switch (offer(wish.goods())) {
            case NoReceiptOffer.NotPossible(Sentence why) -> new NoReceiptResult.Refused(why);
            case NoReceiptOffer.Priced priced
            when !all.isEmpty() && all.getLast().isOfTheSame(priced.lines()) && !wish.another() ->
                new NoReceiptResult.TheSame(all.getLast());
            case NoReceiptOffer.Priced priced -> {
                NoReceiptReturn back = new NoReceiptReturn(
                        wish.id(),
                        all.size() + 1L,
                        "NR" + till.id(),
                        Sample.GBP,
                        priced.lines(),
                        Money.zero(Sample.GBP),
                        wish.reason(),
                        operator,
                        approvedBy,
                        FakeTill.NOW);
                all.add(back);
                given.add(
                        back.total() + " by " + operator + " approved by " + approvedBy + " because " + back.reason());
                till.events().publish(new TillEvent.ReturnedWithoutReceipt(back));
                yield new NoReceiptResult.Given(back, false);
            }
        };
    }

    @Override
    public synchronized Optional<NoReceiptReturn> find(String id) {
        return all.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<NoReceiptReturn> named(String text) {
        return all.stream()
                .filter(r -> r.reference().equalsIgnoreCase(text)
                        || Long.toString(r.number()).equals(text))
                .findFirst();
    }

    @Override
    public synchronized List<NoReceiptReturn> recent(int limit) {
        return all.reversed().stream().limit(limit).toList();
    }

    @Override
    public List<Receipt> of(String refundId, boolean copy) {
        throw new UnsupportedOperationException("No screen here asks for them");
    }

    @Override
    public void print(String refundId, boolean copy) {
        throw new UnsupportedOperationException("No screen here asks for them");
    }

    @Override
    public List<Receipt> ofReturn(String returnId, boolean copy) {
        ReceiptComposer receipts =
                new ReceiptComposer(till.shop(), Locale.UK, ZoneOffset.UTC, ReceiptWords.of(Locale.UK));
        ReceiptComposer.Copy which = copy ? ReceiptComposer.Copy.COPY : ReceiptComposer.Copy.ORIGINAL;
        return find(returnId)
                .map(back -> receipts.withoutReceipt(back, back.operator(), back.approvedBy(), which))
                .orElse(List.of());
    }

    @Override
    public void printReturn(String returnId, boolean copy) {
        till.printed.add(returnId + (copy ? " copy" : ""));
    }
}
