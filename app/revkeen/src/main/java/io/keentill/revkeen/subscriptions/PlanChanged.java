package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a change of plan led to (section B.24).
 *
 * @param subscription as it is now
 * @param proration as the API computes it; untyped there
 * @param previousPlanId null when there was none
 * @param invoiceCreated whether it was invoiced at once
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PlanChanged(
        Subscription subscription,
        @Nullable Object proration,
        @Nullable String previousPlanId,
        boolean invoiceCreated,
        Map<String, Object> extra) {

    static PlanChanged read(Fields f) {
        return new PlanChanged(
                Subscription.read(f.needObject("subscription")),
                f.plain("proration"),
                f.text("previous_plan_id"),
                f.flagOr("invoice_created", false),
                f.extra());
    }
}
