package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.Group;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.data.Work;
import java.util.List;
import java.util.stream.Stream;

/** Everything that comes back each period: subscriptions, their schedules, and metered usage (B.24, B.25). */
public final class RecurringGroup implements Group {
    @Override
    public List<Resource> resources() {
        return Stream.concat(
                        Stream.of(
                                Subscriptions.subscriptions(),
                                SubscriptionItems.items(),
                                SubscriptionSchedules.schedules(),
                                Meters.meters(),
                                UsageEvents.usageEvents(),
                                UsageBalance.balance(),
                                CustomerMeters.customerMeters()),
                        BillingUtilities.resources().stream())
                .toList();
    }

    @Override
    public void tick(Work work) {
        Timeline.run(work);
    }
}
