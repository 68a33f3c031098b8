package io.keentill.revkeen.contract;

import io.keentill.revkeen.events.Event;
import io.keentill.revkeen.events.EventQuery;
import java.util.List;

/** Events (section B.26). */
final class EventsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("GET /events", w -> {
                    w.order();
                    return w.client().events().list(EventQuery.any());
                }),
                on("GET /events", "with every filter", w -> {
                    String order = w.order().id();
                    return w.client()
                            .events()
                            .list(EventQuery.any()
                                    .withTypes("order.created,order.updated")
                                    .withOrderId(order)
                                    .withCreatedGte(w.now().minusSeconds(60))
                                    .withCreatedLte(w.now().plusSeconds(60)));
                }),
                on("GET /events/{id}", w -> w.client().events().get(event(w).id())),
                on("POST /events/{id}/resend", w -> w.client().events().resend(event(w).id())),
                on("POST /events/test", w -> w.client().events().test("order.created")));
    }

    private static Event event(World w) {
        w.order();
        return w.client()
                .events()
                .list(EventQuery.any())
                .firstPage()
                .orThrow()
                .items()
                .getFirst();
    }
}
