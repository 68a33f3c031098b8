package io.keentill.revkeen.webhooks;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /webhook-deliveries}. */
public final class WebhookDeliveryQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> ENDPOINT_ID = WIRE.member("endpoint_id");
    private static final Member<String> EVENT_ID = WIRE.member("event_id");
    private static final Member<DeliveryStatus> STATUS = WIRE.member("status");

    private WebhookDeliveryQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static WebhookDeliveryQuery any() {
        return new WebhookDeliveryQuery(Members.NONE);
    }

    /** The same with endpointId: to this endpoint. */
    public WebhookDeliveryQuery withEndpointId(String value) {
        return new WebhookDeliveryQuery(members.with(ENDPOINT_ID, value));
    }

    /** The same with eventId: of this event. */
    public WebhookDeliveryQuery withEventId(String value) {
        return new WebhookDeliveryQuery(members.with(EVENT_ID, value));
    }

    /** The same with status: only these. */
    public WebhookDeliveryQuery withStatus(DeliveryStatus value) {
        return new WebhookDeliveryQuery(members.with(STATUS, value));
    }
}
