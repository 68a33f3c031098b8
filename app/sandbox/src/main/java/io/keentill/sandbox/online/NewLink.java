package io.keentill.sandbox.online;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.object;
import static io.keentill.sandbox.api.Field.objects;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.texts;
import static io.keentill.sandbox.api.Field.time;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.recurring.Subscriptions;
import io.keentill.sandbox.shop.Books;
import io.keentill.sandbox.shop.Catalogue;
import io.keentill.sandbox.shop.Customers;
import io.keentill.sandbox.shop.Invoices;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a payment link from what a caller sends (API reference B.12). */
final class NewLink {
    private static final long MOST = 99_999_999_999L;

    private static final Shape RECURRING = Shape.of(
            choice("interval", "day", "week", "month", "year").must(),
            whole("interval_count", 1).or(1));

    private static final Shape GOODS =
            Shape.of(text("name", 255).must(), text("description", 5000), texts("images", 20), map("metadata"));

    private static final Shape PRICE = Shape.of(
            whole("unit_amount", 0, MOST).must(),
            currency("currency").or("USD"),
            object("product_data", GOODS),
            uuid("product"),
            object("recurring", RECURRING),
            choice("tax_behavior", "inclusive", "exclusive"));

    private static final Shape LINE = Shape.of(
            uuid("price"),
            object("price_data", PRICE),
            whole("quantity", 1, 1_000_000).or(1),
            text("merchant_reference", 255));

    static final Shape SHAPE = Shape.of(
            texts("product_ids", 100),
            objects("line_items", 1, 100, LINE),
            text("name", 255),
            text("slug", 255),
            choice("mode", "invoice", "subscription", "custom").or("custom"),
            whole("amount_minor", 0, MOST),
            currency("currency").or("USD"),
            uuid("invoice_id"),
            uuid("subscription_id"),
            text("success_url", 2000),
            text("cancel_url", 2000),
            text("redirect_url", 2000),
            flag("collect_shipping").or(false),
            flag("allow_promotion_codes").or(true),
            choice("tax_behavior", "exclusive", "inclusive", "unspecified").or("unspecified"),
            map("metadata"),
            time("expires_at"),
            choice("selection_mode", "bundle", "single_select", "multi_select").or("bundle"),
            uuid("default_product_id"),
            uuid("highlighted_product_id"),
            text("idempotency_key", 255));

    private NewLink() {}

    static ObjectNode make(Call call, ObjectNode input) {
        Work work = call.work();
        refuseTwice(work, input, "slug", "slug");
        refuseTwice(work, input, "idempotency_key", "_key");
        ObjectNode invoice = invoice(work, input);
        checkSelection(work, input);
        String subscription = Json.text(input, "subscription_id");
        if (subscription != null && work.find(Subscriptions.SUBSCRIPTION, subscription) == null) {
            throw Refusal.invalid("subscription_id", "No such subscription: " + subscription + ".");
        }
        ObjectNode link = Json.object().put("id", work.ids().uuid()).put("merchant_id", Customers.MERCHANT);
        link.put("public_id", work.ids().prefixed("plink_"));
        Json.copy(input, link, "name", "slug", "mode");
        Long amount = amount(work, link, input, invoice);
        link.put("status", amount == null && !input.has("subscription_id") ? "draft" : "active");
        link.put("amount_minor", amount);
        Json.copy(invoice == null ? input : invoice, link, "currency");
        Json.copy(input, link, "invoice_id", "subscription_id", "success_url", "cancel_url", "redirect_url");
        Json.copy(input, link, "collect_shipping", "allow_promotion_codes", "tax_behavior", "metadata");
        Json.copy(input, link, "expires_at", "selection_mode", "default_product_id", "highlighted_product_id");
        link.put("created_at", work.nowText()).put("updated_at", work.nowText());
        PaymentLinks.switchTo(link, "active", java.time.Instant.parse(work.nowText()));
        return link.put("_key", Json.text(input, "idempotency_key"));
    }

    private static void refuseTwice(Work work, ObjectNode input, String field, String stored) {
        String value = Json.text(input, field);
        if (value != null && Query.of(PaymentLinks.LINK).where(stored, value).count(work.tx()) > 0) {
            throw new Refusal(409, "conflict", "There is already a payment link with this " + field + ".", field);
        }
    }

    private static @Nullable ObjectNode invoice(Work work, ObjectNode input) {
        boolean wanted = "invoice".equals(Json.text(input, "mode"));
        String id = Json.text(input, "invoice_id");
        if (wanted && id == null) {
            throw Refusal.invalid("invoice_id", "A link of mode invoice needs an invoice_id.");
        }
        ObjectNode invoice = work.find(Invoices.INVOICE, id);
        if (id != null && (invoice == null || !Invoices.payable(invoice))) {
            throw Refusal.invalid("invoice_id", "No invoice that can be paid: " + id + ".");
        }
        return invoice;
    }

    private static void checkSelection(Work work, ObjectNode input) {
        for (String field : new String[] {"default_product_id", "highlighted_product_id"}) {
            String id = Json.text(input, field);
            if (id != null && !"single_select".equals(Json.text(input, "selection_mode"))) {
                throw Refusal.invalid(field, field + " goes with selection_mode single_select only.");
            }
            if (id != null) {
                product(work, id, field);
            }
        }
    }

    /** What the link asks for: its lines, else its products, else its invoice's due, else what the caller says. */
    private static @Nullable Long amount(Work work, ObjectNode link, ObjectNode input, @Nullable ObjectNode invoice) {
        var products = link.putArray("product_ids");
        var lines = link.putArray("line_items");
        long sum = 0;
        for (JsonNode id : input.path("product_ids")) {
            ObjectNode product = product(work, id.stringValue(), "product_ids");
            products.add(Json.need(product, "id"));
            sum = Math.addExact(sum, Json.whole(product, "amount_minor"));
        }
        for (JsonNode item : input.path("line_items")) {
            ObjectNode line = LinkLine.of(work, (ObjectNode) item);
            lines.add(line);
            long unit = Json.whole(line.get("product_details"), "unit_amount");
            sum = Math.addExact(sum, Math.multiplyExact(unit, Json.whole(line, "quantity")));
        }
        if (!products.isEmpty() || !lines.isEmpty()) {
            return sum;
        }
        if (invoice != null) {
            return Books.due(invoice);
        }
        return input.has("amount_minor") ? Json.whole(input, "amount_minor") : null;
    }

    static ObjectNode product(Work work, String id, String field) {
        ObjectNode product = work.find(Catalogue.PRODUCT, id);
        if (product == null) {
            throw Refusal.invalid(field, "No such product: " + id + ".");
        }
        return product;
    }
}
