package io.keentill.revkeen.products;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.Map;

/** One product of a batch, written in snake_case. */
public final class ProductBatchItem extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> EXTERNAL_ID = WIRE.member("external_id");
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<Long> AMOUNT_CENTS = WIRE.member("amount_cents");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<ProductKind> KIND = WIRE.member("kind");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<Boolean> IS_ACTIVE = WIRE.member("is_active");
    private static final Member<Interval> INTERVAL = WIRE.member("interval");
    private static final Member<Long> INTERVAL_COUNT = WIRE.member("interval_count");
    private static final Member<Instant> EXTERNAL_UPDATED_AT = WIRE.member("external_updated_at");
    private static final Member<String> EXTERNAL_REF = WIRE.member("external_ref");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private ProductBatchItem(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param externalId its id at its source
     * @param name for people
     * @param amountCents minor units, 0 or more
     */
    public static ProductBatchItem of(String externalId, String name, long amountCents) {
        return new ProductBatchItem(
                Members.NONE.with(EXTERNAL_ID, externalId).with(NAME, name).with(AMOUNT_CENTS, amountCents));
    }

    /** The same with description: free. */
    public ProductBatchItem withDescription(String value) {
        return new ProductBatchItem(members.with(DESCRIPTION, value));
    }

    /** The same with kind: subscription or one_time. */
    public ProductBatchItem withKind(ProductKind value) {
        return new ProductBatchItem(members.with(KIND, value));
    }

    /** The same with currency: ISO 4217. */
    public ProductBatchItem withCurrency(String value) {
        return new ProductBatchItem(members.with(CURRENCY, value));
    }

    /** The same with isActive: can be sold. */
    public ProductBatchItem withIsActive(Boolean value) {
        return new ProductBatchItem(members.with(IS_ACTIVE, value));
    }

    /** The same with interval: for subscriptions. */
    public ProductBatchItem withInterval(Interval value) {
        return new ProductBatchItem(members.with(INTERVAL, value));
    }

    /** The same with intervalCount: 1 or more. */
    public ProductBatchItem withIntervalCount(Long value) {
        return new ProductBatchItem(members.with(INTERVAL_COUNT, value));
    }

    /** The same with externalUpdatedAt: an older one than stored is skipped. */
    public ProductBatchItem withExternalUpdatedAt(Instant value) {
        return new ProductBatchItem(members.with(EXTERNAL_UPDATED_AT, value));
    }

    /** The same with externalRef: free. */
    public ProductBatchItem withExternalRef(String value) {
        return new ProductBatchItem(members.with(EXTERNAL_REF, value));
    }

    /** The same with metadata: free. */
    public ProductBatchItem withMetadata(Map<String, Object> value) {
        return new ProductBatchItem(members.with(METADATA, value));
    }
}
