package io.keentill.revkeen.contract;

import io.keentill.revkeen.analytics.AbandonmentQuery;
import io.keentill.revkeen.analytics.AbandonmentStatus;
import io.keentill.revkeen.analytics.Analytics;
import io.keentill.revkeen.analytics.Granularity;
import io.keentill.revkeen.analytics.OpportunityStatus;
import io.keentill.revkeen.analytics.OpportunityType;
import io.keentill.revkeen.analytics.WinbackQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Figures (section B.28). */
final class AnalyticsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("GET /analytics/revenue/mrr-summary", w -> {
                    subscription(w);
                    return analytics(w).mrrSummary(null);
                }),
                on(
                        "GET /analytics/revenue/mrr-summary",
                        "of a day",
                        w -> analytics(w).mrrSummary(w.now().minus(Duration.ofDays(1)))),
                on("GET /analytics/revenue/time-series", w -> {
                    w.paidInvoice();
                    return analytics(w).revenueSeries(yesterday(w), tomorrow(w), Granularity.DAY);
                }),
                on(
                        "GET /analytics/revenue/time-series",
                        "of months",
                        w -> analytics(w).revenueSeries(yesterday(w), tomorrow(w), null)),
                on("GET /analytics/invoices/ar-aging", w -> {
                    w.openInvoice();
                    return analytics(w).receivablesAging(w.now());
                }),
                on("GET /analytics/collections/dso", w -> {
                    w.paidInvoice();
                    return analytics(w).daysSalesOutstanding(yesterday(w), tomorrow(w));
                }),
                on(
                        "GET /analytics/collections/dso",
                        "of the usual period",
                        w -> analytics(w).daysSalesOutstanding(null, null)),
                on("GET /analytics/customers/ltv", w -> {
                    w.paidInvoice();
                    return analytics(w).lifetimeValues(5);
                }),
                on(
                        "GET /analytics/customers/{customerId}",
                        w -> analytics(w).customer(w.paidInvoice().customerUuid())),
                on(
                        "GET /analytics/payment-links/conversion",
                        w -> analytics(w).paymentLinkConversion(yesterday(w), tomorrow(w))),
                on("GET /analytics/checkout/funnel", w -> {
                    abandon(w);
                    return analytics(w).checkoutFunnel(yesterday(w), tomorrow(w));
                }),
                on("GET /analytics/checkout/abandonment/summary", w -> {
                    abandon(w);
                    return analytics(w).abandonmentSummary(yesterday(w), tomorrow(w));
                }),
                on("GET /analytics/checkout/abandonment", w -> {
                    abandon(w);
                    return analytics(w).abandonedCheckouts(AbandonmentQuery.any());
                }),
                on("GET /analytics/checkout/abandonment", "only open ones", w -> {
                    abandon(w);
                    return analytics(w)
                            .abandonedCheckouts(AbandonmentQuery.any().withStatus(AbandonmentStatus.OPEN));
                }),
                on("GET /analytics/checkout/winback/summary", w -> {
                    lose(w);
                    return analytics(w).winbackSummary();
                }),
                on("GET /analytics/checkout/winback", w -> {
                    lose(w);
                    return analytics(w).winbackOpportunities(WinbackQuery.any());
                }),
                on("GET /analytics/checkout/winback", "with every filter", w -> {
                    lose(w);
                    return analytics(w)
                            .winbackOpportunities(WinbackQuery.any()
                                    .withType(OpportunityType.CANCELLED_SUBSCRIPTION)
                                    .withStatus(OpportunityStatus.IDENTIFIED)
                                    .withMinValueCents(1L));
                }));
    }

    private static Analytics analytics(World w) {
        return w.client().analytics();
    }

    private static Instant yesterday(World w) {
        return w.now().minus(Duration.ofDays(1));
    }

    private static Instant tomorrow(World w) {
        return w.now().plus(Duration.ofDays(1));
    }

    /** A checkout that nobody pays. */
    private static void abandon(World w) {
        String body = "{'invoiceId':'%s','successUrl':'https://shop.example/done'}";
        Raw.post(w, "/checkout-sessions", body.formatted(w.openInvoice().id()));
        w.pass(Duration.ofHours(1));
    }

    private static String subscription(World w) {
        String body = "{'customerId':'%s','productId':'%s'}";
        return Raw.post(
                w,
                "/subscriptions",
                body.formatted(w.customer().id(), w.product().id()));
    }

    /** A subscription that is cancelled. */
    private static void lose(World w) {
        Raw.post(w, "/subscriptions/" + subscription(w) + "/cancel", "{'mode':'immediately','reason':'too dear'}");
        w.pass(Duration.ofHours(1));
    }
}
