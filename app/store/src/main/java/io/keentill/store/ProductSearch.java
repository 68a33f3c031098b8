package io.keentill.store;

import io.keentill.domain.catalogue.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds products while somebody types. Each way of finding is bounded, so that one letter in a large catalogue costs no
 * more than a whole name; nothing is ranked by relevance, since that means reading every match.
 */
final class ProductSearch {

    /** How many matches are sorted by name; with more, those that came into the catalogue first are taken. */
    private static final int SORTED = 1000;

    /** The trigram index knows nothing shorter. */
    private static final int SHORTEST_PART = 3;

    /** The index of words holds beginnings as long as this ready (migration 1). */
    private static final int INDEXED = 3;

    /** Sorts behind every letter and digit. */
    private static final String END = "\uFFFF";

    private final Session session;
    private final ProductTable products;

    ProductSearch(Session session, ProductTable products) {
        this.session = session;
        this.products = products;
    }

    List<Product> find(String text, int limit) {
        List<String> words = SearchText.words(text);
        if (words.isEmpty() || limit <= 0) {
            return List.of();
        }
        Found found = new Found(limit);
        products.byCode(text.strip()).filter(Product::active).ifPresent(found::add);
        found.addAll(beginning(String.join(" ", words), limit));
        if (words.size() == 1 && isCode(words.getFirst())) {
            found.addAll(withCode(words.getFirst(), limit));
        }
        if (found.wantsMore()) {
            found.addAll(withWords(words, limit));
        }
        String part = String.join("", words);
        if (found.wantsMore() && part.length() >= SHORTEST_PART) {
            found.addAll(withPart(part, limit));
        }
        return found.products();
    }

    private List<Product> beginning(String start, int limit) {
        String sql = ProductTable.SELECT
                + " WHERE p.active = 1 AND p.words >= ? AND p.words < ? ORDER BY p.words, p.id LIMIT ?";
        return session.list(sql, ProductTable::read, start, start + END, limit);
    }

    /**
     * Barcodes and SKUs that begin so. The index of words finds them too, but holds only beginnings of up to three characters
     * ready: for a longer one it would read every code of a large maker.
     */
    private List<Product> withCode(String start, int limit) {
        String sql = ProductTable.SELECT + """
                 WHERE p.active = 1 AND p.seq IN (
                    SELECT product_seq FROM (
                        SELECT product_seq FROM product_codes WHERE code >= ? AND code < ? ORDER BY code LIMIT ?)
                    UNION SELECT seq FROM (
                        SELECT seq FROM products WHERE sku_code >= ? AND sku_code < ? ORDER BY sku_code LIMIT ?))
                ORDER BY p.words, p.id LIMIT ?""";
        long most = withRepeats(limit);
        return session.list(sql, ProductTable::read, start, start + END, most, start, start + END, most, 2 * most);
    }

    private static boolean isCode(String word) {
        return word.length() > INDEXED && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private List<Product> withWords(List<String> words, int limit) {
        String match = words.stream().map(w -> "\"" + w + "\" *").collect(Collectors.joining(" AND "));
        String sql = ProductTable.SELECT + """
                 WHERE p.seq IN (
                    SELECT rowid FROM product_words WHERE product_words MATCH ? ORDER BY rowid LIMIT ?)
                ORDER BY p.words, p.id LIMIT ?""";
        return session.list(sql, ProductTable::read, match, SORTED, withRepeats(limit));
    }

    private List<Product> withPart(String part, int limit) {
        String sql = ProductTable.SELECT + """
                 WHERE p.seq IN (
                    SELECT rowid FROM product_code_parts WHERE product_code_parts MATCH ? ORDER BY rowid LIMIT ?)
                ORDER BY p.words, p.id LIMIT ?""";
        return session.list(sql, ProductTable::read, "\"" + part + "\"", SORTED, withRepeats(limit));
    }

    /** Enough to fill the list even if all that was found before comes again. */
    private static long withRepeats(int limit) {
        return 2L * limit;
    }

    /** Products in the sequence in which they were found, none twice. */
    private static final class Found {

        private final int limit;
        private final Map<String, Product> byId = new LinkedHashMap<>();

        Found(int limit) {
            this.limit = limit;
        }

        void add(Product product) {
            if (wantsMore()) {
                byId.putIfAbsent(product.id(), product);
            }
        }

        void addAll(List<Product> more) {
            more.forEach(this::add);
        }

        boolean wantsMore() {
            return byId.size() < limit;
        }

        List<Product> products() {
            return List.copyOf(byId.values());
        }
    }
}
