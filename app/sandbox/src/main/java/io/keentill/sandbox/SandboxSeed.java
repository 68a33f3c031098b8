package io.keentill.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an empty sandbox starts with. A database that already holds something is left as it is.
 *
 * @param taxRates the tax rates, before the products that name them
 * @param products the catalogue
 * @param customers the customers, such as the walk-in one
 */
public record SandboxSeed(List<TaxRate> taxRates, List<Product> products, List<Customer> customers) {

    /** Copies the lists. */
    public SandboxSeed {
        taxRates = List.copyOf(taxRates);
        products = List.copyOf(products);
        customers = List.copyOf(customers);
    }

    /** Nothing at all. */
    public static SandboxSeed empty() {
        return new SandboxSeed(List.of(), List.of(), List.of());
    }

    /**
     * A tax rate.
     *
     * @param key the caller's own name for it; kept as {@code metadata.key}
     * @param displayName what people read
     * @param percentage 20 for 20 %
     * @param inclusive whether prices contain it
     * @param country two letters, or null
     */
    public record TaxRate(
            String key,
            String displayName,
            double percentage,
            boolean inclusive,
            @Nullable String country) {}

    /**
     * A product.
     *
     * @param sku its {@code product_id}
     * @param name what people read
     * @param amountMinor its price in minor units, at least 0
     * @param currency ISO 4217
     * @param taxRateKey a {@link TaxRate#key}, or null; kept as {@code tax_code}, with {@code metadata.tax_rate_id}
     * @param metadata such as {@code barcode} and {@code category}
     */
    public record Product(
            String sku,
            String name,
            long amountMinor,
            String currency,
            @Nullable String taxRateKey,
            Map<String, String> metadata) {

        /** Copies the metadata. */
        public Product {
            metadata = Map.copyOf(metadata);
        }
    }

    /**
     * A customer.
     *
     * @param email unique
     * @param name what people read
     * @param metadata free
     */
    public record Customer(String email, String name, Map<String, String> metadata) {

        /** Copies the metadata. */
        public Customer {
            metadata = Map.copyOf(metadata);
        }
    }
}
