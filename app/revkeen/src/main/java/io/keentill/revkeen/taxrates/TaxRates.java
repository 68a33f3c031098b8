package io.keentill.revkeen.taxrates;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** Tax rates (section B.7). */
public final class TaxRates {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public TaxRates(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /tax-rates}, scope tax_rates:write; 400, 401. */
    @Endpoint("POST /tax-rates")
    public ApiCall<TaxRate> create(TaxRateRequest request) {
        return caller.prepare("POST", Paths.of("tax-rates"), Body.of(request), TaxRate::read);
    }

    /** {@code GET /tax-rates/{id}}, scope tax_rates:read; 404. */
    @Endpoint("GET /tax-rates/{id}")
    public ApiResult<TaxRate> get(String id) {
        return caller.get(Paths.of("tax-rates", id), TaxRate::read);
    }

    /** {@code GET /tax-rates}, scope tax_rates:read, newest first where stated; 401. */
    @Endpoint("GET /tax-rates")
    public Listing<TaxRate> list(TaxRateQuery filter) {
        return caller.list(Paths.of("tax-rates"), Paths.Query.of(filter), Envelope.CURSOR, TaxRate::read);
    }

    /** {@code PATCH /tax-rates/{id}}, scope tax_rates:write; 400, 401, 404. */
    @Endpoint("PATCH /tax-rates/{id}")
    public ApiCall<TaxRate> update(String id, TaxRateChanges changes) {
        return caller.prepare("PATCH", Paths.of("tax-rates", id), Body.of(changes), TaxRate::read);
    }

    /** {@code DELETE /tax-rates/{id}}, scope tax_rates:write; it stays, inactive; 401, 404. */
    @Endpoint("DELETE /tax-rates/{id}")
    public ApiCall<TaxRate> archive(String id) {
        return caller.prepare("DELETE", Paths.of("tax-rates", id), null, TaxRate::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public TaxRate parse(byte[] body) {
        return Caller.parse(body, TaxRate::read);
    }
}
