package io.keentill.engine.setup;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.keentill.domain.catalogue.Barcode;
import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;
import io.keentill.engine.IdSource;
import io.keentill.store.DuplicateCodeException;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Products from a CSV file with the header {@code sku,name,price,tax,category,barcode,favourite,open_price,prices}; all
 * columns after the fourth may be missing. A row that is wrong is reported with its line and left out, the others come in, in one transaction.
 *
 * <p>{@code price} is a decimal in the shop's currency ({@code 1.25}), {@code tax} the id of a tax rate of the shop or
 * {@code vat-N} for N per cent included, {@code barcode} one or several codes separated by blanks, {@code open_price} yes
 * where the clerk says the price, {@code prices} those of a product that has several: {@code small=2.50; large=3.20}.
 */
public final class ProductImport {

    private static final List<String> REQUIRED = List.of("sku", "name", "price", "tax");

    /** Far above any price, and far enough below what an order's sums can hold. */
    private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(1_000_000_000L);

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final TillStore store;
    private final IdSource ids;
    private final Currency currency;

    /** Into {@code store}, with prices in {@code currency}. */
    public ProductImport(TillStore store, IdSource ids, Currency currency) {
        this.store = store;
        this.ids = ids;
        this.currency = currency;
    }

    /** How an import went. */
    public sealed interface Result {
        /** {@code products} rows came in; {@code badRows} did not. */
        record Imported(int products, List<BadRow> badRows) implements Result {}

        /** The file as a whole cannot be read; nothing came in. */
        record NotReadable(Sentence message) implements Result {}
    }

    /** A row that was left out: its line in the file, and why. */
    public record BadRow(long line, Sentence why) {}

