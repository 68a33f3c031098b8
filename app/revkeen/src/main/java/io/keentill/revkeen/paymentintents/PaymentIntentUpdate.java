package io.keentill.revkeen.paymentintents;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code POST /payment-intents/{id}}; which of these may change depends on the status. */
public final class PaymentIntentUpdate extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> AMOUNT = WIRE.member("amount");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<String> PAYMENT_METHOD = WIRE.member("payment_method");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<String> STATEMENT_DESCRIPTOR = WIRE.member("statement_descriptor");
    private static final Member<String> STATEMENT_DESCRIPTOR_SUFFIX = WIRE.member("statement_descriptor_suffix");
    private static final Member<String> RECEIPT_EMAIL = WIRE.member("receipt_email");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private PaymentIntentUpdate(Members members) {
        super(members);
    }

    /** With nothing set. */
    public static PaymentIntentUpdate of() {
        return new PaymentIntentUpdate(Members.NONE);
    }

    /** The same with amount: minor units, above zero. */
    public PaymentIntentUpdate withAmount(Long value) {
        return new PaymentIntentUpdate(members.with(AMOUNT, value));
    }

    /** The same with currency: ISO 4217. */
    public PaymentIntentUpdate withCurrency(String value) {
        return new PaymentIntentUpdate(members.with(CURRENCY, value));
    }

    /** The same with paymentMethod: uuid. */
    public PaymentIntentUpdate withPaymentMethod(String value) {
        return new PaymentIntentUpdate(members.with(PAYMENT_METHOD, value));
    }

    /** The same with description: up to 500 characters. */
    public PaymentIntentUpdate withDescription(String value) {
        return new PaymentIntentUpdate(members.with(DESCRIPTION, value));
    }

    /** The same with statementDescriptor: up to 22 characters. */
    public PaymentIntentUpdate withStatementDescriptor(String value) {
        return new PaymentIntentUpdate(members.with(STATEMENT_DESCRIPTOR, value));
    }

    /** The same with statementDescriptorSuffix: up to 22 characters. */
    public PaymentIntentUpdate withStatementDescriptorSuffix(String value) {
        return new PaymentIntentUpdate(members.with(STATEMENT_DESCRIPTOR_SUFFIX, value));
    }

    /** The same with receiptEmail: where a receipt goes. */
    public PaymentIntentUpdate withReceiptEmail(String value) {
        return new PaymentIntentUpdate(members.with(RECEIPT_EMAIL, value));
    }

    /** The same with metadata: free. */
    public PaymentIntentUpdate withMetadata(Map<String, Object> value) {
        return new PaymentIntentUpdate(members.with(METADATA, value));
    }
}
