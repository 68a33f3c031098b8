package io.keentill.sandbox.online;

import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Group;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.data.Work;
import java.util.List;
import java.util.stream.Stream;

/** What customers meet online: payment links, checkout sessions, entitlements, their portal. */
public final class OnlineGroup implements Group {
    @Override
    public List<Resource> resources() {
        return List.of(PaymentLinks.links(), CheckoutSessions.sessions(), Entitlements.entitlements(), Portal.portal());
    }

    @Override
    public void tick(Work work) {
        PaymentLinks.advance(work);
        CheckoutSessions.advance(work);
    }

    @Override
    public List<Endpoint> controls() {
        return Stream.of(CheckoutControls.controls(), CompanionDevices.controls(), Benefits.controls())
                .flatMap(List::stream)
                .toList();
    }
}
