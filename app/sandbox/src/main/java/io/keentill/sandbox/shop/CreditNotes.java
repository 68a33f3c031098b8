package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.recurring.Subscriptions;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Credit notes (API reference B.11, C.6). Issuing one moves no money unless {@code auto_route} asks for it; then the
 * reversals start at once, see {@link CreditRouting}.
 */
public final class CreditNotes {
    /** The kind of stored credit notes. */
    public static final String CREDIT_NOTE = "credit_note";

    private static final long MOST = 2_000_000_000;
    private static final List<String> REASONS = List.of(
            "customer_request",
            "duplicate_charge",
            "service_issue",
            "billing_error",
            "subscription_cancellation",
            "proration",
            "other");

    private static final Field AMOUNT = whole("amount_minor", 1, MOST).must();
    private static final Field TAX = whole("tax_amount_minor", 0, MOST);
    private static final Field METHOD = choice(
                    "credit_method", "refund_to_payment_method", "customer_balance", "external")
            .or("refund_to_payment_method");

    private static final Shape COMMON = Shape.of(
            AMOUNT,
            TAX,
            METHOD,
            flag("cancel_subscription").or(false),
            flag("is_prorated"),
            whole("proration_days_total", 1, 366),
            whole("proration_days_unused", 0, 366),
            text("idempotency_key", 255),
            map("metadata"),
            flag("auto_route").or(false));

    private static final Shape NEW =
            COMMON.and(uuid("invoice_id").must(), text("reason", 500), reasonCode(REASONS.stream()));

    private static final Shape NEW_ON_INVOICE = COMMON.and(
            text("reason", 500).must(),
            reasonCode(Stream.concat(REASONS.stream(), Stream.of("partial_refund", "goodwill"))));

    private static final Shape PREVIEW =
            Shape.of(uuid("invoice_id").must(), AMOUNT, TAX, METHOD, reasonCode(REASONS.stream()));

    private final CreditRouting routing;

    private CreditNotes(CreditRouting routing) {
        this.routing = routing;
    }

    /** Credit notes, under their own path and under their invoice's. Terminals reverse through {@code terminals}. */
    public static Resource creditNotes(TerminalReversals terminals) {
        CreditNotes notes = new CreditNotes(new CreditRouting(terminals));
        Resource resource = Resource.of(CREDIT_NOTE, "/credit_notes")
                .scopes("credit_notes")
                .list(
                        Paging.P6,
                        Filter.choice("status", "draft", "pending", "issued", "applied", "voided"),
                        Filter.equal("invoice_id"),
                        Filter.equal("customer_id"),
                        Filter.choice("credit_method", "refund_to_payment_method", "customer_balance", "external"),
                        Filter.madeAfter("created_after"),
                        Filter.madeBefore("created_before"))
                .read()
                .action("void", Shape.EMPTY, CreditNotes::voidNote)
                .endpoint("POST", "/credit_notes", NEW, notes::create)
                .endpoint("POST", "/credit_notes/preview", PREVIEW, CreditNotes::preview);
        String lines = "/credit_notes/{id}/lines";
        resource.endpoint("GET", lines, Shape.EMPTY, call -> lines(call, resource.found(call)))
                .endpoint("GET", "/credit_notes/invoice/{id}/eligibility", Shape.EMPTY, Eligibility::ofInvoice)
                .endpoint(
                        "GET",
                        "/credit_notes/transaction/{id}/reversal-eligibility",
                        Shape.EMPTY,
                        Eligibility::ofTransaction)
                .endpoint("POST", "/invoices/{id}/credit-note", NEW_ON_INVOICE, notes::createOnInvoice);
        return resource.scopes("invoices")
                .endpoint("GET", "/invoices/{id}/credit-eligibility", Shape.EMPTY, CreditNotes::eligibility)
                .endpoint("GET", "/invoices/{id}/credit-notes", Shape.EMPTY, CreditNotes::ofInvoice);
    }

    private static Field reasonCode(Stream<String> words) {
        return choice("reason_code", words.toArray(String[]::new));
    }

    private Reply create(Call call) {
        ObjectNode invoice = call.work().find(Invoices.INVOICE, Json.text(call.input(), "invoice_id"));
        if (invoice == null) {
            throw Refusal.invalid("invoice_id", "No such invoice: " + Json.text(call.input(), "invoice_id") + ".");
        }
        ObjectNode body = Json.object();
        body.set("data", issue(call, invoice));
        return Reply.of(201, body);
    }

    private Reply createOnInvoice(Call call) {
        ObjectNode body = Json.object();
        body.set("data", issue(call, invoice(call)));
        return Reply.of(201, body.put("requestId", call.requestId()));
    }

