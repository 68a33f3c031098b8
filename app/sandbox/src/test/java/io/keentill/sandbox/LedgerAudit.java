package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.data.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Compares what the API says about every object with what the ledger holds. One currency, at most a page of each. */
final class LedgerAudit {
    private static final List<String> NEVER_NEGATIVE =
            List.of("cash", "checks", "bank", "other", "payouts", "disputes", "fees");
    private static final Set<String> WITHHELD = Set.of("needs_response", "under_review");

    private final Shop shop;

    LedgerAudit(Shop shop) {
        this.shop = shop;
    }

    void check(String after) {
        JsonNode accounts = shop.admin.get("/accounts").json().path("GBP");
        List<JsonNode> payments = all("/payments");
        List<JsonNode> disputes = all("/disputes");
        List<JsonNode> payouts = all("/payouts");
        long total = 0;
        for (JsonNode amount : accounts) {
            total += amount.longValue();
        }
        assertThat(total).as("sum of the ledger after " + after).isZero();
        for (String account : NEVER_NEGATIVE) {
            assertThat(in(accounts, account)).as(account + " after " + after).isNotNegative();
        }
        long lost = sum(disputes, is("status", "lost"), "amount_minor");
        assertThat(-in(accounts, "customers"))
                .as("paid by customers after " + after)
                .isEqualTo(net(payments, any -> true) - lost);
        for (String tender : List.of("cash", "check", "other")) {
            assertThat(in(accounts, tender.equals("check") ? "checks" : tender))
                    .as(tender + " after " + after)
                    .isEqualTo(net(payments, is("payment_method_type", tender)));
        }
        assertThat(in(accounts, "disputes"))
                .as("withheld after " + after)
                .isEqualTo(sum(disputes, row -> WITHHELD.contains(Json.text(row, "status")), "amount_minor"));
        assertThat(in(accounts, "payouts"))
                .as("on its way to the bank after " + after)
                .isEqualTo(sum(payouts, is("status", "pending").or(is("status", "in_transit")), "net_amount_minor"));
        assertThat(in(accounts, "bank"))
                .as("bank after " + after)
                .isEqualTo(sum(payouts, is("status", "paid"), "net_amount_minor")
                        + net(payments, is("payment_method_type", "bank_transfer")));
        checkPayments(payments, after);
        checkOrders(payments, after);
        checkCharges(payments, after);
    }

    private void checkPayments(List<JsonNode> payments, String after) {
        Map<String, Long> back = new HashMap<>();
        Map<String, Long> asked = new HashMap<>();
        for (String list : List.of("/refunds", "/voids")) {
            for (JsonNode row : all(list)) {
                String payment = Json.need(row, "payment_id");
                String status = Json.need(row, "status");
                long amount = Json.whole(row, "amount_minor");
                if (status.equals("succeeded")) {
                    back.merge(payment, amount, Long::sum);
                }
                if (!status.equals("failed") && !status.equals("canceled")) {
                    asked.merge(payment, amount, Long::sum);
                }
            }
        }
        Map<String, Long> children = new HashMap<>();
        Map<String, Long> sales = new HashMap<>();
        for (JsonNode row : all("/transactions")) {
            String type = Json.need(row, "type");
            if (type.equals("refund") || type.equals("void")) {
                children.merge(Json.need(row, "parent_transaction_id"), Json.whole(row, "amount"), Long::sum);
            } else if (type.equals("sale")) {
                sales.put(Json.need(row, "id"), Json.whole(row, "amount_refunded"));
            }
        }
        for (JsonNode payment : payments) {
            String id = Json.need(payment, "id");
            long captured = Json.whole(payment, "amount_captured");
            long refunded = Json.whole(payment, "amount_refunded");
            String what = payment + " after " + after;
            assertThat(refunded).as(what).isBetween(0L, captured);
            assertThat(captured).as(what).isBetween(0L, Json.whole(payment, "amount"));
            assertThat(sales.get(id)).as("sale of " + what).isEqualTo(refunded);
            if (captured > 0) {
                assertThat(children.getOrDefault(id, 0L))
                        .as("movements of " + what)
                        .isEqualTo(refunded);
            }
            if (captured > 0 && Json.has(payment, "gateway")) {
                assertThat(back.getOrDefault(id, 0L)).as("reversals of " + what).isEqualTo(refunded);
                assertThat(asked.getOrDefault(id, 0L)).as("claims on " + what).isLessThanOrEqualTo(captured);
            }
        }
    }

    private void checkOrders(List<JsonNode> payments, String after) {
        for (JsonNode order : all("/orders")) {
            String invoice = Json.text(order, "invoice_id");
            if (invoice == null) {
                continue;
            }
            Predicate<JsonNode> mine = is("invoice_id", invoice);
            String what = order + " after " + after;
            assertThat(Json.whole(order, "amount_paid")).as(what).isEqualTo(sum(payments, mine, "amount_captured"));
            assertThat(Json.whole(order, "amount_refunded")).as(what).isEqualTo(sum(payments, mine, "amount_refunded"));
            assertThat(Json.whole(order, "amount_due"))
                    .as(what)
                    .isEqualTo(Json.whole(order, "total") - Json.whole(order, "amount_paid"))
                    .isNotNegative();
        }
    }

    private void checkCharges(List<JsonNode> payments, String after) {
        Map<String, JsonNode> byId = new HashMap<>();
        payments.forEach(payment -> byId.put(Json.need(payment, "id"), payment));
        for (JsonNode charge : all("/charges")) {
            JsonNode payment = byId.get(Json.need(charge, "id"));
            String what = charge + " after " + after;
            assertThat(Json.whole(charge, "amountCapturedMinor"))
                    .as(what)
                    .isEqualTo(Json.whole(payment, "amount_captured"));
            assertThat(Json.whole(charge, "amountRefundedMinor"))
                    .as(what)
                    .isEqualTo(Json.whole(payment, "amount_refunded"));
        }
    }

    private List<JsonNode> all(String list) {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode page = shop.api.get(list + "?limit=100").json();
        page.get("data").forEach(rows::add);
        assertThat(Json.yes(page, "has_more")).as(list + " fits on one page").isFalse();
        return rows;
    }

    private static Predicate<JsonNode> is(String field, String value) {
        return row -> value.equals(Json.text(row, field));
    }

    private static long in(JsonNode accounts, String account) {
        return accounts.path(account).asLong(0);
    }

    private static long net(List<JsonNode> payments, Predicate<JsonNode> which) {
        return sum(payments, which, "amount_captured") - sum(payments, which, "amount_refunded");
    }

    private static long sum(List<JsonNode> rows, Predicate<JsonNode> which, String field) {
        return rows.stream()
                .filter(which)
                .mapToLong(row -> Json.whole(row, field))
                .sum();
    }
}
