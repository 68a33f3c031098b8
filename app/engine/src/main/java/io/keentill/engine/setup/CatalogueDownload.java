package io.keentill.engine.setup;

import io.keentill.domain.catalogue.Barcode;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.engine.IdSource;
import io.keentill.store.DuplicateCodeException;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings RevKeen's tax rates and products into the till. RevKeen has no fields for barcode, category and tax rate of a
 * product; they are read from its metadata: {@code barcode} (several separated by blanks), {@code category}, {@code
 * tax_rate} or the product's own {@code tax_code} (the {@code key} in a tax rate's metadata, or its id), {@code favourite}.
 *
 * <p>A product that cannot be taken over is named and left out; the others come in.
 */
public final class CatalogueDownload {

    /** Used where a product names no tax rate. */
    private static final TaxRate NO_TAX = new TaxRate("none", "No tax", Rate.ZERO, true);

    private final TillStore store;
    private final IdSource ids;

    /** Into {@code store}. */
    public CatalogueDownload(TillStore store, IdSource ids) {
        this.store = store;
        this.ids = ids;
    }

    /**
     * What came in.
     *
     * @param products taken over
     * @param leftOut one sentence for each that was not
     */
    public record Report(int products, List<String> leftOut) {

        /** Copies the list. */
        public Report {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Takes over one batch, in one transaction. */
    public Report take(
            List<io.keentill.revkeen.taxrates.TaxRate> rates, List<io.keentill.revkeen.products.Product> products)
            throws StoreException {
        List<String> leftOut = new ArrayList<>();
        return store.write(tx -> {
            Map<String, TaxRate> known = taxRates(tx, rates);
            int taken = 0;
            for (io.keentill.revkeen.products.Product product : products) {
                try {
                    tx.saveProduct(product(tx, product, known));
                    taken++;
                } catch (IllegalArgumentException | DuplicateCodeException e) {
                    leftOut.add(product.productId() + " " + product.name() + ": " + e.getMessage());
                }
            }
            return new Report(taken, leftOut);
        });
    }

    private static Map<String, TaxRate> taxRates(Tx tx, List<io.keentill.revkeen.taxrates.TaxRate> rates) {
        Map<String, TaxRate> known = new HashMap<>();
        tx.saveTaxRate(NO_TAX);
        for (io.keentill.revkeen.taxrates.TaxRate view : rates) {
            String key = text(view.metadata(), "key", view.id());
            TaxRate rate = new TaxRate(
                    key, view.displayName(), Rate.percent(view.percentage().toPlainString()), view.inclusive());
            tx.saveTaxRate(rate);
            known.put(key, rate);
            known.put(view.id(), rate);
        }
        return known;
    }

    private Product product(View view, io.keentill.revkeen.products.Product remote, Map<String, TaxRate> rates) {
        String taxKey = text(remote.metadata(), "tax_rate", remote.taxCode() == null ? "" : remote.taxCode());
        TaxRate tax = taxKey.isEmpty() ? NO_TAX : rates.get(taxKey);
        if (tax == null) {
            throw new IllegalArgumentException("its tax rate \"" + taxKey + "\" is not among RevKeen's tax rates");
        }
        List<String> codes = Arrays.stream(
                        text(remote.metadata(), "barcode", "").split("[\\s,]+"))
                .filter(code -> !code.isBlank())
                .map(Barcode::normalise)
                .toList();
        Optional<Product> before = view.productByCode(remote.productId());
        return new Product(
                before.map(Product::id).orElseGet(ids::next),
                remote.productId(),
                remote.name(),
                price(remote),
                tax,
                text(remote.metadata(), "category", "Other"),
                codes,
                remote.id(),
                Boolean.parseBoolean(text(remote.metadata(), "favourite", "false")),
                remote.isActive() && !remote.isArchived());
    }

    private static Money price(io.keentill.revkeen.products.Product remote) {
        Long minor = remote.amountMinor();
        if (minor == null || minor < 0) {
            throw new IllegalArgumentException("it has no price");
        }
        return Money.of(minor, remote.currency());
    }

    private static String text(Map<String, Object> metadata, String key, String otherwise) {
        Object value = metadata.get(key);
        return value == null ? otherwise : value.toString();
    }
}
