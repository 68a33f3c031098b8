package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.shop.Customers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Alerts about abandoned checkouts (API reference B.28), one per session that was left: open, recovered once it was paid
 * after all, or expired. Nothing can dismiss an alert, because the API has no call for it.
 */
final class Abandonment {
    private static final List<String> STATUSES = List.of("open", "recovered", "expired", "dismissed");
    private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");

    /** The least cart values, in minor units, of the severities above low (inferred). */
    private static final long[] BOUNDS = {5_000, 20_000, 100_000};

    private static final int USUAL_DAYS = 30;

    private Abandonment() {}

    static Reply list(Call call) {
        String status = choice(call, "status", STATUSES);
        String severity = choice(call, "severity", SEVERITIES);
        List<ObjectNode> alerts = alerts(
                        call, new Span(Instant.EPOCH, call.work().now().plusMillis(1)))
                .stream()
                .filter(alert -> status == null || status.equals(Json.text(alert, "status")))
                .filter(alert -> severity == null || severity.equals(Json.text(alert, "severity")))
                .toList();
        return Reply.of(
                200, Paging.P12.under("alerts").answer(call, alerts.reversed(), "/analytics/checkout/abandonment"));
    }

    static Reply summary(Call call) {
        List<ObjectNode> alerts = alerts(call, Span.of(call, USUAL_DAYS));
        ObjectNode body = Json.object();
        ArrayNode summary = body.putArray("summary");
        for (String status : STATUSES) {
            for (String severity : SEVERITIES) {
                List<ObjectNode> here = alerts.stream()
                        .filter(alert -> status.equals(Json.text(alert, "status")))
                        .filter(alert -> severity.equals(Json.text(alert, "severity")))
                        .toList();
                if (!here.isEmpty()) {
                    summary.add(line(status, severity, here));
                }
            }
        }
        List<ObjectNode> open = with(alerts, "open");
        List<ObjectNode> recovered = with(alerts, "recovered");
        body.put("openAlerts", open.size()).put("recoveredThisPeriod", recovered.size());
        body.put("potentialRevenueLostCents", value(open) + value(with(alerts, "expired")));
        return Reply.of(200, body.put("recoveredRevenueCents", value(recovered)));
    }

    /** The alerts of sessions that were opened in a span, oldest first. */
    static List<ObjectNode> alerts(Call call, Span span) {
        List<ObjectNode> alerts = new ArrayList<>();
        for (ObjectNode session : Checkouts.within(call.work().tx(), span)) {
            Instant left = Checkouts.abandoned(session, call.work().now());
            if (left != null) {
                alerts.add(alert(call, session, left));
            }
        }
        return alerts;
    }

    /** An id that the same thing gets every time it is worked out. */
    static String id(String what, String of) {
        return UUID.nameUUIDFromBytes((what + " " + of).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The choice that a query parameter makes; null when it is absent, 400 when it is none. */
    static @Nullable String choice(Call call, String param, List<String> allowed) {
        String text = call.param(param);
        if (text != null && !allowed.contains(text)) {
            throw Refusal.invalid(param, param + " must be one of " + String.join(", ", allowed) + ".");
        }
        return text;
    }

    /** How many e-mails a customer was sent after a moment. */
    static long emails(Tx tx, @Nullable String customer, Instant after) {
        if (customer == null) {
            return 0;
        }
        long count = 0;
        for (ObjectNode thread : Query.of(Comms.THREAD)
                .where("customerId", customer)
                .where("channel", "email")
                .all(tx)) {
            count += Query.of(Comms.MESSAGE)
                    .where("threadId", Json.need(thread, "id"))
                    .since(after.toEpochMilli())
                    .count(tx);
        }
        return count;
    }

    private static ObjectNode alert(Call call, ObjectNode session, Instant left) {
        String customerId = Json.text(session, "customer_id");
        ObjectNode customer = call.work().find(Customers.CUSTOMER, customerId);
        boolean expired = "expired".equals(Json.text(session, "status"));
        long value = Json.whole(session, "amount_total");
        Checkouts.Step reached = Checkouts.reached(session);
        boolean attempted = Json.has(session, "payment_intent_id");
        ObjectNode alert = Json.object().put("id", id("abandonment", Json.need(session, "id")));
        alert.put("checkoutSessionId", Json.need(session, "id")).put("customerId", customerId);
        alert.put("customerEmail", customer == null ? null : Json.text(customer, "email"));
        alert.put("severity", severity(value));
        alert.put("status", Checkouts.completed(session) ? "recovered" : expired ? "expired" : "open");
        alert.put("cartValueCents", value).put("currency", Json.text(session, "currency"));
        alert.put("lastStepReached", reached.word()).put("enteredEmail", customer != null);
        alert.put("enteredPaymentInfo", attempted || Json.has(session, "selected_method"));
        alert.put("paymentAttempted", attempted);
        alert.put(
                "timeSpentSeconds",
                Duration.between(Checkouts.opened(session), left).toSeconds());
        alert.put("abandonedAt", Span.text(left)).put("detectedAt", Span.text(left));
        alert.put("recoveryEmailSent", emails(call.work().tx(), customerId, left) > 0);
        return alert.put("webhookNotified", expired);
    }

    private static ObjectNode line(String status, String severity, List<ObjectNode> alerts) {
        long emailed = alerts.stream()
                .filter(alert -> Json.yes(alert, "recoveryEmailSent"))
                .count();
        return Json.object()
                .put("status", status)
                .put("severity", severity)
                .put("alertCount", alerts.size())
                .put("totalCartValueCents", value(alerts))
                .put("avgCartValueCents", Math.round((double) value(alerts) / alerts.size()))
                .put("recoveryEmailsSent", emailed)
                .put("recoveredCount", status.equals("recovered") ? alerts.size() : 0);
    }

    private static List<ObjectNode> with(List<ObjectNode> alerts, String status) {
        return alerts.stream()
                .filter(alert -> status.equals(Json.text(alert, "status")))
                .toList();
    }

    private static long value(List<ObjectNode> alerts) {
        return alerts.stream()
                .mapToLong(alert -> Json.whole(alert, "cartValueCents"))
                .sum();
    }

    private static String severity(long value) {
        int severity = 0;
        while (severity < BOUNDS.length && value >= BOUNDS[severity]) {
            severity++;
        }
        return SEVERITIES.get(severity);
    }
}
