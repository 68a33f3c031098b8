package io.keentill.sandbox.shop;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of an invoice may be credited: what was paid, less what credit notes or refunds have taken already. A refund
 * that carries a credit note out counts once, so the larger of the two sums is taken (inferred).
 *
 * @param total the invoice's amount, minor units
 * @param paid what was paid
 * @param due what is still to pay
 * @param credited by credit notes that are not voided
 * @param creditable what may be credited now
 */
record CreditLimits(long total, long paid, long due, long credited, long creditable) {

    static CreditLimits of(Work work, ObjectNode invoice) {
        long credited =
                Query.of(CreditNotes.CREDIT_NOTE).where("invoice_id", Json.need(invoice, "id")).all(work.tx()).stream()
                        .filter(note -> !"voided".equals(Json.text(note, "status")))
                        .mapToLong(note -> Json.whole(note, "amount_minor"))
                        .sum();
        long paid = Books.paid(invoice);
        long taken = Math.max(credited, Books.refunded(invoice));
        return new CreditLimits(
                Json.whole(invoice, "total_minor"), paid, Books.due(invoice), credited, Math.max(0, paid - taken));
    }

    /** Why nothing can be credited, or null. */
    @Nullable
    String reason() {
        if (paid == 0) {
            return "Nothing has been paid on this invoice.";
        }
        return creditable == 0 ? "All that was paid has been credited or refunded." : null;
    }

    /** {@code GET /invoices/{id}/credit-eligibility}. */
    ObjectNode eligibility() {
        ObjectNode data = Json.object().put("can_credit", creditable > 0).put("max_creditable_minor", creditable);
        data.put("total_credited_minor", credited).put("invoice_total_minor", total);
        String why = reason();
        return why == null ? data : data.put("reason", why);
    }

    /** {@code POST /credit_notes/preview}; {@code input} has been checked. */
    ObjectNode preview(ObjectNode invoice, ObjectNode input) {
        long amount = Json.whole(input, "amount_minor");
        String id = Json.need(invoice, "id");
        ObjectNode preview = Json.object().put("object", "credit_note_preview").put("invoice_id", id);
        preview.put("proposed_amount_minor", amount);
        preview.put(
                "proposed_tax_amount_minor",
                input.has("tax_amount_minor") ? Json.whole(input, "tax_amount_minor") : null);
        Json.copy(invoice, preview, "currency");
        preview.putObject("invoice")
                .put("id", id)
                .put("total_minor", total)
                .put("amount_paid_minor", paid)
                .put("amount_due_minor", due)
                .put("previously_credited_minor", credited)
                .put("max_creditable_minor", creditable);
        preview.putObject("after_credit")
                .put("new_amount_due_minor", due)
                .put("new_amount_credited_minor", Math.addExact(credited, amount))
                .put("would_leave_outstanding", due > 0);
        preview.put("exceeds_max_creditable", amount > creditable);
        return preview.put("credit_method", Json.need(input, "credit_method"));
    }
}
