package io.keentill.revkeen.terminal;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Body of {@code POST /terminal-payments}. */
public final class TerminalPaymentRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> DEVICE_ID = WIRE.member("device_id");
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amount_minor");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<String> INVOICE_ID = WIRE.member("invoice_id");
    private static final Member<String> REFERENCE = WIRE.member("reference");

    private TerminalPaymentRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param deviceId uuid; nothing is routed by itself
     * @param amountMinor minor units, above zero
     * @param currency ISO 4217
     */
    public static TerminalPaymentRequest of(String deviceId, long amountMinor, String currency) {
        return new TerminalPaymentRequest(Members.NONE
                .with(DEVICE_ID, deviceId)
                .with(AMOUNT_MINOR, amountMinor)
                .with(CURRENCY, currency));
    }

    /** The same with invoiceId: uuid; marked paid on approval. */
    public TerminalPaymentRequest withInvoiceId(String value) {
        return new TerminalPaymentRequest(members.with(INVOICE_ID, value));
    }

    /** The same with reference: the merchant's own, up to 200 characters. */
    public TerminalPaymentRequest withReference(String value) {
        return new TerminalPaymentRequest(members.with(REFERENCE, value));
    }
}
