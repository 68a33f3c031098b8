package io.keentill.sandbox.hooks;

import io.keentill.sandbox.api.Group;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.data.Work;
import java.util.List;

/** Events and the webhooks that tell of them (API reference B.26, B.27). */
public final class HooksGroup implements Group {
    @Override
    public List<Resource> resources() {
        return List.of(Events.events(), WebhookEndpoints.endpoints(), WebhookDeliveries.deliveries());
    }

    @Override
    public void tick(Work work) {
        WebhookDeliveries.forgetOld(work);
    }
}
