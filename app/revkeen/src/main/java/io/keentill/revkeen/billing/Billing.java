package io.keentill.revkeen.billing;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** Billing utilities (section B.24). */
public final class Billing {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Billing(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /billing/preview}, scope billing:read, changes nothing; 400. */
    @Endpoint("POST /billing/preview")
    public ApiCall<BillingPreview> preview(BillingPreviewRequest request) {
        return caller.prepare("POST", Paths.of("billing", "preview"), Body.of(request), BillingPreview::read);
    }

    /** {@code GET /billing/intervals}, scope billing:read; 401. */
    @Endpoint("GET /billing/intervals")
    public Listing<IntervalOption> intervals() {
        return caller.list(Paths.of("billing", "intervals"), new Paths.Query(), Envelope.WHOLE, IntervalOption::read);
    }

    /** {@code GET /billing/anchor-rules}, scope billing:read; 401. */
    @Endpoint("GET /billing/anchor-rules")
    public Listing<AnchorRuleOption> anchorRules() {
        return caller.list(
                Paths.of("billing", "anchor-rules"), new Paths.Query(), Envelope.WHOLE, AnchorRuleOption::read);
    }
}
