package io.keentill.engine.sync;

import io.keentill.domain.refund.Refund;
import io.keentill.revkeen.creditnotes.CreditMethod;
import io.keentill.revkeen.creditnotes.CreditNoteRequest;
import io.keentill.revkeen.creditnotes.CreditReason;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a refund into RevKeen's words. */
final class RefundTranslation {

    private static final int REASON_LIMIT = 500;

    private RefundTranslation() {}

    /** The credit note of a refund; the till gave the money back itself, hence external. */
    static CreditNoteRequest credit(Refund refund, String invoiceId) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("keentill_refund", refund.id());
        metadata.put("keentill_reference", refund.reference());
        metadata.put("keentill_number", String.valueOf(refund.number()));
        long amount = refund.returned().minor();
        return CreditNoteRequest.of(invoiceId, amount)
                .withTaxAmountMinor(Math.min(amount, refund.tax().minor()))
                .withCreditMethod(CreditMethod.EXTERNAL)
                .withReason(reason(refund))
                .withReasonCode(CreditReason.CUSTOMER_REQUEST)
                .withIdempotencyKey(refund.id())
                .withMetadata(metadata);
    }

    /** Begins with what names the refund, so that it is recognised in RevKeen's lists. */
    static String reason(Refund refund) {
        String text = mark(refund) + refund.reason();
        if (text.length() <= REASON_LIMIT) {
            return text;
        }
        boolean split = Character.isHighSurrogate(text.charAt(REASON_LIMIT - 1));
        return text.substring(0, split ? REASON_LIMIT - 1 : REASON_LIMIT);
    }

    static String mark(Refund refund) {
        return "Keentill refund " + refund.reference() + ": ";
    }
}
