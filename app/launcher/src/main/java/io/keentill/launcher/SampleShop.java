package io.keentill.launcher;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.keentill.assets.Assets;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.shop.Shop;
import io.keentill.sandbox.SandboxSeed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** The shop of a first look around, from the assets: seeds the sandbox and heads the demo's receipts. */
public final class SampleShop {

    private SampleShop() {}

    /** Who sells. */
    public static Shop shop() {
        Properties texts = new Properties();
        try (InputStream in = Assets.open(Assets.SAMPLE_SHOP)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Shop(
                texts.getProperty("name"),
                numbered(texts, "address."),
                texts.getProperty("tax.number", ""),
                Currency.getInstance(texts.getProperty("currency")),
                new CashRounding(Long.parseLong(texts.getProperty("cash.step", "1"))),
                numbered(texts, "footer."));
    }

    private static List<String> numbered(Properties texts, String prefix) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; texts.getProperty(prefix + i) != null; i++) {
            lines.add(texts.getProperty(prefix + i));
        }
        return lines;
    }

    /** Tax rates and products for an empty sandbox. */
    public static SandboxSeed seed() {
        String currency = shop().currency().getCurrencyCode();
        List<SandboxSeed.Product> products = new ArrayList<>();
        TreeSet<String> taxes = new TreeSet<>();
        for (NamedCsvRecord row : rows()) {
            Map<String, String> metadata = new LinkedHashMap<>();
            metadata.put("barcode", row.getField("barcode"));
            metadata.put("category", row.getField("category"));
            metadata.put("tax_rate", row.getField("tax"));
            metadata.put("favourite", row.getField("favourite"));
            long minor = new BigDecimal(row.getField("price")).movePointRight(2).longValueExact();
            taxes.add(row.getField("tax"));
            products.add(new SandboxSeed.Product(
                    row.getField("sku"), row.getField("name"), minor, currency, row.getField("tax"), metadata));
        }
        List<SandboxSeed.TaxRate> rates = taxes.stream().map(SampleShop::vat).toList();
        return new SandboxSeed(rates, products, List.of());
    }

    private static SandboxSeed.TaxRate vat(String key) {
        String percent = key.substring("vat-".length());
        return new SandboxSeed.TaxRate(key, "VAT " + percent + "%", Double.parseDouble(percent), true, "GB");
    }

    /** The sample products, row by row. */
    public static List<NamedCsvRecord> rows() {
        try (InputStream in = Assets.open(Assets.SAMPLE_PRODUCTS);
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
