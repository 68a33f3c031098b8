package io.keentill.revkeen.schedules;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A phase of a schedule (section B.24).
 *
 * @param items what it sells
 * @param startDate UTC
 * @param endDate null when it is open
 * @param prorationBehavior how the change into it is charged
 * @param billingCycleAnchor what billing dates count from
 * @param defaultPaymentMethod pm_ id or uuid
 * @param collectionMethod how it is collected
 * @param coupon discount code
 * @param trialEnd null without a trial
 * @param metadata free
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SchedulePhase(
        List<SchedulePhaseItem> items,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable OpenEnum<PhaseProration> prorationBehavior,
        @Nullable String billingCycleAnchor,
        @Nullable String defaultPaymentMethod,
        @Nullable OpenEnum<CollectionMethod> collectionMethod,
        @Nullable String coupon,
        @Nullable Instant trialEnd,
        Map<String, Object> metadata,
        Map<String, Object> extra) {

    static SchedulePhase read(Fields f) {
        return new SchedulePhase(
                f.list("items", SchedulePhaseItem::read),
                f.time("start_date"),
                f.time("end_date"),
                f.word("proration_behavior", PhaseProration.class),
                f.text("billing_cycle_anchor"),
                f.text("default_payment_method"),
                f.word("collection_method", CollectionMethod.class),
                f.text("coupon"),
                f.time("trial_end"),
                f.map("metadata"),
                f.extra());
    }
}