    private ObjectNode issue(Call call, ObjectNode invoice) {
        Work work = call.work();
        ObjectNode input = call.input();
        check(work, invoice, input);
        if (Json.yes(input, "cancel_subscription")) {
            Subscriptions.cancel(work, subscriptionOf(work, invoice), false, Json.text(input, "reason"));
        }
        ObjectNode note = Json.object().put("id", work.ids().uuid());
        note.put("credit_note_number", String.format("CN-%06d", work.tx().next("credit_note")));
        note.put("invoice_id", Json.need(invoice, "id")).put("customer_id", Json.text(invoice, "customer_uuid"));
        Json.copy(input, note, "amount_minor", "tax_amount_minor");
        Json.copy(invoice, note, "currency");
        note.put("status", "issued");
        Json.copy(input, note, "reason", "reason_code", "credit_method");
        note.putNull("pdf_url").put("issued_at", work.nowText());
        note.put("created_at", work.nowText()).put("updated_at", work.nowText());
        for (String field : new String[] {"idempotency_key", "metadata", "is_prorated"}) {
            if (input.has(field)) {
                note.set("_" + field, input.get(field));
            }
        }
        note.put("_line_id", work.ids().uuid());
        work.insert(CREDIT_NOTE, note);
        EventLog.write(work, "credit_note.created", note);
        EventLog.write(work, "credit_note.issued", note);
        if (!Json.yes(input, "auto_route")) {
            return Resource.visible(note);
        }
        ArrayNode operations = routing.start(work, invoice, note);
        ObjectNode shown = Resource.visible(note);
        shown.set("gateway_operations", operations);
        return shown;
    }

    private static ObjectNode subscriptionOf(Work work, ObjectNode invoice) {
        String id = Json.text(invoice.path("custom_fields"), "subscription_id");
        ObjectNode subscription = work.find(Subscriptions.SUBSCRIPTION, id);
        if (subscription == null) {
            throw Refusal.invalid("cancel_subscription", "This invoice belongs to no subscription.");
        }
        return subscription;
    }

    private static void check(Work work, ObjectNode invoice, ObjectNode input) {
        CreditLimits limits = CreditLimits.of(work, invoice);
        String why = limits.reason();
        if (why != null) {
            throw Refusal.invalid("invoice_id", why);
        }
        long amount = Json.whole(input, "amount_minor");
        if (amount > limits.creditable()) {
            throw Refusal.invalid("amount_minor", "Only " + limits.creditable() + " of this invoice can be credited.");
        }
        if (Json.whole(input, "tax_amount_minor") > amount) {
            throw Refusal.invalid("tax_amount_minor", "The tax is a part of the amount and cannot exceed it.");
        }
        if (Json.whole(input, "proration_days_unused") > Json.whole(input, "proration_days_total")) {
            throw Refusal.invalid("proration_days_unused", "There cannot be more unused days than days.");
        }
        if (Json.yes(input, "auto_route") && !"refund_to_payment_method".equals(Json.text(input, "credit_method"))) {
            throw Refusal.invalid("auto_route", "auto_route goes with credit_method refund_to_payment_method only.");
        }
        String key = Json.text(input, "idempotency_key");
        if (key != null
                && Query.of(CREDIT_NOTE)
                        .where("_idempotency_key", key)
                        .first(work.tx())
                        .isPresent()) {
            throw new Refusal(
                    409, "conflict", "There is already a credit note with this idempotency_key.", "idempotency_key");
        }
    }

    /** Takes a credit note back on paper; whatever money went stays where it is. */
    private static void voidNote(Call call, ObjectNode note, ObjectNode input) {
        String status = Json.need(note, "status");
        if (!status.equals("issued") && !status.equals("draft")) {
            throw Refusal.notNow("A credit note that is " + status + " cannot be voided.");
        }
        note.put("status", "voided");
        EventLog.write(call.work(), "credit_note.voided", note, Json.object().put("status", status));
    }

    private static Reply preview(Call call) {
        ObjectNode invoice = Common.required(call.work(), Invoices.INVOICE, call.input(), "invoice_id");
        CreditLimits limits = CreditLimits.of(call.work(), invoice);
        ObjectNode body = Json.object();
        body.set("data", limits.preview(invoice, call.input()));
        return Reply.of(200, body);
    }

    /** A credit note over an amount has one line over it. */
    private static Reply lines(Call call, ObjectNode note) {
        ObjectNode line = Json.object().put("id", Json.need(note, "_line_id")).put("object", "credit_note_line");
        line.put("credit_note_id", Json.need(note, "id")).putNull("invoice_line_item_id");
        String reason = Json.text(note, "reason");
        line.put("description", reason == null ? "Credit " + Json.text(note, "credit_note_number") : reason);
        line.put("quantity", 1).put("unit_amount_minor", Json.whole(note, "amount_minor"));
        line.put("total_amount_minor", Json.whole(note, "amount_minor"));
        line.set("metadata", note.path("_metadata").isObject() ? note.get("_metadata") : Json.object());
        Json.copy(note, line, "created_at");
        String at = "/credit_notes/" + Json.need(note, "id") + "/lines";
        return Reply.of(200, Paging.P14_LINES.answer(call, List.of(line), at));
    }

    private static Reply eligibility(Call call) {
        ObjectNode body = Json.object();
        body.set("data", CreditLimits.of(call.work(), invoice(call)).eligibility());
        return Reply.of(200, body.put("requestId", call.requestId()));
    }

    private static Reply ofInvoice(Call call) {
        String id = Json.need(invoice(call), "id");
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        Query.of(CREDIT_NOTE)
                .where("invoice_id", id)
                .all(call.work().tx())
                .forEach(note -> data.add(Resource.visible(note)));
        return Reply.of(200, body.put("requestId", call.requestId()));
    }

    private static ObjectNode invoice(Call call) {
        ObjectNode invoice = call.work().find(Invoices.INVOICE, call.id("id"));
        if (invoice == null) {
            throw Refusal.missing("invoice", call.id("id"));
        }
        return invoice;
    }
}
