package io.keentill.sandbox.online;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.Payments;
import io.keentill.sandbox.shop.Books;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Customers, invoices and subscriptions as their owner sees them (API reference B.23). */
final class PortalViews {
    private PortalViews() {}

    static ObjectNode customer(ObjectNode customer) {
        ObjectNode view = Json.object().put("id", Json.need(customer, "id")).put("object", "customer");
        Json.copy(customer, view, "email", "name", "phone", "company_name");
        return view.putNull("default_currency").putNull("locale").put("created_at", Json.need(customer, "created_at"));
    }

    /** An invoice without lines of its own is all subtotal. */
    static ObjectNode invoice(Work work, ObjectNode invoice) {
        long total = Json.whole(invoice, "total_minor");
        ObjectNode view = Json.object().put("id", Json.need(invoice, "id")).put("object", "invoice");
        Json.copy(invoice, view, "invoice_number", "status", "currency");
        view.put("subtotal", invoice.has("_subtotal_minor") ? Json.whole(invoice, "_subtotal_minor") : total);
        view.put("tax_amount", Json.whole(invoice, "_tax_minor"));
        view.put("discount_amount", Json.whole(invoice, "_discount_minor")).put("total", total);
        long due = Books.due(invoice);
        view.put("amount_paid", total - due).put("amount_due", due);
        String dated = Json.text(invoice, "_invoice_date");
        view.put("invoice_date", dated == null ? Json.need(invoice, "created_at") : dated);
        Json.copy(invoice, view, "due_date");
        view.put("paid_at", due == 0 ? lastPaid(work, invoice) : null);
        return view.put("created_at", Json.need(invoice, "created_at"));
    }

    static ObjectNode subscription(ObjectNode subscription) {
        ObjectNode view = Json.object().put("id", Json.need(subscription, "id")).put("object", "subscription");
        Json.copy(subscription, view, "status", "currency", "amount_minor");
        view.put("interval", Json.text(subscription, "billing_interval"));
        view.put("interval_count", Math.max(1, Json.whole(subscription, "_interval_count")));
        Json.copy(subscription, view, "current_period_start", "current_period_end", "trial_end");
        boolean ends = Json.yes(subscription, "_cancel_at_period_end");
        view.put("cancel_at", ends ? Json.text(subscription, "current_period_end") : null);
        Json.copy(subscription, view, "canceled_at");
        view.put("started_at", Json.text(subscription, "created_at"));
        return view.put("created_at", Json.text(subscription, "created_at"));
    }

    private static @Nullable String lastPaid(Work work, ObjectNode invoice) {
        return Query.of(Payments.PAYMENT)
                .where("invoice_id", Json.need(invoice, "id"))
                .first(work.tx())
                .map(payment -> Json.text(payment, "captured_at"))
                .orElse(null);
    }
}
