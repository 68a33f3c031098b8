package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.number;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import tools.jackson.databind.node.ObjectNode;

/** Products and tax rates (API reference B.4, B.7). */
public final class Catalogue {
    /** The kind of stored products. */
    public static final String PRODUCT = "product";

    /** The kind of stored tax rates. */
    public static final String TAX_RATE = "tax_rate";

    private static final String[] MUTABLE = {
        "name",
        "description",
        "amount_minor",
        "currency",
        "interval",
        "interval_count",
        "trial_days",
        "is_active",
        "is_archived",
        "fulfillment_type",
        "billing_anchor_rule",
        "billing_anchor_day",
        "first_charge_behavior",
        "end_behavior",
        "max_payments",
        "metadata",
        "track_inventory",
        "stock_quantity",
        "image_url"
    };

    private static final Shape NEW_PRODUCT = Shape.of(
            text("product_id", 255).must(),
            text("name", 255).must(),
            choice("kind", "subscription", "one_time", "usage").must(),
            choice("pricing_model", "one_time", "recurring", "usage").must(),
            whole("amount_minor", 0).must(),
            text("description", 5000).orNull(),
            currency("currency").or("USD"),
            choice("interval", "day", "week", "month", "year").orNull(),
            whole("interval_count", 1).orNull(),
            whole("trial_days", 0).or(0),
            text("usage_meter_id", 255).orNull(),
            text("slug", 255),
            choice("fulfillment_type", "none", "digital", "physical").or("none"),
            choice("billing_anchor_rule", "same_day", "day_of_month", "last_day"),
            whole("billing_anchor_day", 1, 31).orNull(),
            choice("first_charge_behavior", "immediate", "next_anchor", "prorate"),
            choice("end_behavior", "until_canceled", "fixed_payments"),
            whole("max_payments", 1, 999).orNull(),
            map("metadata"),
            flag("track_inventory").or(false),
            whole("stock_quantity", 0).orNull(),
            text("image_url", 2000));

    private static final Shape CHANGED_PRODUCT =
            NEW_PRODUCT.and(flag("is_active"), flag("is_archived")).change(MUTABLE);

    private static final Shape NEW_TAX_RATE = Shape.of(
            text("display_name", 100).must(),
            number("percentage", 0, 100).must(),
            text("description", 500).orNull(),
            text("jurisdiction", 50).orNull(),
            flag("inclusive").or(false),
            choice("tax_type", "vat", "sales_tax", "gst", "other").or("vat"),
            text("country", 2).orNull(),
            text("state", 10).orNull(),
            map("metadata"));

    private static final Shape CHANGED_TAX_RATE = NEW_TAX_RATE
            .and(flag("active"))
            .change("display_name", "description", "jurisdiction", "country", "state", "active", "metadata");

    private Catalogue() {}

    /** Products: create, list, read, change, upsert by foreign id. */
    public static Resource products() {
        Resource products = Resource.of(PRODUCT, "/products")
                .scopes("products")
                .errors(ErrorShape.E4)
                .events("product")
                .create(NEW_PRODUCT, (call, input) -> create(call.work(), input))
                .list(Paging.P11, Filter.search("name", "product_id", "description"))
                .read()
                .update(CHANGED_PRODUCT, (call, product, input) -> Common.merge(product, input));
        return products.endpoint(
                        "PUT", "/products/external/{source}/{externalId}", ProductUpsert.INPUT, ProductUpsert::apply)
                .endpoint("PUT", "/products/external/batch", ProductUpsert.BATCH.shape(), ProductUpsert.BATCH::run);
    }

    /** Tax rates: create, list, read, change, archive. */
    public static Resource taxRates() {
        return Resource.of(TAX_RATE, "/tax-rates")
                .scopes("tax_rates")
                .errors(ErrorShape.E1)
                .wrap(Resource.Wrap.BARE)
                .create(NEW_TAX_RATE, (call, input) -> taxRate(call.work(), input))
                .list(
                        Paging.P1,
                        Filter.flag("active", "active"),
                        Filter.flag("inclusive", "inclusive"),
                        Filter.choice("tax_type", "vat", "sales_tax", "gst", "other"),
                        Filter.equal("country"),
                        Filter.equal("state"))
                .read()
                .update(CHANGED_TAX_RATE, (call, rate, input) -> Common.merge(rate, input))
                .archive((Call call, ObjectNode rate, ObjectNode input) -> rate.put("active", false));
    }

    /** A new product; a {@code product_id} that is taken is refused with 400 (inferred: no source says). */
    public static ObjectNode create(Work work, ObjectNode input) {
        String sku = Json.need(input, "product_id");
        if (Query.of(PRODUCT).where("product_id", sku).first(work.tx()).isPresent()) {
            throw Refusal.invalid("product_id", "There is already a product with product_id " + sku + ".");
        }
        ObjectNode product = work.draft("product");
        Json.copy(input, product, "product_id", "name", "description", "kind", "pricing_model", "amount_minor");
        Json.copy(input, product, "currency", "interval", "interval_count", "trial_days", "fulfillment_type");
        Json.copy(input, product, "track_inventory", "stock_quantity", "billing_anchor_rule", "billing_anchor_day");
        Json.copy(input, product, "first_charge_behavior", "end_behavior", "max_payments", "usage_meter_id");
        Json.copy(input, product, "slug", "image_url");
        product.put("is_active", true)
                .put("is_archived", false)
                .putNull("tax_behavior")
                .putNull("tax_code");
        return Common.finish(work, product, input);
    }

    /** A new tax rate. */
    public static ObjectNode taxRate(Work work, ObjectNode input) {
        ObjectNode rate = work.draft("tax_rate");
        Json.copy(input, rate, "display_name", "description", "jurisdiction", "percentage", "inclusive", "tax_type");
        Json.copy(input, rate, "country", "state");
        rate.put("active", true);
        return Common.finish(work, rate, input);
    }
}
