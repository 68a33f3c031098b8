package io.keentill.revkeen.orders;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /orders/{id}}, before it is fulfilled. */
public final class OrderChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<String> NOTES = WIRE.member("notes");

    private OrderChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static OrderChanges none() {
        return new OrderChanges(Members.NONE);
    }

    /** The same with customerId: uuid of another customer. */
    public OrderChanges withCustomerId(String value) {
        return new OrderChanges(members.with(CUSTOMER_ID, value));
    }

    /** The same with customerId cleared. */
    public OrderChanges withoutCustomerId() {
        return new OrderChanges(members.cleared(CUSTOMER_ID));
    }

    /** The same with these changes to metadata: a null value removes its key. */
    public OrderChanges withMetadata(Map<String, ? extends @Nullable Object> value) {
        return new OrderChanges(members.withPatch(METADATA, value));
    }

    /** The same with notes: up to 1000 characters. */
    public OrderChanges withNotes(String value) {
        return new OrderChanges(members.with(NOTES, value));
    }

    /** The same with notes cleared. */
    public OrderChanges withoutNotes() {
        return new OrderChanges(members.cleared(NOTES));
    }
}
