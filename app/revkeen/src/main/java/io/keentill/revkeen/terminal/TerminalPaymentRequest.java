package io.keentill.revkeen.terminal;

import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /terminal-payments}.
 *
 * @param deviceId uuid; nothing is routed by itself
 * @param amountMinor minor units, above zero
 * @param currency ISO 4217
 * @param invoiceId uuid; marked paid on approval
 * @param reference the merchant's own, up to 200 characters
 */
public record TerminalPaymentRequest(
        String deviceId,
        long amountMinor,
        String currency,
        @Nullable String invoiceId,
        @Nullable String reference) {

    /** With what is required; everything else as the API defaults it. */
    public static TerminalPaymentRequest of(String deviceId, long amountMinor, String currency) {
        return new TerminalPaymentRequest(deviceId, amountMinor, currency, null, null);
    }

    /** The same with invoiceId: uuid; marked paid on approval. */
    public TerminalPaymentRequest withInvoiceId(String value) {
        return new TerminalPaymentRequest(deviceId, amountMinor, currency, value, reference);
    }

    /** The same with reference: the merchant's own, up to 200 characters. */
    public TerminalPaymentRequest withReference(String value) {
        return new TerminalPaymentRequest(deviceId, amountMinor, currency, invoiceId, value);
    }

    Body body() {
        return new Body()
                .put("device_id", deviceId)
                .put("amount_minor", amountMinor)
                .put("currency", currency)
                .put("invoice_id", invoiceId)
                .put("reference", reference);
    }
}
