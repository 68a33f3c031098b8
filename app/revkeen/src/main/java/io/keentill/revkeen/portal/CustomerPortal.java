package io.keentill.revkeen.portal;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** The customer portal (section B.23): sessions are opened with the shop's key, everything else is asked with a session's token. */
public final class CustomerPortal {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public CustomerPortal(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /customer-portal/sessions}, scope customers:write (inferred); 404. {@code ttlMinutes} 5 to 240, null for 60. */
    @Endpoint("POST /customer-portal/sessions")
    public ApiCall<PortalSession> openSession(String customerId, @Nullable Integer ttlMinutes) {
        return caller.prepare(
                "POST",
                Paths.of("customer-portal", "sessions"),
                new Body().put("customer_id", customerId).put("ttl_minutes", ttlMinutes),
                PortalSession::read);
    }

    /** The portal in the name of the customer whose session has this token; 401 once it has expired. */
    public PortalVisit as(String token) {
        return new PortalVisit(caller.bearer(token));
    }
}
