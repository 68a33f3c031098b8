package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.office.Takings.Taking;
import io.keentill.sandbox.recurring.Subscriptions;
import io.keentill.sandbox.shop.Customers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Customers who could be won back (API reference B.28): whose subscription was canceled, who left two checkouts or more,
 * or who have bought nothing for two months. Worth is the subscription's price, the carts, or the average purchase.
 */
final class Winback {
    private static final List<String> TYPES = List.of("cancelled_subscription", "repeat_abandoner", "lapsed_customer");
    private static final List<String> STATUSES = List.of("identified", "contacted", "converted", "declined", "expired");
    private static final Duration LAPSE = Duration.ofDays(60);
    private static final Duration LIFETIME = Duration.ofDays(180);

    private final Call call;
    private final Instant now;
    private final Map<String, List<Taking>> purchases = new HashMap<>();
    private final List<ObjectNode> opportunities = new ArrayList<>();

    private Winback(Call call) {
        this.call = call;
        now = call.work().now();
        for (Taking taking : Takings.all(tx())) {
            String customer = taking.customer();
            if (customer != null && taking.came()) {
                purchases.computeIfAbsent(customer, id -> new ArrayList<>()).add(taking);
            }
        }
    }

    static Reply list(Call call) {
        String type = Abandonment.choice(call, "type", TYPES);
        String status = Abandonment.choice(call, "status", STATUSES);
        long least = least(call);
        List<ObjectNode> chosen = new Winback(call)
                .all().stream()
                        .filter(each -> type == null || type.equals(Json.text(each, "opportunityType")))
                        .filter(each -> status == null || status.equals(Json.text(each, "status")))
                        .filter(each -> Json.whole(each, "potentialValueCents") >= least)
                        .toList();
        return Reply.of(200, Paging.P12.under("opportunities").answer(call, chosen, "/analytics/checkout/winback"));
    }

    static Reply summary(Call call) {
        List<ObjectNode> all = new Winback(call).all();
        ObjectNode body = Json.object().put("totalOpportunities", all.size());
        ObjectNode byType = body.putObject("byType");
        byType.put("cancelledSubscription", count(all, "opportunityType", "cancelled_subscription"));
        byType.put("repeatAbandoner", count(all, "opportunityType", "repeat_abandoner"));
        byType.put("lapsedCustomer", count(all, "opportunityType", "lapsed_customer"));
        ObjectNode byStatus = body.putObject("byStatus");
        STATUSES.forEach(status -> byStatus.put(status, count(all, "status", status)));
        long potential = all.stream()
                .mapToLong(each -> Json.whole(each, "potentialValueCents"))
                .sum();
        long recovered = all.stream()
                .filter(each -> "converted".equals(Json.text(each, "status")))
                .mapToLong(each -> Json.whole(each, "potentialValueCents"))
                .sum();
        body.put("totalPotentialValueCents", potential).put("recoveredValueCents", recovered);
        long converted = count(all, "status", "converted");
        return Reply.of(200, body.put("conversionRate", CheckoutFigures.percent(converted, all.size())));
    }

    private List<ObjectNode> all() {
        canceled();
        abandoners();
        lapsed();
        opportunities.sort(Comparator.comparing((ObjectNode each) -> Json.need(each, "lastActivityAt"))
                .reversed());
        return opportunities;
    }

    private void canceled() {
        for (ObjectNode subscription :
                Query.of(Recurring.SUBSCRIPTION).where("status", "canceled").all(tx())) {
            String at = Json.text(subscription, "canceled_at");
            String customer = Json.text(subscription, "customer_id");
            if (at != null && customer != null) {
                ObjectNode found = opportunity("cancelled_subscription", Json.need(subscription, "id"), customer);
                found.put("potentialValueCents", Subscriptions.periodAmount(subscription));
                found.put("currency", Json.text(subscription, "currency"));
                found.put("cancelReason", Json.text(subscription, "_cancel_reason"));
                ended(found, customer, Moments.of(at));
            }
        }
    }

    private void abandoners() {
        Map<String, List<ObjectNode>> left = new HashMap<>();
        for (ObjectNode alert : Abandonment.alerts(call, new Span(Instant.EPOCH, now.plusMillis(1)))) {
            String customer = Json.text(alert, "customerId");
            if (customer != null && !"recovered".equals(Json.text(alert, "status"))) {
                left.computeIfAbsent(customer, id -> new ArrayList<>()).add(alert);
            }
        }
        left.forEach((customer, alerts) -> {
            if (alerts.size() > 1) {
                ObjectNode found = opportunity("repeat_abandoner", customer, customer);
                found.put(
                        "potentialValueCents",
                        alerts.stream()
                                .mapToLong(alert -> Json.whole(alert, "cartValueCents"))
                                .sum());
                found.put("currency", Json.text(alerts.getLast(), "currency"));
                ended(found, customer, Moments.of(Json.need(alerts.getLast(), "abandonedAt")));
            }
        });
    }

    private void lapsed() {
        purchases.forEach((customer, takings) -> {
            List<Taking> byTime =
                    takings.stream().sorted(Comparator.comparing(Taking::at)).toList();
            for (int i = 0; i < byTime.size(); i++) {
                Instant last = byTime.get(i).at();
                Instant next = i + 1 < byTime.size() ? byTime.get(i + 1).at() : now;
                if (!next.isBefore(last.plus(LAPSE))) {
                    List<Taking> until = byTime.subList(0, i + 1);
                    ObjectNode found = opportunity("lapsed_customer", customer + " " + last, customer);
                    found.put("potentialValueCents", Math.round((double) Takings.net(until) / until.size()));
                    found.put("currency", Json.text(byTime.get(i).payment(), "currency"));
                    ended(found, customer, last);
                }
            }
        });
    }

    private ObjectNode opportunity(String type, String of, String customerId) {
        ObjectNode customer = call.work().find(Customers.CUSTOMER, customerId);
        ObjectNode found = Json.object().put("id", Abandonment.id(type, of)).put("customerId", customerId);
        found.put("customerEmail", customer == null ? null : Json.text(customer, "email"));
        return found.put("opportunityType", type).putNull("status").putNull("cancelReason");
    }

    /** Completes an opportunity whose customer was last active at {@code last}. */
    private void ended(ObjectNode found, String customer, Instant last) {
        List<Taking> own = purchases.getOrDefault(customer, List.of());
        List<Taking> before =
                own.stream().filter(taking -> !taking.at().isAfter(last)).toList();
        boolean again = own.size() > before.size();
        long emails = Abandonment.emails(tx(), customer, last);
        Instant expires = last.plus(LIFETIME);
        String open = emails > 0 ? "contacted" : "identified";
        found.put("status", again ? "converted" : now.isAfter(expires) ? "expired" : open);
        found.put("previousPurchasesCents", Takings.net(before)).put("lastActivityAt", Span.text(last));
        found.put("winbackEmailsSent", emails).putNull("specialOfferCode").putNull("specialOfferDiscount");
        found.put("createdAt", Span.text(last)).put("expiresAt", Span.text(expires));
        opportunities.add(found);
    }

    private Tx tx() {
        return call.work().tx();
    }

    private static long count(List<ObjectNode> all, String field, String value) {
        return all.stream().filter(each -> value.equals(Json.text(each, field))).count();
    }

    private static long least(Call call) {
        String text = call.param("minValueCents");
        if (text == null) {
            return 0;
        }
        if (!text.matches("\\d{1,15}")) {
            throw Refusal.invalid("minValueCents", "minValueCents must be a whole number of at least 0.");
        }
        return Long.parseLong(text);
    }
}
