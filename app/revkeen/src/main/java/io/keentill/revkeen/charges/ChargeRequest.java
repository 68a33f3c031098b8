package io.keentill.revkeen.charges;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code POST /charges}. */
public final class ChargeRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_ID = WIRE.member("customerId");
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amountMinor");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<String> PAYMENT_METHOD_ID = WIRE.member("paymentMethodId");
    private static final Member<Boolean> CAPTURE = WIRE.member("capture");
    private static final Member<String> STATEMENT_DESCRIPTOR = WIRE.member("statementDescriptor");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<Boolean> SEND_RECEIPT = WIRE.member("sendReceipt");
    private static final Member<String> IDEMPOTENCY_KEY = WIRE.member("idempotencyKey");

    private ChargeRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param customerId uuid of who pays
     * @param amountMinor minor units, above zero
     * @param description what it is for
     */
    public static ChargeRequest of(String customerId, long amountMinor, String description) {
        return new ChargeRequest(Members.NONE
                .with(CUSTOMER_ID, customerId)
                .with(AMOUNT_MINOR, amountMinor)
                .with(DESCRIPTION, description));
    }

    /** The same with currency: ISO 4217. */
    public ChargeRequest withCurrency(String value) {
        return new ChargeRequest(members.with(CURRENCY, value));
    }

    /** The same with paymentMethodId: uuid; the customer's default method unless said. */
    public ChargeRequest withPaymentMethodId(String value) {
        return new ChargeRequest(members.with(PAYMENT_METHOD_ID, value));
    }

    /** The same with capture: false to authorise only. */
    public ChargeRequest withCapture(Boolean value) {
        return new ChargeRequest(members.with(CAPTURE, value));
    }

    /** The same with statementDescriptor: what the payer's statement says. */
    public ChargeRequest withStatementDescriptor(String value) {
        return new ChargeRequest(members.with(STATEMENT_DESCRIPTOR, value));
    }

    /** The same with metadata: free. */
    public ChargeRequest withMetadata(Map<String, Object> value) {
        return new ChargeRequest(members.with(METADATA, value));
    }

    /** The same with sendReceipt: whether the customer gets a receipt. */
    public ChargeRequest withSendReceipt(Boolean value) {
        return new ChargeRequest(members.with(SEND_RECEIPT, value));
    }

    /** The same with idempotencyKey: the merchant's own; a second charge under the same one is refused with 409. */
    public ChargeRequest withIdempotencyKey(String value) {
        return new ChargeRequest(members.with(IDEMPOTENCY_KEY, value));
    }
}
