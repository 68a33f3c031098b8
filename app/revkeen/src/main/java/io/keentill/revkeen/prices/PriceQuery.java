package io.keentill.revkeen.prices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /prices}. */
public final class PriceQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> PRODUCT_ID = WIRE.member("product_id");
    private static final Member<PriceType> TYPE = WIRE.member("type");
    private static final Member<PricingModel> PRICING_MODEL = WIRE.member("pricing_model");
    private static final Member<Boolean> ACTIVE = WIRE.member("active");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<String> LOOKUP_KEY = WIRE.member("lookup_key");

    private PriceQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static PriceQuery any() {
        return new PriceQuery(Members.NONE);
    }

    /** The same with productId: uuid. */
    public PriceQuery withProductId(String value) {
        return new PriceQuery(members.with(PRODUCT_ID, value));
    }

    /** The same with type: only these. */
    public PriceQuery withType(PriceType value) {
        return new PriceQuery(members.with(TYPE, value));
    }

    /** The same with pricingModel: only these. */
    public PriceQuery withPricingModel(PricingModel value) {
        return new PriceQuery(members.with(PRICING_MODEL, value));
    }

    /** The same with active: only active or only archived. */
    public PriceQuery withActive(Boolean value) {
        return new PriceQuery(members.with(ACTIVE, value));
    }

    /** The same with currency: ISO 4217. */
    public PriceQuery withCurrency(String value) {
        return new PriceQuery(members.with(CURRENCY, value));
    }

    /** The same with lookupKey: exactly this. */
    public PriceQuery withLookupKey(String value) {
        return new PriceQuery(members.with(LOOKUP_KEY, value));
    }
}
