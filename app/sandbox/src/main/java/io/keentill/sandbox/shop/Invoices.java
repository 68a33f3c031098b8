package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.texts;
import static io.keentill.sandbox.api.Field.time;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Invoices (API reference B.10, C.3). */
public final class Invoices {
    /** The kind of stored invoices. */
    public static final String INVOICE = "invoice";

    /** The states that a caller may write; paid ones come from money alone, void from its own call. */
    static final String[] WRITABLE = {
        "draft", "pending_approval", "approved", "sent", "open", "finalized", "overdue", "uncollectible"
    };

    private static final Set<String> PAYABLE =
            Set.of("open", "finalized", "approved", "sent", "overdue", "partially_paid");

    private static final Shape NEW_INVOICE = Shape.of(
            uuid("customer_uuid").must(),
            whole("total_minor", 0).must(),
            text("invoice_number", 100),
            currency("currency").or("USD"),
            time("due_date").orNull(),
            choice("status", WRITABLE).or("draft"),
            map("custom_fields"),
            map("subscription_terms").orNull(),
            texts("allowed_methods", 4).orNull());

    private static final Shape CHANGED =
            NEW_INVOICE.change("status", "total_minor", "due_date", "allowed_methods", "subscription_terms");

    private Invoices() {}

    /** Invoices: create, list, read, change, delete, finalize, pay, void, refund, upsert by foreign id. */
    public static Resource invoices() {
        Resource invoices = Resource.of(INVOICE, "/invoices")
                .scopes("invoices")
                .wrap(Resource.Wrap.DATA_WITH_REQUEST_ID)
                .events("invoice")
                .create(NEW_INVOICE, Invoices::create)
                .list(Paging.P6, Filter.equal("status"), Filter.equal("customerId", "customer_uuid"))
                .read()
                .update(CHANGED, Invoices::change)
                .action("finalize", Shape.of(flag("auto_advance").or(false)), Invoices::finalizeDraft)
                .action("pay", InvoiceMoney.PAY, InvoiceMoney::pay)
                .action("void", Shape.of(text("reason", 500)), Invoices::voidInvoice)
                .action("refund", InvoiceMoney.REFUND, InvoiceMoney::refund)
                .endpoint("PUT", "/invoices/external/{source}/{externalId}", InvoiceUpsert.INPUT, InvoiceUpsert::apply);
        return invoices.endpoint("DELETE", "/invoices/{id}", Shape.EMPTY, call -> delete(call, invoices.found(call)));
    }

    /** Whether an invoice in this state takes money. */
    public static boolean payable(ObjectNode invoice) {
        return PAYABLE.contains(Json.need(invoice, "status"));
    }

    /** A new invoice; {@code input} has been checked and its customer exists. */
    static ObjectNode invoice(Work work, ObjectNode input) {
        ObjectNode invoice = Json.object().put("id", work.ids().uuid());
        Json.copy(input, invoice, "customer_uuid", "invoice_number", "total_minor", "currency", "allowed_methods");
        Json.copy(input, invoice, "status", "due_date");
        invoice.set("custom_fields", input.has("custom_fields") ? input.get("custom_fields") : Json.object());
        invoice.putNull("external_source").putNull("external_type").putNull("external_id");
        Json.copy(input, invoice, "subscription_terms");
        invoice.put("created_at", work.nowText()).put("updated_at", work.nowText());
        return invoice;
    }

    private static ObjectNode create(Call call, ObjectNode input) {
        if (call.work().find(Customers.CUSTOMER, Json.need(input, "customer_uuid")) == null) {
            throw Refusal.invalid("customer_uuid", "No such customer: " + Json.text(input, "customer_uuid") + ".");
        }
        return invoice(call.work(), input);
    }

    private static void change(Call call, ObjectNode invoice, ObjectNode input) {
        String status = Json.need(invoice, "status");
        if (input.has("total_minor") && !status.equals("draft")) {
            throw Refusal.invalid("total_minor", "The amount of an invoice that is " + status + " cannot change.");
        }
        boolean settled = Books.hasPayments(invoice) || status.equals("void");
        if (input.has("status") && settled) {
            throw Refusal.invalid("status", "The status of an invoice that is " + status + " cannot be written.");
        }
        JsonNode methods = input.get("allowed_methods");
        if (methods != null && methods.isEmpty()) {
            input.putNull("allowed_methods");
        }
        invoice.setAll(input);
    }

    private static void finalizeDraft(Call call, ObjectNode invoice, ObjectNode input) {
        if (!"draft".equals(Json.text(invoice, "status"))) {
            throw Refusal.notNow(
                    "Only a draft can be finalized; this invoice is " + Json.text(invoice, "status") + ".");
        }
        if (Json.whole(invoice, "total_minor") == 0
                && invoice.path("_line_items").isEmpty()) {
            throw Refusal.notNow("An invoice without line items and without an amount cannot be finalized.");
        }
        issue(call.work(), invoice, Json.yes(input, "auto_advance") ? "approved" : "open");
    }

    /** Makes and stores a draft with these lines; {@code input} has been checked and its customer exists. */
    public static ObjectNode raise(Work work, ObjectNode input, ArrayNode lines) {
        ObjectNode invoice = invoice(work, input);
        invoice.set("_line_items", lines);
        work.insert(INVOICE, invoice);
        EventLog.write(work, "invoice.created", invoice);
        return invoice;
    }

    /** Finalizes a draft, so that it can be paid, and stores it. */
    public static void open(Work work, ObjectNode invoice) {
        issue(work, invoice, "open");
        work.save(INVOICE, invoice);
    }

    /** Gives up on an invoice that nobody pays, and stores it. */
    public static void writeOff(Work work, ObjectNode invoice) {
        turn(work, invoice, "uncollectible", "invoice.uncollectible");
    }

    /** Voids an invoice without payments, and stores it. */
    public static void withdraw(Work work, ObjectNode invoice) {
        turn(work, invoice, "void", "invoice.voided");
    }

    private static void turn(Work work, ObjectNode invoice, String status, String event) {
        ObjectNode before = Json.object().put("status", Json.need(invoice, "status"));
        invoice.put("status", status);
        work.save(INVOICE, invoice);
        EventLog.write(work, event, invoice, before);
    }

    private static void issue(Work work, ObjectNode invoice, String status) {
        if (!Json.has(invoice, "invoice_number")) {
            invoice.put("invoice_number", String.format("INV-%06d", work.tx().next("invoice")));
        }
        invoice.put("status", status);
        EventLog.write(work, "invoice.finalized", invoice, Json.object().put("status", "draft"));
    }

    private static void voidInvoice(Call call, ObjectNode invoice, ObjectNode input) {
        String status = Json.need(invoice, "status");
        if (status.equals("void")) {
            throw Refusal.notNow("This invoice is already void.");
        }
        if (Books.hasPayments(invoice)) {
            throw Refusal.notNow("An invoice with payments cannot be voided; refund it instead.");
        }
        invoice.put("status", "void").put("_void_reason", Json.text(input, "reason"));
        EventLog.write(call.work(), "invoice.voided", invoice, Json.object().put("status", status));
    }

    private static Reply delete(Call call, ObjectNode invoice) {
        if (!"draft".equals(Json.text(invoice, "status"))) {
            throw Refusal.notNow("Only a draft can be deleted; void this invoice instead.");
        }
        call.work().delete(INVOICE, Json.need(invoice, "id"));
        return Reply.of(200, Json.object().put("success", true));
    }
}
