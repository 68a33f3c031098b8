package io.keentill.revkeen.paymentlinks;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** A price that a payment link alone has. */
public final class LinkPriceRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> UNIT_AMOUNT = WIRE.member("unit_amount");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<LinkProductRequest> PRODUCT_DATA = WIRE.member("product_data");
    private static final Member<String> PRODUCT = WIRE.member("product");
    private static final Member<LinkRecurringRequest> RECURRING = WIRE.member("recurring");
    private static final Member<LinkTaxBehavior> TAX_BEHAVIOR = WIRE.member("tax_behavior");

    private LinkPriceRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param unitAmount minor units for one piece, 0 or more
     */
    public static LinkPriceRequest of(long unitAmount) {
        return new LinkPriceRequest(Members.NONE.with(UNIT_AMOUNT, unitAmount));
    }

    /** The same with currency: ISO 4217, USD unless said. */
    public LinkPriceRequest withCurrency(String value) {
        return new LinkPriceRequest(members.with(CURRENCY, value));
    }

    /** The same with productData: a product of this link alone. */
    public LinkPriceRequest withProductData(LinkProductRequest value) {
        return new LinkPriceRequest(members.with(PRODUCT_DATA, value));
    }

    /** The same with product: uuid of a stored product. */
    public LinkPriceRequest withProduct(String value) {
        return new LinkPriceRequest(members.with(PRODUCT, value));
    }

    /** The same with recurring: without it the price is paid once. */
    public LinkPriceRequest withRecurring(LinkRecurringRequest value) {
        return new LinkPriceRequest(members.with(RECURRING, value));
    }

    /** The same with taxBehavior: inclusive or exclusive. */
    public LinkPriceRequest withTaxBehavior(LinkTaxBehavior value) {
        return new LinkPriceRequest(members.with(TAX_BEHAVIOR, value));
    }
}
