package io.keentill.revkeen.products;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.Map;

/** Body of {@code PUT /products/external/{source}/{id}}, written in camelCase. */
public final class ProductUpsert extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<Long> AMOUNT_CENTS = WIRE.member("amountCents");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<ProductKind> KIND = WIRE.member("kind");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<Boolean> IS_ACTIVE = WIRE.member("isActive");
    private static final Member<String> INTERVAL = WIRE.member("interval");
    private static final Member<Long> INTERVAL_COUNT = WIRE.member("intervalCount");
    private static final Member<Instant> EXTERNAL_UPDATED_AT = WIRE.member("externalUpdatedAt");
    private static final Member<String> EXTERNAL_REF = WIRE.member("externalRef");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private ProductUpsert(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param name for people
     * @param amountCents minor units, 0 or more
     */
    public static ProductUpsert of(String name, long amountCents) {
        return new ProductUpsert(Members.NONE.with(NAME, name).with(AMOUNT_CENTS, amountCents));
    }

    /** The same with description: free. */
    public ProductUpsert withDescription(String value) {
        return new ProductUpsert(members.with(DESCRIPTION, value));
    }

    /** The same with kind: subscription or one_time. */
    public ProductUpsert withKind(ProductKind value) {
        return new ProductUpsert(members.with(KIND, value));
    }

    /** The same with currency: ISO 4217. */
    public ProductUpsert withCurrency(String value) {
        return new ProductUpsert(members.with(CURRENCY, value));
    }

    /** The same with isActive: can be sold. */
    public ProductUpsert withIsActive(Boolean value) {
        return new ProductUpsert(members.with(IS_ACTIVE, value));
    }

    /** The same with interval: day, week, month or year. */
    public ProductUpsert withInterval(String value) {
        return new ProductUpsert(members.with(INTERVAL, value));
    }

    /** The same with intervalCount: 1 or more. */
    public ProductUpsert withIntervalCount(Long value) {
        return new ProductUpsert(members.with(INTERVAL_COUNT, value));
    }

    /** The same with externalUpdatedAt: an older one than stored is refused with 409. */
    public ProductUpsert withExternalUpdatedAt(Instant value) {
        return new ProductUpsert(members.with(EXTERNAL_UPDATED_AT, value));
    }

    /** The same with externalRef: free. */
    public ProductUpsert withExternalRef(String value) {
        return new ProductUpsert(members.with(EXTERNAL_REF, value));
    }

    /** The same with metadata: free. */
    public ProductUpsert withMetadata(Map<String, Object> value) {
        return new ProductUpsert(members.with(METADATA, value));
    }
}
