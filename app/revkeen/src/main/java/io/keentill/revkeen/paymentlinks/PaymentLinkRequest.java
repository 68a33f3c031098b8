package io.keentill.revkeen.paymentlinks;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Body of {@code POST /payment-links}; everything is optional. */
public final class PaymentLinkRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<List<String>> PRODUCT_IDS = WIRE.member("product_ids");
    private static final Member<List<PaymentLinkLineRequest>> LINE_ITEMS = WIRE.member("line_items");
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<String> SLUG = WIRE.member("slug");
    private static final Member<PaymentLinkMode> MODE = WIRE.member("mode");
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amount_minor");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<String> INVOICE_ID = WIRE.member("invoice_id");
    private static final Member<String> SUBSCRIPTION_ID = WIRE.member("subscription_id");
    private static final Member<String> SUCCESS_URL = WIRE.member("success_url");
    private static final Member<String> CANCEL_URL = WIRE.member("cancel_url");
    private static final Member<String> REDIRECT_URL = WIRE.member("redirect_url");
    private static final Member<Boolean> COLLECT_SHIPPING = WIRE.member("collect_shipping");
    private static final Member<Boolean> ALLOW_PROMOTION_CODES = WIRE.member("allow_promotion_codes");
    private static final Member<LinkTaxBehavior> TAX_BEHAVIOR = WIRE.member("tax_behavior");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<Instant> EXPIRES_AT = WIRE.member("expires_at");
    private static final Member<SelectionMode> SELECTION_MODE = WIRE.member("selection_mode");
    private static final Member<String> DEFAULT_PRODUCT_ID = WIRE.member("default_product_id");
    private static final Member<String> HIGHLIGHTED_PRODUCT_ID = WIRE.member("highlighted_product_id");
    private static final Member<String> IDEMPOTENCY_KEY = WIRE.member("idempotency_key");

    private PaymentLinkRequest(Members members) {
        super(members);
    }

    /** With nothing set. */
    public static PaymentLinkRequest of() {
        return new PaymentLinkRequest(Members.NONE);
    }

    /** The same with productIds: uuids of the products offered. */
    public PaymentLinkRequest withProductIds(List<String> value) {
        return new PaymentLinkRequest(members.with(PRODUCT_IDS, value));
    }

    /** The same with lineItems: what is sold. */
    public PaymentLinkRequest withLineItems(List<PaymentLinkLineRequest> value) {
        return new PaymentLinkRequest(members.with(LINE_ITEMS, value));
    }

    /** The same with name: what people read. */
    public PaymentLinkRequest withName(String value) {
        return new PaymentLinkRequest(members.with(NAME, value));
    }

    /** The same with slug: its word in addresses. */
    public PaymentLinkRequest withSlug(String value) {
        return new PaymentLinkRequest(members.with(SLUG, value));
    }

    /** The same with mode: custom unless said. */
    public PaymentLinkRequest withMode(PaymentLinkMode value) {
        return new PaymentLinkRequest(members.with(MODE, value));
    }

    /** The same with amountMinor: minor units, 0 or more. */
    public PaymentLinkRequest withAmountMinor(Long value) {
        return new PaymentLinkRequest(members.with(AMOUNT_MINOR, value));
    }

    /** The same with currency: ISO 4217, USD unless said. */
    public PaymentLinkRequest withCurrency(String value) {
        return new PaymentLinkRequest(members.with(CURRENCY, value));
    }

    /** The same with invoiceId: uuid of the invoice to pay. */
    public PaymentLinkRequest withInvoiceId(String value) {
        return new PaymentLinkRequest(members.with(INVOICE_ID, value));
    }

    /** The same with subscriptionId: uuid. */
    public PaymentLinkRequest withSubscriptionId(String value) {
        return new PaymentLinkRequest(members.with(SUBSCRIPTION_ID, value));
    }

    /** The same with successUrl: where a paid customer goes; may hold {@code {PAYMENT_ID}} and its like. */
    public PaymentLinkRequest withSuccessUrl(String value) {
        return new PaymentLinkRequest(members.with(SUCCESS_URL, value));
    }

    /** The same with cancelUrl: where one who gives up goes. */
    public PaymentLinkRequest withCancelUrl(String value) {
        return new PaymentLinkRequest(members.with(CANCEL_URL, value));
    }

    /** The same with redirectUrl: where either goes. */
    public PaymentLinkRequest withRedirectUrl(String value) {
        return new PaymentLinkRequest(members.with(REDIRECT_URL, value));
    }

    /** The same with collectShipping: false unless said. */
    public PaymentLinkRequest withCollectShipping(Boolean value) {
        return new PaymentLinkRequest(members.with(COLLECT_SHIPPING, value));
    }

    /** The same with allowPromotionCodes: true unless said. */
    public PaymentLinkRequest withAllowPromotionCodes(Boolean value) {
        return new PaymentLinkRequest(members.with(ALLOW_PROMOTION_CODES, value));
    }

    /** The same with taxBehavior: unspecified unless said. */
    public PaymentLinkRequest withTaxBehavior(LinkTaxBehavior value) {
        return new PaymentLinkRequest(members.with(TAX_BEHAVIOR, value));
    }

    /** The same with metadata: free. */
    public PaymentLinkRequest withMetadata(Map<String, Object> value) {
        return new PaymentLinkRequest(members.with(METADATA, value));
    }

    /** The same with expiresAt: when it ends. */
    public PaymentLinkRequest withExpiresAt(Instant value) {
        return new PaymentLinkRequest(members.with(EXPIRES_AT, value));
    }

    /** The same with selectionMode: bundle unless said. */
    public PaymentLinkRequest withSelectionMode(SelectionMode value) {
        return new PaymentLinkRequest(members.with(SELECTION_MODE, value));
    }

    /** The same with defaultProductId: uuid; with single_select only. */
    public PaymentLinkRequest withDefaultProductId(String value) {
        return new PaymentLinkRequest(members.with(DEFAULT_PRODUCT_ID, value));
    }

    /** The same with highlightedProductId: uuid; with single_select only. */
    public PaymentLinkRequest withHighlightedProductId(String value) {
        return new PaymentLinkRequest(members.with(HIGHLIGHTED_PRODUCT_ID, value));
    }

    /** The same with idempotencyKey: the merchant's own; a second link under the same one is refused with 409. */
    public PaymentLinkRequest withIdempotencyKey(String value) {
        return new PaymentLinkRequest(members.with(IDEMPOTENCY_KEY, value));
    }
}