    /** Reads {@code csv} to its end. */
    public Result run(Reader csv) throws StoreException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(withoutMark(csv))) {
            for (NamedCsvRecord row : reader) {
                rows.add(row);
            }
        } catch (CsvParseException e) {
            return new Result.NotReadable(Sentence.of(
                    "setup.the-file-is-no-csv-that", "The file is no CSV that can be read: {0}", rootMessage(e)));
        } catch (UncheckedIOException | IOException e) {
            return new Result.NotReadable(Sentence.of(
                    "setup.the-file-cannot-be-read-is",
                    "The file cannot be read (is it saved as UTF-8?): {0}",
                    rootMessage(e)));
        }
        if (rows.isEmpty()) {
            return new Result.NotReadable(Sentence.of(
                    "setup.the-file-has-no-rows-its",
                    "The file has no rows. Its first line must be"
                            + " sku,name,price,tax,category,barcode,favourite and each further line a product."));
        }
        for (String column : REQUIRED) {
            if (!rows.getFirst().getHeader().contains(column)) {
                return new Result.NotReadable(Sentence.of(
                        "setup.the-column-is-missing-the-first",
                        "The column \"{0}\" is missing: the first line must name sku,name,price,tax.",
                        column));
            }
        }
        int taken = store.write(tx -> save(tx, rows, bad));
        return new Result.Imported(taken, List.copyOf(bad));
    }

    /** Spreadsheets begin a UTF-8 file with a byte order mark, which is no part of the first column's name. */
    private static Reader withoutMark(Reader csv) throws IOException {
        PushbackReader reader = new PushbackReader(csv);
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }

    private int save(Tx tx, List<NamedCsvRecord> rows, List<BadRow> bad) {
        Map<String, TaxRate> rates = new HashMap<>();
        tx.taxRates().forEach(rate -> rates.put(rate.id(), rate));
        int taken = 0;
        for (NamedCsvRecord row : rows) {
            try {
                Product product = product(tx, row, rates);
                tx.saveTaxRate(product.tax());
                tx.saveProduct(product);
                taken++;
            } catch (IllegalArgumentException | DuplicateCodeException e) {
                bad.add(new BadRow(row.getStartingLineNumber(), Spoken.by(e)));
            }
        }
        return taken;
    }

    private Product product(Tx tx, NamedCsvRecord row, Map<String, TaxRate> rates) {
        String sku = required(row, "sku");
        String name = required(row, "name");
        List<String> codes = new ArrayList<>();
        for (String code : optional(row, "barcode").split("\\s+")) {
            if (!code.isEmpty()) {
                codes.add(barcode(code));
            }
        }
        Optional<Product> before = tx.productByCode(sku).filter(p -> p.sku().equals(sku));
        String category = optional(row, "category");
        return new Product(
                before.map(Product::id).orElseGet(ids::next),
                sku,
                name,
                price(required(row, "price")),
                tax(required(row, "tax"), rates),
                category.isEmpty() ? "Other" : category,
                codes,
                before.map(Product::revkeenId).orElse(null),
                yes(optional(row, "favourite")),
                true,
                yes(optional(row, "open_price")),
                prices(optional(row, "prices")));
    }

    private List<PriceChoice> prices(String text) {
        List<PriceChoice> choices = new ArrayList<>();
        for (String one : text.split(";")) {
            if (one.isBlank()) {
                continue;
            }
            String[] parts = one.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new BadInputException(Sentence.of(
                        "setup.the-prices-are-written-like-small",
                        "the prices \"{0}\" are written like small=2.50; large=3.20",
                        text));
            }
            String name = parts[0].strip();
            if (choices.stream().anyMatch(choice -> choice.id().equals(name))) {
                throw new BadInputException(
                        Sentence.of("setup.the-prices-name-twice", "the prices \"{0}\" name {1} twice", text, name));
            }
            choices.add(new PriceChoice(name, name, price(parts[1].strip())));
        }
        return choices;
    }

    private Money price(String text) {
        BigDecimal price;
        try {
            price = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new BadInputException(Sentence.of(
                    "setup.the-price-is-no-number-write", "the price \"{0}\" is no number; write it like 1.25", text));
        }
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        if (price.signum() < 0 || price.stripTrailingZeros().scale() > digits) {
            throw new BadInputException(Sentence.of(
                    "setup.the-price-must-be-zero-or",
                    "the price \"{0}\" must be zero or above with at most {1} decimals",
                    text,
                    digits));
        }
        if (price.compareTo(HIGHEST_PRICE) > 0) {
            throw new BadInputException(
                    Sentence.of("setup.the-price-is-above", "the price \"{0}\" is above {1}", text, HIGHEST_PRICE));
        }
        return Money.of(price.movePointRight(digits).longValueExact(), currency);
    }

    private static TaxRate tax(String id, Map<String, TaxRate> rates) {
        TaxRate known = rates.get(id);
        if (known != null) {
            return known;
        }
        if (id.matches("vat-\\d{1,2}(\\.\\d{1,4})?")) {
            String percent = id.substring("vat-".length());
            return new TaxRate(id, "VAT " + percent + "%", Rate.percent(percent), true);
        }
        throw new BadInputException(Sentence.of(
                "setup.the-tax-rate-is-not-known",
                "the tax rate \"{0}\" is not known; known are {1} and vat-N for N per cent",
                id,
                rates.keySet()));
    }

    private static String barcode(String code) {
        boolean digits = code.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean gtin = digits && List.of(8, 12, 13, 14).contains(code.length());
        if (gtin && !Barcode.isValidGtin(code)) {
            throw new BadInputException(Sentence.of(
                    "setup.the-barcode-has-a-wrong-check",
                    "the barcode {0} has a wrong check digit; {1} would be right",
                    code,
                    Barcode.checkDigit(code.substring(0, code.length() - 1))));
        }
        return Barcode.normalise(code);
    }

    private static boolean yes(String text) {
        return text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true") || text.equals("1");
    }

    private static String required(NamedCsvRecord row, String column) {
        String value = optional(row, column);
        if (value.isEmpty()) {
            throw new BadInputException(Sentence.of("setup.the-is-missing", "the {0} is missing", column));
        }
        return value;
    }

    private static String optional(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).orElse("");
    }

    private static String rootMessage(Throwable e) {
        @Nullable Throwable cause = e.getCause();
        return cause == null || cause.getMessage() == null ? String.valueOf(e.getMessage()) : cause.getMessage();
    }
}
