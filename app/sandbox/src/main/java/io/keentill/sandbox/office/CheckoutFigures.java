package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How checkouts and payment links do (API reference B.28), in camelCase. Rates are percentages. */
final class CheckoutFigures {
    private static final int USUAL_DAYS = 30;

    private CheckoutFigures() {}

    /** Checkout: funnel, conversion of payment links, abandonment, win-back. */
    static Resource figures() {
        return Resource.of("checkout figures", "/analytics/checkout")
                .scopes("analytics")
                .endpoint("GET", "/analytics/payment-links/conversion", Shape.EMPTY, CheckoutFigures::links)
                .endpoint("GET", "/analytics/checkout/funnel", Shape.EMPTY, CheckoutFigures::funnel)
                .endpoint("GET", "/analytics/checkout/abandonment/summary", Shape.EMPTY, Abandonment::summary)
                .endpoint("GET", "/analytics/checkout/abandonment", Shape.EMPTY, Abandonment::list)
                .endpoint("GET", "/analytics/checkout/winback/summary", Shape.EMPTY, Winback::summary)
                .endpoint("GET", "/analytics/checkout/winback", Shape.EMPTY, Winback::list);
    }

    private static Reply funnel(Call call) {
        Span span = Span.of(call, USUAL_DAYS);
        List<ObjectNode> sessions = Checkouts.within(call.work().tx(), span);
        long completed = sessions.stream().filter(Checkouts::completed).count();
        ObjectNode body = Json.object().put("startDate", Span.text(span.from()));
        body.put("endDate", Span.text(span.to())).put("totalSessions", sessions.size());
        body.put("completedSessions", completed).put("overallConversionRate", percent(completed, sessions.size()));
        ArrayNode steps = body.putArray("steps");
        for (Checkouts.Step step : Checkouts.Step.values()) {
            steps.add(step(step, sessions, call.work().now()));
        }
        return Reply.of(200, body);
    }

    private static ObjectNode step(Checkouts.Step step, List<ObjectNode> all, Instant now) {
        List<ObjectNode> here = all.stream()
                .filter(session -> Checkouts.reached(session).compareTo(step) >= 0)
                .toList();
        List<ObjectNode> left = here.stream()
                .filter(session -> Checkouts.reached(session) == step && step != Checkouts.Step.COMPLETED)
                .filter(session -> Checkouts.abandoned(session, now) != null)
                .toList();
        long known = here.stream()
                .map(session -> Json.text(session, "customer_id"))
                .filter(Objects::nonNull)
                .distinct()
                .count();
        long anonymous = here.stream()
                .filter(session -> !Json.has(session, "customer_id"))
                .count();
        return Json.object()
                .put("stepNumber", step.number())
                .put("stepName", step.word())
                .put("sessions", here.size())
                .put("uniqueCustomers", known)
                .put("uniqueAnonymous", anonymous)
                .put("totalEvents", here.size())
                .put("avgTimeOnPageSeconds", averageSeconds(here))
                .put("exits", left.size())
                .put("dropOffRate", percent(left.size(), here.size()));
    }

    /** From opening to closing on average, over the sessions that closed. */
    private static long averageSeconds(List<ObjectNode> sessions) {
        return Math.round(sessions.stream()
                .filter(session -> Checkouts.closed(session) != null)
                .mapToLong(session -> Duration.between(
                                Checkouts.opened(session), Objects.requireNonNull(Checkouts.closed(session)))
                        .toSeconds())
                .average()
                .orElse(0));
    }

    private static Reply links(Call call) {
        Span span = Span.of(call, USUAL_DAYS);
        Tx tx = call.work().tx();
        List<ObjectNode> visits = Checkouts.within(tx, span).stream()
                .filter(session -> Json.has(session, "_payment_link_id"))
                .toList();
        List<ObjectNode> paid = visits.stream().filter(Checkouts::completed).toList();
        long revenue = paid.stream()
                .mapToLong(session -> Json.whole(session, "amount_total"))
                .sum();
        long links = Query.of("payment_link").before(span.to().toEpochMilli()).count(tx);
        ObjectNode body = Json.object().put("totalLinks", links).put("viewCount", visits.size());
        body.put("conversionCount", paid.size()).put("conversionRate", percent(paid.size(), visits.size()));
        body.put("totalRevenue", revenue);
        return Reply.of(
                200,
                body.put(
                        "avgRevenuePerConversion",
                        paid.isEmpty() ? 0 : RevenueFigures.rounded((double) revenue / paid.size())));
    }

    /** A share in percent with two decimals; 0 of nothing. */
    static double percent(long part, long whole) {
        return whole == 0 ? 0 : RevenueFigures.rounded(100.0 * part / whole);
    }
}
