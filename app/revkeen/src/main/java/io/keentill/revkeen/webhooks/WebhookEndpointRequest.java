package io.keentill.revkeen.webhooks;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;

/** Body of {@code POST /webhook-endpoints}. */
public final class WebhookEndpointRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> URL = WIRE.member("url");
    private static final Member<List<String>> ENABLED_EVENTS = WIRE.member("enabled_events");
    private static final Member<String> DESCRIPTION = WIRE.member("description");

    private WebhookEndpointRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param url HTTPS in production
     * @param enabledEvents at least one: exact types, {@code invoice.*} or {@code *}
     */
    public static WebhookEndpointRequest of(String url, List<String> enabledEvents) {
        return new WebhookEndpointRequest(Members.NONE.with(URL, url).with(ENABLED_EVENTS, enabledEvents));
    }

    /** The same with description: up to 500 characters. */
    public WebhookEndpointRequest withDescription(String value) {
        return new WebhookEndpointRequest(members.with(DESCRIPTION, value));
    }
}
