package io.keentill.revkeen.contract;

import io.keentill.revkeen.billing.BillingInterval;
import io.keentill.revkeen.billing.BillingPreviewRequest;
import java.util.List;

/** Billing utilities (section B.24). */
final class BillingContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "POST /billing/preview",
                        w -> w.client().billing().preview(BillingPreviewRequest.of(BillingInterval.MONTH))),
                on(
                        "POST /billing/preview",
                        "with every member",
                        w -> w.client()
                                .billing()
                                .preview(BillingPreviewRequest.of(BillingInterval.QUARTER)
                                        .withIntervalCount(1L)
                                        .withBillingAnchorRule("day_of_month")
                                        .withBillingAnchorDay(15L)
                                        .withStartsAt(w.now())
                                        .withFirstChargeBehavior("immediate")
                                        .withTrialDays(7L)
                                        .withEndBehavior("fixed_payments")
                                        .withMaxPayments(4L)
                                        .withAmountMinor(900L)
                                        .withCurrency("GBP")
                                        .withPreviewCount(3L)
                                        .withTimezone("Europe/London"))),
                on("GET /billing/intervals", w -> w.client().billing().intervals()),
                on("GET /billing/anchor-rules", w -> w.client().billing().anchorRules()));
    }
}
