package io.keentill.engine.sync;

import io.keentill.domain.money.Money;
import io.keentill.domain.refund.Refund;
import io.keentill.engine.book.BackCount;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.revkeen.creditnotes.CreditMethod;
import io.keentill.revkeen.creditnotes.CreditNoteRequest;
import io.keentill.revkeen.creditnotes.CreditReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a refund into RevKeen's words. */
final class RefundTranslation {

    private static final int REASON_LIMIT = 500;

    private RefundTranslation() {}

    /**
     * The credit note of a refund; the till gave the money back itself, hence external.
     *
     * @param key our own for it, for good
     * @param cardParts what of it RevKeen is told of through terminal payments, too
     */
    static CreditNoteRequest credit(Refund refund, String key, String invoiceId, List<Money> cardParts) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("keentill_refund", refund.id());
        metadata.put("keentill_reference", refund.reference());
        if (refund.number() != null) {
            metadata.put("keentill_number", String.valueOf(refund.number()));
        }
        long amount = refund.amount().minor();
        return CreditNoteRequest.of(invoiceId, amount)
                .withTaxAmountMinor(Math.min(amount, refund.tax().minor()))
                .withCreditMethod(CreditMethod.EXTERNAL)
                .withReason(cut(BackCount.reason(BackElsewhere.mark(refund), cardParts, refund.reason())))
                .withReasonCode(CreditReason.CUSTOMER_REQUEST)
                .withIdempotencyKey(key)
                .withMetadata(metadata);
    }

    /** Begins with what names the refund, so that it is recognised in RevKeen's lists. */
    static String reason(Refund refund) {
        return cut(BackElsewhere.mark(refund) + refund.reason());
    }

    private static String cut(String text) {
        if (text.length() <= REASON_LIMIT) {
            return text;
        }
        boolean split = Character.isHighSurrogate(text.charAt(REASON_LIMIT - 1));
        return text.substring(0, split ? REASON_LIMIT - 1 : REASON_LIMIT);
    }
}
