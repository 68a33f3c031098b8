package io.keentill.revkeen.paymentintents;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code POST /payment-intents/{id}}; which of these may change depends on the status. */
public final class PaymentIntentChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> AMOUNT = WIRE.member("amount");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<String> PAYMENT_METHOD = WIRE.member("payment_method");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<String> STATEMENT_DESCRIPTOR = WIRE.member("statement_descriptor");
    private static final Member<String> STATEMENT_DESCRIPTOR_SUFFIX = WIRE.member("statement_descriptor_suffix");
    private static final Member<String> RECEIPT_EMAIL = WIRE.member("receipt_email");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private PaymentIntentChanges(Members members) {
        super(members);
    }

    /** With nothing set. */
    public static PaymentIntentChanges of() {
        return new PaymentIntentChanges(Members.NONE);
    }

    /** The same with amount: minor units, above zero. */
    public PaymentIntentChanges withAmount(Long value) {
        return new PaymentIntentChanges(members.with(AMOUNT, value));
    }

    /** The same with currency: ISO 4217. */
    public PaymentIntentChanges withCurrency(String value) {
        return new PaymentIntentChanges(members.with(CURRENCY, value));
    }

    /** The same with paymentMethod: uuid. */
    public PaymentIntentChanges withPaymentMethod(String value) {
        return new PaymentIntentChanges(members.with(PAYMENT_METHOD, value));
    }

    /** The same with description: up to 500 characters. */
    public PaymentIntentChanges withDescription(String value) {
        return new PaymentIntentChanges(members.with(DESCRIPTION, value));
    }

    /** The same with statementDescriptor: up to 22 characters. */
    public PaymentIntentChanges withStatementDescriptor(String value) {
        return new PaymentIntentChanges(members.with(STATEMENT_DESCRIPTOR, value));
    }

    /** The same with statementDescriptorSuffix: up to 22 characters. */
    public PaymentIntentChanges withStatementDescriptorSuffix(String value) {
        return new PaymentIntentChanges(members.with(STATEMENT_DESCRIPTOR_SUFFIX, value));
    }

    /** The same with receiptEmail: where a receipt goes. */
    public PaymentIntentChanges withReceiptEmail(String value) {
        return new PaymentIntentChanges(members.with(RECEIPT_EMAIL, value));
    }

    /** The same with metadata: free. */
    public PaymentIntentChanges withMetadata(Map<String, Object> value) {
        return new PaymentIntentChanges(members.with(METADATA, value));
    }
}
