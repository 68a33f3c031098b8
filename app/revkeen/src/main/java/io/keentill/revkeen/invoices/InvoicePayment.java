package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Body;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /invoices/{id}/pay}: money that came in outside RevKeen.
 *
 * @param paymentMethod how it came
 * @param amountMinor minor units; all that is due unless said
 * @param reference the merchant's own
 * @param notes free
 * @param paidAt now unless said
 */
public record InvoicePayment(
        OfflineMethod paymentMethod,
        @Nullable Long amountMinor,
        @Nullable String reference,
        @Nullable String notes,
        @Nullable Instant paidAt) {

    /** With what is required; everything else as the API defaults it. */
    public static InvoicePayment of(OfflineMethod paymentMethod) {
        return new InvoicePayment(paymentMethod, null, null, null, null);
    }

    /** The same with amountMinor: minor units; all that is due unless said. */
    public InvoicePayment withAmountMinor(Long value) {
        return new InvoicePayment(paymentMethod, value, reference, notes, paidAt);
    }

    /** The same with reference: the merchant's own. */
    public InvoicePayment withReference(String value) {
        return new InvoicePayment(paymentMethod, amountMinor, value, notes, paidAt);
    }

    /** The same with notes: free. */
    public InvoicePayment withNotes(String value) {
        return new InvoicePayment(paymentMethod, amountMinor, reference, value, paidAt);
    }

    /** The same with paidAt: now unless said. */
    public InvoicePayment withPaidAt(Instant value) {
        return new InvoicePayment(paymentMethod, amountMinor, reference, notes, value);
    }

    Body body() {
        return new Body()
                .put("payment_method", paymentMethod)
                .put("amount_minor", amountMinor)
                .put("reference", reference)
                .put("notes", notes)
                .put("paid_at", paidAt);
    }
}
