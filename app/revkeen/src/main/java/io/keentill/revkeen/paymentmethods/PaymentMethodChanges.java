package io.keentill.revkeen.paymentmethods;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /payment-methods/{id}}; the card itself cannot change. */
public final class PaymentMethodChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<BillingDetailsRequest> BILLING_DETAILS = WIRE.member("billing_details");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private PaymentMethodChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static PaymentMethodChanges none() {
        return new PaymentMethodChanges(Members.NONE);
    }

    /** The same with billingDetails: whose it is. */
    public PaymentMethodChanges withBillingDetails(BillingDetailsRequest value) {
        return new PaymentMethodChanges(members.with(BILLING_DETAILS, value));
    }

    /** The same with billingDetails cleared. */
    public PaymentMethodChanges withoutBillingDetails() {
        return new PaymentMethodChanges(members.cleared(BILLING_DETAILS));
    }

    /** The same with these changes to metadata: a null value removes its key. */
    public PaymentMethodChanges withMetadata(Map<String, ? extends @Nullable Object> value) {
        return new PaymentMethodChanges(members.withPatch(METADATA, value));
    }
}
