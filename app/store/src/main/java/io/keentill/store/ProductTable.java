package io.keentill.store;

import io.keentill.domain.catalogue.Barcode;
import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue, read by id, code, category and favourites. */
final class ProductTable {

    /** Columns and joins that {@link #read} needs. Codes and prices are joined by characters that none of them holds. */
    static final String SELECT = """
            SELECT p.*, t.name AS tax_name, t.ppm AS tax_ppm, t.inclusive AS tax_inclusive,
                (SELECT group_concat(c.code, char(10) ORDER BY c.position) FROM product_codes c
                 WHERE c.product_seq = p.seq) AS codes,
                (SELECT group_concat(r.id || char(31) || r.name || char(31) || r.price, char(10) ORDER BY r.position)
                 FROM product_prices r WHERE r.product_seq = p.seq) AS choices
            FROM products p JOIN tax_rates t ON t.id = p.tax_id""";

    private static final String PARTS = "\u001F";

    private final Session session;

    ProductTable(Session session) {
        this.session = session;
    }

    Optional<Product> byId(String id) {
        return session.one(SELECT + " WHERE p.id = ?", ProductTable::read, id);
    }

    Optional<Product> byCode(String typed) {
        String code = Barcode.normalise(typed);
        return session.one(
                        SELECT + " WHERE p.seq = (SELECT product_seq FROM product_codes WHERE code = ?)",
                        ProductTable::read,
                        code)
                .or(() -> session.one(SELECT + " WHERE p.sku = ?", ProductTable::read, typed))
                .or(() ->
                        session.one(SELECT + " WHERE p.sku_code = ? ORDER BY p.id LIMIT 1", ProductTable::read, code));
    }

    /** From each category to the next in the index: DISTINCT would read every product to find a few dozen names. */
    List<String> categories() {
        String sql = """
                WITH RECURSIVE found (category) AS (
                    SELECT min(category) FROM products WHERE active = 1
                    UNION ALL
                    SELECT (SELECT min(p.category) FROM products p WHERE p.active = 1 AND p.category > found.category)
                    FROM found WHERE found.category IS NOT NULL)
                SELECT category FROM found WHERE category IS NOT NULL ORDER BY category""";
        return session.list(sql, row -> row.text("category"));
    }

    List<Product> inCategory(String category, int limit) {
        String sql = SELECT + " WHERE p.active = 1 AND p.category = ? ORDER BY p.words, p.id LIMIT ?";
        return session.list(sql, ProductTable::read, category, limit);
    }

    List<Product> favourites(int limit) {
        String sql = SELECT + " WHERE p.active = 1 AND p.favourite = 1 ORDER BY p.words, p.id LIMIT ?";
        return session.list(sql, ProductTable::read, limit);
    }

    long count() {
        return session.number("SELECT count(*) AS n FROM products WHERE active = 1");
    }

    List<TaxRate> taxRates() {
        String sql = "SELECT id AS tax_id, name AS tax_name, ppm AS tax_ppm, inclusive AS tax_inclusive FROM tax_rates"
                + " ORDER BY id";
        return session.list(sql, ProductTable::tax);
    }

    static Product read(Row row) throws SQLException {
        String codes = Objects.requireNonNullElse(row.textOrNull("codes"), "");
        Currency currency = row.currency("currency");
        return new Product(
                row.text("id"),
                row.text("sku"),
                row.text("name"),
                new Money(row.number("price"), currency),
                tax(row),
                row.text("category"),
                codes.isEmpty() ? List.of() : List.of(codes.split("\n")),
                row.textOrNull("revkeen_id"),
                row.flag("favourite"),
                row.flag("active"),
                row.flag("open_price"),
                choices(row.textOrNull("choices"), currency));
    }

    private static List<PriceChoice> choices(@Nullable String joined, Currency currency) {
        return joined == null
                ? List.of()
                : joined.lines()
                        .map(one -> one.split(PARTS))
                        .map(part -> new PriceChoice(part[0], part[1], new Money(Long.parseLong(part[2]), currency)))
                        .toList();
    }

    private static TaxRate tax(Row row) throws SQLException {
        return new TaxRate(
                row.text("tax_id"), row.text("tax_name"), new Rate(row.integer("tax_ppm")), row.flag("tax_inclusive"));
    }
}
