package io.keentill.sandbox;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Catalogue;
import io.keentill.sandbox.shop.Customers;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Puts a seed into an empty database, without events: nobody changed anything. */
final class Seeder {
    private Seeder() {}

    static void seed(Work work, SandboxSeed seed) {
        if (!isEmpty(work)) {
            return;
        }
        add(work, seed);
    }

    /** Puts a seed beside what is there. */
    static void add(Work work, SandboxSeed seed) {
        Map<String, ObjectNode> rates = new HashMap<>();
        for (SandboxSeed.TaxRate rate : seed.taxRates()) {
            ObjectNode stored = taxRate(work, rate);
            work.insert(Catalogue.TAX_RATE, stored);
            rates.put(rate.key(), stored);
        }
        for (SandboxSeed.Product product : seed.products()) {
            work.insert(Catalogue.PRODUCT, product(work, product, rate(product, rates)));
        }
        for (SandboxSeed.Customer customer : seed.customers()) {
            ObjectNode input = Json.object().put("email", customer.email()).put("name", customer.name());
            input.set("metadata", texts(customer.metadata()));
            work.insert(Customers.CUSTOMER, Customers.customer(work, input));
        }
    }

    private static boolean isEmpty(Work work) {
        return Query.of(Catalogue.PRODUCT).count(work.tx()) == 0
                && Query.of(Catalogue.TAX_RATE).count(work.tx()) == 0
                && Query.of(Customers.CUSTOMER).count(work.tx()) == 0;
    }

    private static @Nullable ObjectNode rate(SandboxSeed.Product product, Map<String, ObjectNode> rates) {
        if (product.taxRateKey() == null) {
            return null;
        }
        ObjectNode rate = rates.get(product.taxRateKey());
        if (rate == null) {
            throw new IllegalArgumentException("Product " + product.sku() + " names the tax rate "
                    + product.taxRateKey() + ", which is not in the seed.");
        }
        return rate;
    }

    private static ObjectNode taxRate(Work work, SandboxSeed.TaxRate rate) {
        ObjectNode input = Json.object().put("display_name", rate.displayName()).put("percentage", rate.percentage());
        input.put("inclusive", rate.inclusive()).put("tax_type", "vat").put("country", rate.country());
        input.putObject("metadata").put("key", rate.key());
        return Catalogue.taxRate(work, input);
    }

    private static ObjectNode product(Work work, SandboxSeed.Product product, @Nullable ObjectNode rate) {
        ObjectNode input = Json.object().put("product_id", product.sku()).put("name", product.name());
        input.put("kind", "one_time").put("pricing_model", "one_time").put("amount_minor", product.amountMinor());
        input.put("currency", product.currency()).put("trial_days", 0).put("fulfillment_type", "physical");
        input.put("track_inventory", false);
        ObjectNode metadata = texts(product.metadata());
        input.set("metadata", metadata);
        ObjectNode stored = Catalogue.create(work, input);
        if (rate != null) {
            metadata.put("tax_rate_id", Json.need(rate, "id"));
            stored.put("tax_code", product.taxRateKey());
            stored.put("tax_behavior", Json.yes(rate, "inclusive") ? "inclusive" : "exclusive");
        }
        return stored;
    }

    private static ObjectNode texts(Map<String, String> metadata) {
        ObjectNode object = Json.object();
        metadata.forEach(object::put);
        return object;
    }
}
