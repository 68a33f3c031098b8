package io.keentill.revkeen.paymentintents;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code POST /payment-intents}. */
public final class PaymentIntentRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> AMOUNT = WIRE.member("amount");
    private static final Member<String> CUSTOMER = WIRE.member("customer");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<String> PAYMENT_METHOD = WIRE.member("payment_method");
    private static final Member<CaptureMethod> CAPTURE_METHOD = WIRE.member("capture_method");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<String> STATEMENT_DESCRIPTOR = WIRE.member("statement_descriptor");
    private static final Member<String> STATEMENT_DESCRIPTOR_SUFFIX = WIRE.member("statement_descriptor_suffix");
    private static final Member<String> RECEIPT_EMAIL = WIRE.member("receipt_email");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<String> GATEWAY_MERCHANT_ID = WIRE.member("gateway_merchant_id");

    private PaymentIntentRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param amount minor units, above zero
     * @param customer uuid of who pays
     */
    public static PaymentIntentRequest of(long amount, String customer) {
        return new PaymentIntentRequest(Members.NONE.with(AMOUNT, amount).with(CUSTOMER, customer));
    }

    /** The same with currency: ISO 4217, USD unless said. */
    public PaymentIntentRequest withCurrency(String value) {
        return new PaymentIntentRequest(members.with(CURRENCY, value));
    }

    /** The same with paymentMethod: uuid. */
    public PaymentIntentRequest withPaymentMethod(String value) {
        return new PaymentIntentRequest(members.with(PAYMENT_METHOD, value));
    }

    /** The same with captureMethod: automatic unless said. */
    public PaymentIntentRequest withCaptureMethod(CaptureMethod value) {
        return new PaymentIntentRequest(members.with(CAPTURE_METHOD, value));
    }

    /** The same with description: up to 500 characters. */
    public PaymentIntentRequest withDescription(String value) {
        return new PaymentIntentRequest(members.with(DESCRIPTION, value));
    }

    /** The same with statementDescriptor: up to 22 characters. */
    public PaymentIntentRequest withStatementDescriptor(String value) {
        return new PaymentIntentRequest(members.with(STATEMENT_DESCRIPTOR, value));
    }

    /** The same with statementDescriptorSuffix: up to 22 characters. */
    public PaymentIntentRequest withStatementDescriptorSuffix(String value) {
        return new PaymentIntentRequest(members.with(STATEMENT_DESCRIPTOR_SUFFIX, value));
    }

    /** The same with receiptEmail: where a receipt goes. */
    public PaymentIntentRequest withReceiptEmail(String value) {
        return new PaymentIntentRequest(members.with(RECEIPT_EMAIL, value));
    }

    /** The same with metadata: free. */
    public PaymentIntentRequest withMetadata(Map<String, Object> value) {
        return new PaymentIntentRequest(members.with(METADATA, value));
    }

    /** The same with gatewayMerchantId: which of several gateway accounts. */
    public PaymentIntentRequest withGatewayMerchantId(String value) {
        return new PaymentIntentRequest(members.with(GATEWAY_MERCHANT_ID, value));
    }
}
