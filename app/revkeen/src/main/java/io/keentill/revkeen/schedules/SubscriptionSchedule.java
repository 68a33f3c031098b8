package io.keentill.revkeen.schedules;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan of how a subscription changes over time (section B.24).
 *
 * @param id sub_sched_…
 * @param status see C.6
 * @param customer uuid
 * @param subscription null until there is one
 * @param currentPhase null unless active
 * @param phases in order
 * @param endBehavior what follows the last
 * @param releasedAt null unless released
 * @param releasedSubscription null unless released
 * @param metadata free
 * @param created UTC
 * @param livemode real money
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SubscriptionSchedule(
        String id,
        OpenEnum<ScheduleStatus> status,
        @Nullable String customer,
        @Nullable String subscription,
        @Nullable ScheduleSpan currentPhase,
        List<SchedulePhase> phases,
        @Nullable OpenEnum<ScheduleEnd> endBehavior,
        @Nullable Instant releasedAt,
        @Nullable String releasedSubscription,
        Map<String, Object> metadata,
        @Nullable Instant created,
        boolean livemode,
        Map<String, Object> extra) {

    static SubscriptionSchedule read(Fields f) {
        return new SubscriptionSchedule(
                f.needText("id"),
                f.needWord("status", ScheduleStatus.class),
                f.text("customer"),
                f.text("subscription"),
                ScheduleSpan.readOrNull(f.object("current_phase")),
                f.list("phases", SchedulePhase::read),
                f.word("end_behavior", ScheduleEnd.class),
                f.time("released_at"),
                f.text("released_subscription"),
                f.map("metadata"),
                f.time("created"),
                f.flagOr("livemode", false),
                f.extra());
    }
}
