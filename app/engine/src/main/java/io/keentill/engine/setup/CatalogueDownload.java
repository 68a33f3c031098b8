package io.keentill.engine.setup;

import io.keentill.domain.catalogue.Barcode;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Rate;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.JournalText;
import io.keentill.revkeen.prices.Price;
import io.keentill.revkeen.prices.PriceType;
import io.keentill.revkeen.prices.PricingModel;
import io.keentill.store.DuplicateCodeException;
import io.keentill.store.RemoteObject;
import io.keentill.store.Tx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings RevKeen's tax rates and products into the till. RevKeen has no fields for barcode, category and tax rate of a
 * product; they are read from its metadata: {@code barcode} (several separated by blanks), {@code category}, {@code
 * tax_rate} or the product's own {@code tax_code} (the {@code key} in a tax rate's metadata, or its id), {@code favourite},
 * {@code open_price} where the clerk says the price. Two or more prices with a nickname each are offered for choice.
 *
 * <p>What cannot be taken over is named and left out, a product also where its tax rate had to be: never is one sold with
 * another tax than its own, or with none. The others come in.
 */
public final class CatalogueDownload {

    /** Used where a product names no tax rate. */
    private static final TaxRate NO_TAX = new TaxRate("none", "No tax", Rate.ZERO, true);

    /** Kind under which RevKeen's tax rates are remembered; the lookup is the key here. */
    public static final String TAX_RATE = "tax_rate";

    /** Kind under which RevKeen's prices are remembered; the lookup is RevKeen's product id. */
    public static final String PRICE = "price";

    private static final long FIRST_PASS = 0;

    private final IdSource ids;

    /** Products that are new here get their ids from {@code ids}. */
    public CatalogueDownload(IdSource ids) {
        this.ids = ids;
    }

    /**
     * What came in.
     *
     * @param products taken over
     * @param leftOut one sentence for each product, price and tax rate that was not
     */
    public record Report(int products, List<Sentence> leftOut) {

