package io.keentill.revkeen.checkout;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;

/** Body of {@code POST /checkout-sessions}. */
public final class CheckoutRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> INVOICE_ID = WIRE.member("invoiceId");
    private static final Member<String> PRODUCT_ID = WIRE.member("productId");
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amountMinor");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<String> SUCCESS_URL = WIRE.member("successUrl");
    private static final Member<String> CANCEL_URL = WIRE.member("cancelUrl");
    private static final Member<List<PaymentRail>> ALLOWED_METHODS = WIRE.member("allowedMethods");
    private static final Member<String> COMPANION_DEVICE_ID = WIRE.member("companionDeviceId");

    private CheckoutRequest(Members members) {
        super(members);
    }

    /**
     * To pay an invoice.
     *
     * @param invoiceId uuid
     */
    public static CheckoutRequest ofInvoice(String invoiceId) {
        return new CheckoutRequest(Members.NONE.with(INVOICE_ID, invoiceId));
    }

    /**
     * To buy a product.
     *
     * @param productId uuid
     */
    public static CheckoutRequest ofProduct(String productId) {
        return new CheckoutRequest(Members.NONE.with(PRODUCT_ID, productId));
    }

    /**
     * To pay an amount.
     *
     * @param amountMinor minor units
     * @param currency ISO 4217, USD unless said
     */
    public static CheckoutRequest ofAmount(long amountMinor, String currency) {
        return new CheckoutRequest(Members.NONE.with(AMOUNT_MINOR, amountMinor).with(CURRENCY, currency));
    }

    /** The same with invoiceId: uuid. */
    public CheckoutRequest withInvoiceId(String value) {
        return new CheckoutRequest(members.with(INVOICE_ID, value));
    }

    /** The same with productId: uuid. */
    public CheckoutRequest withProductId(String value) {
        return new CheckoutRequest(members.with(PRODUCT_ID, value));
    }

    /** The same with amountMinor: minor units. */
    public CheckoutRequest withAmountMinor(Long value) {
        return new CheckoutRequest(members.with(AMOUNT_MINOR, value));
    }

    /** The same with currency: ISO 4217, USD unless said. */
    public CheckoutRequest withCurrency(String value) {
        return new CheckoutRequest(members.with(CURRENCY, value));
    }

    /** The same with successUrl: where a paid customer goes. */
    public CheckoutRequest withSuccessUrl(String value) {
        return new CheckoutRequest(members.with(SUCCESS_URL, value));
    }

    /** The same with cancelUrl: where one who gives up goes. */
    public CheckoutRequest withCancelUrl(String value) {
        return new CheckoutRequest(members.with(CANCEL_URL, value));
    }

    /** The same with allowedMethods: only these. */
    public CheckoutRequest withAllowedMethods(List<PaymentRail> value) {
        return new CheckoutRequest(members.with(ALLOWED_METHODS, value));
    }

    /** The same with companionDeviceId: uuid of the companion device that shows it. */
    public CheckoutRequest withCompanionDeviceId(String value) {
        return new CheckoutRequest(members.with(COMPANION_DEVICE_ID, value));
    }
}
