package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.texts;
import static io.keentill.sandbox.api.Field.time;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Group;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.util.List;
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

    private static final Set<String> METHODS = Set.of("card", "direct_debit", "pay_by_bank", "in_store");

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

    /** Invoices: everything of B.10 but what credits them. */
    public static Resource invoices() {
        Resource invoices = Resource.of(INVOICE, "/invoices")
                .scopes("invoices")
                .wrap(Resource.Wrap.DATA_WITH_REQUEST_ID)
                .events("invoice")
                .create(NEW_INVOICE, Invoices::create)
                .list(Paging.P6, Filter.equal("status"), Filter.equal("customerId", "customer_uuid"))
                .read()
                .update(CHANGED, Invoices::change)
                .action("finalize", InvoiceStates.FINALIZE, InvoiceStates::finalizeDraft)
                .action("send", InvoiceStates.SEND, InvoiceStates::send)
                .action("pay", InvoiceMoney.PAY, InvoiceMoney::pay)
                .action("void", InvoiceStates.VOID, InvoiceStates::voidInvoice)
                .action("refund", InvoiceMoney.REFUND, InvoiceMoney::refund)
                .action("reject", InvoiceStates.REJECT, InvoiceStates::reject)
                .endpoint("PUT", "/invoices/external/{source}/{externalId}", InvoiceUpsert.INPUT, InvoiceUpsert::apply)
                .endpoint("PUT", "/invoices/external/batch", InvoiceUpsert.BATCH.shape(), InvoiceUpsert.BATCH::run);
        String comments = "/invoices/{id}/comments";
        return invoices.endpoint("DELETE", "/invoices/{id}", Shape.EMPTY, call -> delete(call, invoices.found(call)))
                .endpoint("GET", comments, Shape.EMPTY, call -> InvoiceComments.list(call, invoices.found(call)))
                .endpoint(
                        "POST", comments, InvoiceComments.NEW, call -> InvoiceComments.add(call, invoices.found(call)))
                .reading(
                        "POST",
                        "/invoices/{id}/margin-estimate",
                        MarginEstimate.INPUT,
                        call -> MarginEstimate.estimate(call, invoices.found(call)));
    }

    /** Invoices, and the clock over their due dates. */
    public static Group group() {
        return new Group() {
            @Override
            public List<Resource> resources() {
                return List.of(invoices());
            }

            @Override
            public void tick(Work work) {
                InvoiceStates.markOverdue(work);
            }
        };
    }

    /** Whether an invoice in this state takes money. */
    public static boolean payable(ObjectNode invoice) {
        return PAYABLE.contains(Json.need(invoice, "status"));
    }

    /** A new invoice; {@code input} has been checked and its customer exists. */
    static ObjectNode invoice(Work work, ObjectNode input) {
        ObjectNode invoice = Json.object().put("id", work.ids().uuid());
        Json.copy(input, invoice, "customer_uuid", "invoice_number", "total_minor", "currency", "allowed_methods");
        invoice.putNull("status");
        Json.copy(input, invoice, "due_date");
        invoice.set("custom_fields", input.has("custom_fields") ? input.get("custom_fields") : Json.object());
        invoice.putNull("external_source").putNull("external_type").putNull("external_id");
        Json.copy(input, invoice, "subscription_terms");
        invoice.put("created_at", work.nowText()).put("updated_at", work.nowText());
        checkMethods(invoice);
        InvoiceStates.enter(work, invoice, Json.need(input, "status"));
        return invoice;
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
        InvoiceStates.turn(work, invoice, "open", "invoice.finalized");
    }

    /** Gives up on an invoice that nobody pays, and stores it. */
    public static void writeOff(Work work, ObjectNode invoice) {
        InvoiceStates.turn(work, invoice, "uncollectible", "invoice.uncollectible");
    }

    /** Voids an invoice without payments, and stores it. */
    public static void withdraw(Work work, ObjectNode invoice) {
        InvoiceStates.turn(work, invoice, "void", "invoice.voided");
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
        String wanted = Json.text(input, "status");
        input.remove("status");
        invoice.setAll(input);
        checkMethods(invoice);
        if (wanted != null) {
            InvoiceStates.write(call.work(), invoice, wanted);
        }
    }

    /** An empty list of allowed methods means none in particular. */
    private static void checkMethods(ObjectNode invoice) {
        JsonNode methods = invoice.path("allowed_methods");
        for (JsonNode method : methods) {
            if (!METHODS.contains(method.stringValue())) {
                throw Refusal.invalid("allowed_methods", "Not a way to pay: " + method.stringValue() + ".");
            }
        }
        if (methods.isEmpty()) {
            invoice.putNull("allowed_methods");
        }
    }

    private static Reply delete(Call call, ObjectNode invoice) {
        if (!"draft".equals(Json.text(invoice, "status"))) {
            throw Refusal.notNow("Only a draft can be deleted; void this invoice instead.");
        }
        call.work().delete(INVOICE, Json.need(invoice, "id"));
        return Reply.of(200, Json.object().put("success", true));
    }
}
