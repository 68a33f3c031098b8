package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.number;
import static io.keentill.sandbox.api.Field.objects;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.time;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code PUT /invoices/external/{source}/{externalId}}: the only way in for line items, tax and discount. */
final class InvoiceUpsert {
    private static final Shape LINE = Shape.of(
            text("description", 500).must(),
            number("quantity", 0, Integer.MAX_VALUE).or(1),
            whole("unit_amount_minor", Integer.MIN_VALUE, Integer.MAX_VALUE).must(),
            text("product_id", 255).orNull());

    static final Shape INPUT = Shape.of(
            uuid("customer_uuid"),
            map("customer_external_ref"),
            text("invoice_number", 100),
            whole("total_minor", 0),
            whole("subtotal_minor", 0),
            whole("tax_minor", 0),
            whole("discount_minor", 0),
            currency("currency").or("USD"),
            time("invoice_date"),
            time("due_date").orNull(),
            choice("status", Invoices.WRITABLE),
            objects("line_items", 0, 1000, LINE),
            text("notes", 5000),
            map("metadata"),
            map("custom_fields"),
            map("subscription_terms").orNull(),
            time("external_updated_at"),
            text("external_type", 100));

    /** What cannot change any more once an invoice is no draft. */
    private static final String[] AMOUNTS = {"subtotal_minor", "tax_minor", "discount_minor", "line_items"};

    static final Batch BATCH = Batch.withBlocked(
            "invoices",
            INPUT.without("custom_fields"),
            (call, source, externalId, input) ->
                    upsert(call.work(), source, externalId, input).what());

    /** What was done, and the hash of what was sent when that changed nothing. */
    private record Upserted(
            Batch.Done what, ObjectNode invoice, @Nullable String unchanged) {
        Upserted(Batch.Done what, ObjectNode invoice) {
            this(what, invoice, null);
        }
    }

    private InvoiceUpsert() {}

    static Reply apply(Call call) {
        ObjectNode input = call.input();
        Upserted done = upsert(call.work(), call.id("source"), call.id("externalId"), input);
        if (done.what() == Batch.Done.SKIPPED) {
            ObjectNode why = done.unchanged() == null
                    ? Common.ignored(done.invoice(), input)
                    : Common.unchanged(done.unchanged());
            return Reply.of(200, why.put("requestId", call.requestId()));
        }
        boolean created = done.what() == Batch.Done.CREATED;
        ObjectNode body = Json.object();
        body.set("data", Resource.visible(done.invoice()));
        body.put("created", created).put("requestId", call.requestId());
        return Reply.of(created ? 201 : 200, body);
    }

    private static Upserted upsert(Work work, String source, String externalId, ObjectNode input) {
        String external = source + "/" + externalId;
        ObjectNode stored = Query.of(Invoices.INVOICE)
                .where("_external", external)
                .first(work.tx())
                .orElse(null);
        if (stored != null && Common.stale(stored, input)) {
            return new Upserted(Batch.Done.SKIPPED, stored);
        }
        boolean created = stored == null;
        ObjectNode before = stored == null ? null : stored.deepCopy();
        String hash = Common.contentHash(input);
        ObjectNode invoice = stored == null ? create(work, source, externalId, input) : stored;
        if (!created) {
            change(work, invoice, input);
        }
        for (String field : AMOUNTS) {
            keep(invoice, input, field);
        }
        keep(invoice, input, "notes");
        keep(invoice, input, "metadata");
        keep(invoice, input, "invoice_date");
        boolean changed = !invoice.equals(before);
        Common.remember(invoice, input);
        if (!changed) {
            work.note(Invoices.INVOICE, invoice); // what is older than this is stale from now on
            return new Upserted(Batch.Done.SKIPPED, invoice, hash);
        }
        if (created) {
            work.insert(Invoices.INVOICE, invoice);
        } else {
            work.save(Invoices.INVOICE, invoice);
        }
        EventLog.write(work, created ? "invoice.created" : "invoice.updated", invoice);
        return new Upserted(created ? Batch.Done.CREATED : Batch.Done.UPDATED, invoice);
    }

    private static ObjectNode create(Work work, String source, String externalId, ObjectNode input) {
        input.put("customer_uuid", customer(work, input));
        input.put("total_minor", total(input));
        if (!input.has("status")) {
            input.put("status", "draft");
        }
        ObjectNode invoice = Invoices.invoice(work, input);
        invoice.put("external_source", source).put("external_id", externalId);
        invoice.put("external_type", Json.text(input, "external_type"));
        return invoice.put("_external", source + "/" + externalId);
    }

    private static void change(Work work, ObjectNode invoice, ObjectNode input) {
        boolean draft = "draft".equals(Json.text(invoice, "status"));
        if (draft && (input.has("total_minor") || input.has("line_items"))) {
            input.put("total_minor", total(input));
        }
        if (!draft) {
            refuseChanged(invoice, input, "total_minor", "total_minor");
            for (String field : AMOUNTS) {
                refuseChanged(invoice, input, field, "_" + field);
            }
            input.remove("status");
        }
        if (input.has("customer_uuid") || input.has("customer_external_ref")) {
            invoice.put("customer_uuid", customer(work, input));
        }
        String[] plain = {
            "invoice_number", "total_minor", "due_date", "custom_fields", "subscription_terms", "external_type"
        };
        for (String field : plain) {
            if (input.has(field)) {
                invoice.set(field, input.get(field));
            }
        }
        String wanted = Json.text(input, "status");
        if (wanted != null) {
            InvoiceStates.write(work, invoice, wanted);
        }
    }

    private static void refuseChanged(ObjectNode invoice, ObjectNode input, String field, String storedAs) {
        JsonNode wanted = input.get(field);
        if (wanted != null && !wanted.toString().equals(invoice.path(storedAs).toString())) {
            throw new Refusal(
                    409,
                    "conflict",
                    field + " cannot change: the invoice is " + Json.text(invoice, "status") + ".",
                    field);
        }
    }

    private static String customer(Work work, ObjectNode input) {
        ObjectNode found;
        if (input.get("customer_external_ref") instanceof ObjectNode ref) {
            String external = Json.text(ref, "source") + "/" + Json.text(ref, "id");
            found = Query.of(Customers.CUSTOMER)
                    .where("_external", external)
                    .first(work.tx())
                    .orElse(null);
        } else {
            found = work.find(Customers.CUSTOMER, Json.text(input, "customer_uuid"));
        }
        if (found == null) {
            throw Refusal.unprocessable(
                    "unprocessable_entity", "customer_uuid or customer_external_ref must name a known customer.");
        }
        return Json.need(found, "id");
    }

    /** The total as sent, else the lines with tax and without the discount; 422 when neither is there. */
    private static long total(ObjectNode input) {
        if (input.has("total_minor")) {
            return Json.whole(input, "total_minor");
        }
        if (!input.has("line_items")) {
            throw Refusal.unprocessable("unprocessable_entity", "An invoice needs total_minor or line_items.");
        }
        double lines = 0;
        for (JsonNode line : input.get("line_items")) {
            lines += line.get("quantity").doubleValue() * Json.whole(line, "unit_amount_minor");
        }
        long total = Math.round(lines) + Json.whole(input, "tax_minor") - Json.whole(input, "discount_minor");
        if (total < 0) {
            throw Refusal.unprocessable("unprocessable_entity", "The total of the line items is negative.");
        }
        return total;
    }

    private static void keep(ObjectNode invoice, ObjectNode input, String field) {
        if (input.has(field)) {
            invoice.set("_" + field, input.get(field));
        }
    }
}
