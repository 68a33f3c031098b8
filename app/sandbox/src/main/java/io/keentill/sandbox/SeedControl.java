package io.keentill.sandbox;

import io.keentill.sandbox.api.ApiRequest;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.control.Control;
import io.keentill.sandbox.data.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds tax rates, products and customers, as a seed does, without events. */
record SeedControl(Consumer<SandboxSeed> add) implements Control {
    private static final Shape RATE = Shape.of(
            Field.text("key", 100).must(),
            Field.text("display_name", 200).must(),
            Field.number("percentage", 0, 100).must(),
            Field.flag("inclusive").or(true),
            Field.text("country", 2));

    private static final Shape PRODUCT = Shape.of(
            Field.text("sku", 100).must(),
            Field.text("name", 200).must(),
            Field.whole("amount_minor", 0, Integer.MAX_VALUE).must(),
            Field.currency("currency").must(),
            Field.text("tax_rate_key", 100),
            Field.map("metadata"));

    private static final Shape CUSTOMER =
            Shape.of(Field.text("email", 200).must(), Field.text("name", 200).must(), Field.map("metadata"));

    private static final int MOST = 10_000;

    private static final Shape SEED = Shape.of(
            Field.objects("tax_rates", 0, MOST, RATE),
            Field.objects("products", 0, MOST, PRODUCT),
            Field.objects("customers", 0, MOST, CUSTOMER));

    @Override
    public Map<String, Handler> handlers() {
        return Map.of("POST /seed", this::seed);
    }

    private Reply seed(ApiRequest request) {
        ObjectNode input = Control.body(request, SEED);
        SandboxSeed seed = new SandboxSeed(
                each(
                        input,
                        "tax_rates",
                        rate -> new SandboxSeed.TaxRate(
                                Json.need(rate, "key"),
                                Json.need(rate, "display_name"),
                                rate.get("percentage").doubleValue(),
                                Json.yes(rate, "inclusive"),
                                Json.text(rate, "country"))),
                each(
                        input,
                        "products",
                        product -> new SandboxSeed.Product(
                                Json.need(product, "sku"),
                                Json.need(product, "name"),
                                Json.whole(product, "amount_minor"),
                                Json.need(product, "currency"),
                                Json.text(product, "tax_rate_key"),
                                metadata(product))),
                each(
                        input,
                        "customers",
                        customer -> new SandboxSeed.Customer(
                                Json.need(customer, "email"), Json.need(customer, "name"), metadata(customer))));
        try {
            add.accept(seed);
        } catch (IllegalArgumentException wrong) {
            throw Refusal.invalid(null, String.valueOf(wrong.getMessage()));
        }
        return Reply.of(
                200,
                Json.object()
                        .put("tax_rates", seed.taxRates().size())
                        .put("products", seed.products().size())
                        .put("customers", seed.customers().size()));
    }

    private static <T> List<T> each(ObjectNode input, String field, Function<JsonNode, T> make) {
        return input.path(field).valueStream().map(make).toList();
    }

    private static Map<String, String> metadata(JsonNode object) {
        Map<String, String> metadata = new HashMap<>();
        object.path("metadata")
                .properties()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asString()));
        return metadata;
    }
}
