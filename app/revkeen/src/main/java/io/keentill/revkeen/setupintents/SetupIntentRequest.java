package io.keentill.revkeen.setupintents;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import io.keentill.revkeen.paymentmethods.PaymentMethodType;
import java.util.List;
import java.util.Map;

/** Body of {@code POST /setup-intents}. */
public final class SetupIntentRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<List<PaymentMethodType>> PAYMENT_METHOD_TYPES = WIRE.member("payment_method_types");
    private static final Member<SetupUsage> USAGE = WIRE.member("usage");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private SetupIntentRequest(Members members) {
        super(members);
    }

    /** For a card, charged later without its owner. */
    public static SetupIntentRequest usual() {
        return new SetupIntentRequest(Members.NONE);
    }

    /** The same with customerId: uuid. */
    public SetupIntentRequest withCustomerId(String value) {
        return new SetupIntentRequest(members.with(CUSTOMER_ID, value));
    }

    /** The same with paymentMethodTypes: card unless said. */
    public SetupIntentRequest withPaymentMethodTypes(List<PaymentMethodType> value) {
        return new SetupIntentRequest(members.with(PAYMENT_METHOD_TYPES, value));
    }

    /** The same with usage: off_session unless said. */
    public SetupIntentRequest withUsage(SetupUsage value) {
        return new SetupIntentRequest(members.with(USAGE, value));
    }

    /** The same with description: free. */
    public SetupIntentRequest withDescription(String value) {
        return new SetupIntentRequest(members.with(DESCRIPTION, value));
    }

    /** The same with metadata: free. */
    public SetupIntentRequest withMetadata(Map<String, Object> value) {
        return new SetupIntentRequest(members.with(METADATA, value));
    }
}
