package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** An event to count. It must name a customer, an external customer or a subscription. Always set an idempotency key (ruling H 40). */
public final class UsageEventRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<String> EXTERNAL_CUSTOMER_ID = WIRE.member("external_customer_id");
    private static final Member<String> SUBSCRIPTION_ID = WIRE.member("subscription_id");
    private static final Member<String> METER_ID = WIRE.member("meter_id");
    private static final Member<BigDecimal> QUANTITY = WIRE.member("quantity");
    private static final Member<Instant> TIMESTAMP = WIRE.member("timestamp");
    private static final Member<String> IDEMPOTENCY_KEY = WIRE.member("idempotency_key");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private UsageEventRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param name the event name of a meter
     */
    public static UsageEventRequest of(String name) {
        return new UsageEventRequest(Members.NONE.with(NAME, name));
    }

    /** The same with customerId: uuid. */
    public UsageEventRequest withCustomerId(String value) {
        return new UsageEventRequest(members.with(CUSTOMER_ID, value));
    }

    /** The same with externalCustomerId: the customer in another system. */
    public UsageEventRequest withExternalCustomerId(String value) {
        return new UsageEventRequest(members.with(EXTERNAL_CUSTOMER_ID, value));
    }

    /** The same with subscriptionId: uuid. */
    public UsageEventRequest withSubscriptionId(String value) {
        return new UsageEventRequest(members.with(SUBSCRIPTION_ID, value));
    }

    /** The same with meterId: uuid, where several meters count this name. */
    public UsageEventRequest withMeterId(String value) {
        return new UsageEventRequest(members.with(METER_ID, value));
    }

    /** The same with quantity: 1 unless said. */
    public UsageEventRequest withQuantity(BigDecimal value) {
        return new UsageEventRequest(members.with(QUANTITY, value));
    }

    /** The same with timestamp: when it happened; now unless said. */
    public UsageEventRequest withTimestamp(Instant value) {
        return new UsageEventRequest(members.with(TIMESTAMP, value));
    }

    /** The same with idempotencyKey: counted once however often it is sent. */
    public UsageEventRequest withIdempotencyKey(String value) {
        return new UsageEventRequest(members.with(IDEMPOTENCY_KEY, value));
    }

    /** The same with metadata: free. */
    public UsageEventRequest withMetadata(Map<String, Object> value) {
        return new UsageEventRequest(members.with(METADATA, value));
    }
}
