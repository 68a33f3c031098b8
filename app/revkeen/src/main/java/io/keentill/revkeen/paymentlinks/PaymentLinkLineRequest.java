package io.keentill.revkeen.paymentlinks;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** One line of a new payment link: a stored price, or one of its own. */
public final class PaymentLinkLineRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> PRICE = WIRE.member("price");
    private static final Member<LinkPriceRequest> PRICE_DATA = WIRE.member("price_data");
    private static final Member<Long> QUANTITY = WIRE.member("quantity");
    private static final Member<String> MERCHANT_REFERENCE = WIRE.member("merchant_reference");

    private PaymentLinkLineRequest(Members members) {
        super(members);
    }

    /**
     * At a stored price.
     *
     * @param price uuid of a stored price
     */
    public static PaymentLinkLineRequest ofPrice(String price) {
        return new PaymentLinkLineRequest(Members.NONE.with(PRICE, price));
    }

    /**
     * At a price of its own.
     *
     * @param priceData a price of this link alone
     */
    public static PaymentLinkLineRequest ofPriceData(LinkPriceRequest priceData) {
        return new PaymentLinkLineRequest(Members.NONE.with(PRICE_DATA, priceData));
    }

    /** The same with price: uuid of a stored price. */
    public PaymentLinkLineRequest withPrice(String value) {
        return new PaymentLinkLineRequest(members.with(PRICE, value));
    }

    /** The same with priceData: a price of this link alone. */
    public PaymentLinkLineRequest withPriceData(LinkPriceRequest value) {
        return new PaymentLinkLineRequest(members.with(PRICE_DATA, value));
    }

    /** The same with quantity: pieces, 1 unless said. */
    public PaymentLinkLineRequest withQuantity(Long value) {
        return new PaymentLinkLineRequest(members.with(QUANTITY, value));
    }

    /** The same with merchantReference: the merchant's own, up to 255 characters. */
    public PaymentLinkLineRequest withMerchantReference(String value) {
        return new PaymentLinkLineRequest(members.with(MERCHANT_REFERENCE, value));
    }
}
