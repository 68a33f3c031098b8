package io.keentill.revkeen.analytics;

import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Figures about the shop (section B.28). Reads only; times are ISO date-times in UTC. */
public final class Analytics {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Analytics(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /analytics/revenue/mrr-summary}, scope analytics:read; {@code asOf} null for now; 401. */
    @Endpoint("GET /analytics/revenue/mrr-summary")
    public ApiResult<MrrSummary> mrrSummary(@Nullable Instant asOf) {
        return caller.get(Paths.of("analytics", "revenue", "mrr-summary"), asOf(asOf), MrrSummary::read);
    }

    /** {@code GET /analytics/revenue/time-series}, scope analytics:read; {@code granularity} null for months; 400, 401. */
    @Endpoint("GET /analytics/revenue/time-series")
    public ApiResult<RevenueSeries> revenueSeries(Instant start, Instant end, @Nullable Granularity granularity) {
        return caller.get(
                Paths.of("analytics", "revenue", "time-series"),
                between(start, end).put("granularity", granularity),
                RevenueSeries::read);
    }

    /** {@code GET /analytics/invoices/ar-aging}, scope analytics:read; {@code asOf} null for now; 401. */
    @Endpoint("GET /analytics/invoices/ar-aging")
    public ApiResult<ReceivablesAging> receivablesAging(@Nullable Instant asOf) {
        return caller.get(Paths.of("analytics", "invoices", "ar-aging"), asOf(asOf), ReceivablesAging::read);
    }

    /** {@code GET /analytics/collections/dso}, scope analytics:read; null for the usual period; 401. */
    @Endpoint("GET /analytics/collections/dso")
    public ApiResult<DaysSalesOutstanding> daysSalesOutstanding(@Nullable Instant start, @Nullable Instant end) {
        return caller.get(Paths.of("analytics", "collections", "dso"), between(start, end), DaysSalesOutstanding::read);
    }

    /** {@code GET /analytics/customers/ltv}, scope analytics:read; {@code topN} 1 to 100, null for the usual number; 401. */
    @Endpoint("GET /analytics/customers/ltv")
    public ApiResult<LifetimeValues> lifetimeValues(@Nullable Integer topN) {
        return caller.get(
                Paths.of("analytics", "customers", "ltv"), new Paths.Query().put("topN", topN), LifetimeValues::read);
    }

    /** {@code GET /analytics/customers/{customerId}}, scope analytics:read; 404. */
    @Endpoint("GET /analytics/customers/{customerId}")
    public ApiResult<CustomerFigures> customer(String customerId) {
        return caller.get(Paths.of("analytics", "customers", customerId), CustomerFigures::read);
    }

    /** {@code GET /analytics/payment-links/conversion}, scope analytics:read; null for the usual period; 401. */
    @Endpoint("GET /analytics/payment-links/conversion")
    public ApiResult<PaymentLinkConversion> paymentLinkConversion(@Nullable Instant start, @Nullable Instant end) {
        return caller.get(
                Paths.of("analytics", "payment-links", "conversion"), between(start, end), PaymentLinkConversion::read);
    }

    /** {@code GET /analytics/checkout/funnel}, scope analytics:read; null for the usual period; 401. */
    @Endpoint("GET /analytics/checkout/funnel")
    public ApiResult<CheckoutFunnel> checkoutFunnel(@Nullable Instant start, @Nullable Instant end) {
        return caller.get(Paths.of("analytics", "checkout", "funnel"), between(start, end), CheckoutFunnel::read);
    }

    /** {@code GET /analytics/checkout/abandonment/summary}, scope analytics:read; null for the usual period; 401. */
    @Endpoint("GET /analytics/checkout/abandonment/summary")
    public ApiResult<AbandonmentSummary> abandonmentSummary(@Nullable Instant start, @Nullable Instant end) {
        return caller.get(
                Paths.of("analytics", "checkout", "abandonment", "summary"),
                between(start, end),
                AbandonmentSummary::read);
    }

    /** {@code GET /analytics/checkout/abandonment}, scope analytics:read; 401. */
    @Endpoint("GET /analytics/checkout/abandonment")
    public Listing<AbandonedCheckout> abandonedCheckouts(AbandonmentQuery filter) {
        return caller.list(
                Paths.of("analytics", "checkout", "abandonment"),
                Paths.Query.ofIso(filter),
                Envelope.PAGE_SIZED.named("alerts"),
                AbandonedCheckout::read);
    }

    /** {@code GET /analytics/checkout/winback/summary}, scope analytics:read; 401. */
    @Endpoint("GET /analytics/checkout/winback/summary")
    public ApiResult<WinbackSummary> winbackSummary() {
        return caller.get(Paths.of("analytics", "checkout", "winback", "summary"), WinbackSummary::read);
    }

    /** {@code GET /analytics/checkout/winback}, scope analytics:read; 401. */
    @Endpoint("GET /analytics/checkout/winback")
    public Listing<WinbackOpportunity> winbackOpportunities(WinbackQuery filter) {
        return caller.list(
                Paths.of("analytics", "checkout", "winback"),
                Paths.Query.ofIso(filter),
                Envelope.PAGE_SIZED.named("opportunities"),
                WinbackOpportunity::read);
    }

    private static Paths.Query asOf(@Nullable Instant moment) {
        return new Paths.Query().put("asOfDate", iso(moment));
    }

    private static Paths.Query between(@Nullable Instant start, @Nullable Instant end) {
        return new Paths.Query().put("startDate", iso(start)).put("endDate", iso(end));
    }

    private static @Nullable String iso(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
