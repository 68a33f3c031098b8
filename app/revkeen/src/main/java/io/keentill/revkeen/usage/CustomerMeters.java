package io.keentill.revkeen.usage;

import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import org.jspecify.annotations.Nullable;

/** What customers used (section B.25). */
public final class CustomerMeters {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public CustomerMeters(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /customer-meters}, scope usage:read; 400, 401. {@code meterId} null for all. */
    @Endpoint("GET /customer-meters")
    public Listing<CustomerMeter> list(String customerId, @Nullable String meterId) {
        return caller.list(
                Paths.of("customer-meters"),
                new Paths.Query().put("customer_id", customerId).put("meter_id", meterId),
                Envelope.WHOLE,
                CustomerMeter::read);
    }

    /** {@code GET /customer-meters/{customer_id}/{meter_id}}, scope usage:read; 401, 404. Zeros when nothing was used. */
    @Endpoint("GET /customer-meters/{customer_id}/{meter_id}")
    public ApiResult<CustomerMeter> get(String customerId, String meterId) {
        return caller.get(Paths.of("customer-meters", customerId, meterId), CustomerMeter::read);
    }
}
