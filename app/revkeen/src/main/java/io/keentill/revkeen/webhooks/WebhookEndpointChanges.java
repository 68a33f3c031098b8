package io.keentill.revkeen.webhooks;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;

/** Body of {@code PATCH /webhook-endpoints/{id}}. */
public final class WebhookEndpointChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> URL = WIRE.member("url");
    private static final Member<List<String>> ENABLED_EVENTS = WIRE.member("enabled_events");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<Boolean> ENABLED = WIRE.member("enabled");

    private WebhookEndpointChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static WebhookEndpointChanges none() {
        return new WebhookEndpointChanges(Members.NONE);
    }

    /** The same with url: HTTPS in production. */
    public WebhookEndpointChanges withUrl(String value) {
        return new WebhookEndpointChanges(members.with(URL, value));
    }

    /** The same with enabledEvents: exact types, {@code invoice.*} or {@code *}. */
    public WebhookEndpointChanges withEnabledEvents(List<String> value) {
        return new WebhookEndpointChanges(members.with(ENABLED_EVENTS, value));
    }

    /** The same with description: up to 500 characters, clearable. */
    public WebhookEndpointChanges withDescription(String value) {
        return new WebhookEndpointChanges(members.with(DESCRIPTION, value));
    }

    /** The same with description cleared. */
    public WebhookEndpointChanges withoutDescription() {
        return new WebhookEndpointChanges(members.cleared(DESCRIPTION));
    }

    /** The same with enabled: whether it gets deliveries. */
    public WebhookEndpointChanges withEnabled(Boolean value) {
        return new WebhookEndpointChanges(members.with(ENABLED, value));
    }
}
