package io.keentill.store;

import io.keentill.domain.catalogue.Barcode;
import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import java.util.List;

/** Changes the catalogue and keeps its search indexes in step. */
final class ProductWriter {

    private final Session session;

    ProductWriter(Session session) {
        this.session = session;
    }

    void saveTaxRate(TaxRate rate) {
        session.change("""
                INSERT INTO tax_rates (id, name, ppm, inclusive) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, ppm = excluded.ppm,
                    inclusive = excluded.inclusive""", rate.id(), rate.name(), rate.rate().ppm(), rate.inclusive());
    }

    void save(Product product) {
        List<String> codes = codes(product);
        requireFree(product, codes);
        if (session.number(
                        "SELECT count(*) AS n FROM tax_rates WHERE id = ?",
                        product.tax().id())
                == 0) {
            saveTaxRate(product.tax());
        }
        saveRow(product);
        long seq = session.number("SELECT seq AS n FROM products WHERE id = ?", product.id());
        saveCodes(seq, codes);
        savePrices(seq, product);
        index(seq, product, codes);
    }

    private static List<String> codes(Product product) {
        return product.barcodes().stream()
                .map(Barcode::normalise)
                .map(code -> code.replaceAll("\\s", ""))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    private void requireFree(Product product, List<String> codes) {
        session.one(
                        "SELECT name FROM products WHERE sku = ? AND id <> ?",
                        row -> row.text("name"),
                        product.sku(),
                        product.id())
                .ifPresent(holder -> {
                    throw new DuplicateCodeException(product.sku(), holder);
                });
        String sql = "SELECT p.name FROM product_codes c JOIN products p ON p.seq = c.product_seq"
                + " WHERE c.code = ? AND p.id <> ?";
        for (String code : codes) {
            session.one(sql, row -> row.text("name"), code, product.id()).ifPresent(holder -> {
                throw new DuplicateCodeException(code, holder);
            });
        }
    }

    private void saveRow(Product product) {
        session.change(
                """
                INSERT INTO products (id, sku, sku_code, name, words, currency, price, tax_id, category, revkeen_id,
                    favourite, active, open_price) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET sku = excluded.sku, sku_code = excluded.sku_code, name = excluded.name,
                    words = excluded.words, currency = excluded.currency, price = excluded.price,
                    tax_id = excluded.tax_id, category = excluded.category, revkeen_id = excluded.revkeen_id,
                    favourite = excluded.favourite, active = excluded.active,
                    open_price = excluded.open_price""",
                product.id(),
                product.sku(),
                Barcode.normalise(product.sku()),
                product.name(),
                SearchText.line(product.name()),
                product.price().currency().getCurrencyCode(),
                product.price().minor(),
                product.tax().id(),
                product.category(),
                product.revkeenId(),
                product.favourite(),
                product.active(),
                product.openPrice());
    }

    private void savePrices(long seq, Product product) {
        session.change("DELETE FROM product_prices WHERE product_seq = ?", seq);
        for (int i = 0; i < product.choices().size(); i++) {
            PriceChoice choice = product.choices().get(i);
            session.change(
                    "INSERT INTO product_prices (product_seq, position, id, name, price) VALUES (?, ?, ?, ?, ?)",
                    seq,
                    i,
                    choice.id(),
                    choice.name(),
                    Amounts.minor(choice.price(), product.price().currency()));
        }
    }

    private void saveCodes(long seq, List<String> codes) {
        session.change("DELETE FROM product_codes WHERE product_seq = ?", seq);
        for (int i = 0; i < codes.size(); i++) {
            session.change(
                    "INSERT INTO product_codes (code, product_seq, position) VALUES (?, ?, ?)", codes.get(i), seq, i);
        }
    }

    private void index(long seq, Product product, List<String> codes) {
        session.change("DELETE FROM product_words WHERE rowid = ?", seq);
        session.change("DELETE FROM product_code_parts WHERE rowid = ?", seq);
        if (!product.active()) {
            return;
        }
        String spelled = SearchText.line(product.sku() + " " + String.join(" ", codes));
        String parts = SearchText.compact(product.sku()) + "\n"
                + String.join("\n", codes.stream().map(SearchText::compact).toList());
        session.change(
                "INSERT INTO product_words (rowid, name, codes) VALUES (?, ?, ?)",
                seq,
                SearchText.line(product.name()),
                spelled);
        session.change("INSERT INTO product_code_parts (rowid, codes) VALUES (?, ?)", seq, parts);
    }
}
