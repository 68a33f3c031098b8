package io.keentill.revkeen.setupintents;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import io.keentill.revkeen.paymentmethods.PaymentMethodType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /setup-intents/{id}}, before it is confirmed or canceled. */
public final class SetupIntentChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<List<PaymentMethodType>> PAYMENT_METHOD_TYPES = WIRE.member("payment_method_types");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private SetupIntentChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static SetupIntentChanges none() {
        return new SetupIntentChanges(Members.NONE);
    }

    /** The same with customerId: uuid. */
    public SetupIntentChanges withCustomerId(String value) {
        return new SetupIntentChanges(members.with(CUSTOMER_ID, value));
    }

    /** The same with paymentMethodTypes: what may be stored. */
    public SetupIntentChanges withPaymentMethodTypes(List<PaymentMethodType> value) {
        return new SetupIntentChanges(members.with(PAYMENT_METHOD_TYPES, value));
    }

    /** The same with description: free. */
    public SetupIntentChanges withDescription(String value) {
        return new SetupIntentChanges(members.with(DESCRIPTION, value));
    }

    /** The same with these changes to metadata: a null value removes its key. */
    public SetupIntentChanges withMetadata(Map<String, ? extends @Nullable Object> value) {
        return new SetupIntentChanges(members.withPatch(METADATA, value));
    }
}
