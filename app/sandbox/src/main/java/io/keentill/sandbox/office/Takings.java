package io.keentill.sandbox.office;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.shop.Books;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the shop took and gave back, at the moment it happened: one taking per payment with captured money, and one below
 * zero for each refund, void or dispute of it. Amounts of all currencies are added up as they are, because the figures
 * of the API name no currency.
 */
final class Takings {
    private static final Set<String> TAKEN = Set.of("captured", "succeeded", "partially_refunded", "refunded");
    private static final String TRANSACTION = "transaction";

    private Takings() {}

    /**
     * Money that came (above zero) or went (below zero).
     *
     * @param at when
     * @param amountMinor minor units
     * @param feeMinor what a gateway kept of it, minor units
     * @param payment the payment that it belongs to
     */
    record Taking(Instant at, long amountMinor, long feeMinor, ObjectNode payment) {
        boolean came() {
            return amountMinor > 0;
        }

        @Nullable
        String customer() {
            return Json.text(payment, "customer_id");
        }

        @Nullable
        String invoice() {
            return Json.text(payment, "invoice_id");
        }
    }

    /** All of them, by payment from the oldest. */
    static List<Taking> all(Tx tx) {
        Map<String, List<ObjectNode>> children = new HashMap<>();
        Map<String, Long> fees = new HashMap<>();
        for (ObjectNode transaction : Query.of(TRANSACTION).oldestFirst().all(tx)) {
            String parent = Json.text(transaction, "parent_transaction_id");
            fees.put(Json.need(transaction, "id"), Json.whole(transaction, "_fee"));
            if (parent != null && "succeeded".equals(Json.text(transaction, "status"))) {
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(transaction);
            }
        }
        List<Taking> takings = new ArrayList<>();
        for (ObjectNode payment : Query.of(Books.PAYMENT).oldestFirst().all(tx)) {
            long captured = captured(payment);
            if (captured > 0) {
                String id = Json.need(payment, "id");
                long fee = fees.getOrDefault(id, 0L);
                takings.add(new Taking(moment(payment, "captured_at"), captured, fee, payment));
                takings.addAll(gone(payment, children.getOrDefault(id, List.of())));
            }
        }
        return takings;
    }

    /** The takings from a moment (inclusive) to another (exclusive). */
    static List<Taking> within(List<Taking> all, Instant from, Instant to) {
        return all.stream()
                .filter(taking -> !taking.at().isBefore(from) && taking.at().isBefore(to))
                .toList();
    }

    /** What is left of what came after what went. */
    static long net(List<Taking> takings) {
        return takings.stream().mapToLong(Taking::amountMinor).sum();
    }

    private static long captured(ObjectNode payment) {
        long captured = Json.whole(payment, "amount_captured");
        boolean whole = !Json.has(payment, "amount_captured") && TAKEN.contains(Json.need(payment, "status"));
        return whole ? Json.whole(payment, "amount") : captured;
    }

    private static List<Taking> gone(ObjectNode payment, List<ObjectNode> children) {
        List<Taking> gone = new ArrayList<>();
        for (ObjectNode child : children) {
            long amount = switch (Json.need(child, "type")) {
                case "refund", "void", "dispute" -> -Json.whole(child, "amount");
                case "adjustment" -> Json.whole(child, "amount");
                default -> 0;
            };
            if (amount != 0) {
                gone.add(new Taking(moment(child, "created_at"), amount, Json.whole(child, "_fee"), payment));
            }
        }
        boolean untold = children.isEmpty() && Json.whole(payment, "amount_refunded") > 0;
        if (untold) {
            String when = Json.has(payment, "voided_at") ? "voided_at" : "refunded_at";
            gone.add(new Taking(moment(payment, when), -Json.whole(payment, "amount_refunded"), 0, payment));
        }
        return gone;
    }

    private static Instant moment(ObjectNode object, String field) {
        String text = Json.text(object, field);
        return Moments.of(text == null ? Json.need(object, "created_at") : text);
    }
}