        /** Copies the list. */
        public Report {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Takes over a whole catalogue, in the sequence in which one builds on the other. */
    Report take(
            Tx tx,
            List<io.keentill.revkeen.taxrates.TaxRate> rates,
            List<Price> prices,
            List<io.keentill.revkeen.products.Product> products) {
        List<Sentence> leftOut = new ArrayList<>();
        Map<String, Sentence> noRates = takeRates(tx, rates, leftOut);
        for (Price price : prices) {
            try {
                takePrice(tx, price, FIRST_PASS);
            } catch (IllegalArgumentException e) {
                leftOut.add(leftOut(price.id(), "", e));
            }
        }
        int taken = 0;
        for (io.keentill.revkeen.products.Product product : products) {
            try {
                refuseWithout(noRates, product);
                takeProduct(tx, product);
                taken++;
            } catch (IllegalArgumentException | DuplicateCodeException e) {
                leftOut.add(leftOut(product.productId(), product.name(), e));
            }
        }
        return new Report(taken, leftOut);
    }

    private static Sentence leftOut(String id, String name, RuntimeException why) {
        return Sentence.of("setup.left-out", "{0} {1}: {2}", id, name, WhyNot.of(why));
    }

    /** Answers why each rate was left out, by every name that a product may know it under. */
    private Map<String, Sentence> takeRates(
            Tx tx, List<io.keentill.revkeen.taxrates.TaxRate> rates, List<Sentence> leftOut) {
        Map<String, Sentence> without = new HashMap<>();
        for (io.keentill.revkeen.taxrates.TaxRate rate : rates) {
            try {
                takeRate(tx, rate, FIRST_PASS);
            } catch (IllegalArgumentException e) {
                leftOut.add(leftOut(key(rate), rate.displayName(), e));
                without.put(key(rate), WhyNot.of(e));
                without.put(rate.id(), WhyNot.of(e));
            }
        }
        return without;
    }

    private static void refuseWithout(Map<String, Sentence> rates, io.keentill.revkeen.products.Product product) {
        Sentence why = rates.get(namedRate(product));
        if (why != null) {
            throw new BadInputException(Sentence.of(
                    "setup.its-tax-rate-cannot-be-used",
                    "its tax rate \"{0}\" cannot be used ({1})",
                    namedRate(product),
                    why));
        }
    }

    private static String key(io.keentill.revkeen.taxrates.TaxRate rate) {
        return text(rate.metadata(), "key", rate.id());
    }

    /** Empty where it names none. */
    private static String namedRate(io.keentill.revkeen.products.Product product) {
        return text(product.metadata(), "tax_rate", product.taxCode() == null ? "" : product.taxCode());
    }

    /** Takes over a tax rate and remembers under which key it is known here. */
    public void takeRate(Tx tx, io.keentill.revkeen.taxrates.TaxRate one, long pass) {
        String key = key(one);
        TaxRate rate = new TaxRate(
                key, one.displayName(), Rate.percent(one.percentage().toPlainString()), one.inclusive());
        if (!tx.taxRates().contains(rate)) {
            tx.saveTaxRate(rate);
        }
        tx.saveRemote(new RemoteObject(TAX_RATE, one.id(), key, one.displayName(), "{}"), pass);
    }

    /**
     * Takes over a price that a till can ask for: paid once, for each piece, and fixed or as the customer likes. Others are
     * none of its business and are not kept.
     */
    public void takePrice(Tx tx, Price one, long pass) {
        Long amount = one.unitAmount();
        boolean open = one.pricingModel().is(PricingModel.PAY_WHAT_YOU_WANT);
        boolean plain = one.active()
                && (open || (amount != null && one.pricingModel().is(PricingModel.FIXED)))
                && one.type().is(PriceType.ONE_TIME)
                && one.tiers().isEmpty()
                && one.transformQuantity() == null;
        if (!plain) {
            return;
        }
        String content = JournalText.of("amount", amount, "currency", one.currency())
                .with("open", open)
                .with("name", one.nickname())
                .with("key", one.lookupKey())
                .with("made", one.createdAt() == null ? "" : one.createdAt().toString())
                .json();
        tx.saveRemote(new RemoteObject(PRICE, one.id(), one.productId(), "", content), pass);
    }

    /**
     * Takes over a product; writes nothing if it is here as it is there.
     *
     * @throws IllegalArgumentException with what is wrong with it
     * @throws DuplicateCodeException if its SKU or a barcode belongs to another product
     */
    public void takeProduct(Tx tx, io.keentill.revkeen.products.Product one) throws DuplicateCodeException {
        Product product = product(tx, one);
        if (tx.product(product.id()).filter(product::equals).isEmpty()) {
            tx.saveProduct(product);
        }
    }

    private Product product(Tx tx, io.keentill.revkeen.products.Product remote) {
        TaxRate tax = tax(tx, namedRate(remote));
        List<String> codes = Arrays.stream(
                        text(remote.metadata(), "barcode", "").split("[\\s,]+"))
                .filter(code -> !code.isBlank())
                .map(Barcode::normalise)
                .toList();
        Optional<Product> before = tx.productByCode(remote.productId());
        ProductPrices prices = ProductPrices.of(tx, remote);
        return new Product(
                before.map(Product::id).orElseGet(ids::next),
                remote.productId(),
                remote.name(),
                prices.one(),
                tax,
                text(remote.metadata(), "category", "Other"),
                codes,
                remote.id(),
                Boolean.parseBoolean(text(remote.metadata(), "favourite", "false")),
                remote.isActive() && !remote.isArchived(),
                prices.open() || Boolean.parseBoolean(text(remote.metadata(), "open_price", "false")),
                prices.choices());
    }

    private static TaxRate tax(Tx tx, String named) {
        if (named.isEmpty()) {
            tx.saveTaxRate(NO_TAX);
            return NO_TAX;
        }
        String key = tx.remote(TAX_RATE, named).map(RemoteObject::lookup).orElse(named);
        return tx.taxRates().stream()
                .filter(rate -> rate.id().equals(key))
                .findFirst()
                .orElseThrow(() -> new BadInputException(Sentence.of(
                        "setup.its-tax-rate-is-not-among",
                        "its tax rate \"{0}\" is not among RevKeen's tax rates",
                        named)));
    }

    private static String text(Map<String, Object> metadata, String key, String otherwise) {
        Object value = metadata.get(key);
        return value == null ? otherwise : value.toString();
    }
}
