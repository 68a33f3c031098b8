package io.keentill.sandbox.money;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ObjectNode;

/** The calls for disputes (API reference B.20), which can only be read, and the controls that bring them about. */
final class DisputeCalls {
    private static final String[] OPEN_FIELDS = {
        "id",
        "public_id",
        "payment_id",
        "parent_transaction_id",
        "gateway",
        "amount_minor",
        "currency",
        "reason",
        "customer_name",
        "card_brand",
        "card_last4",
        "evidence_due_by"
    };

    private static final Shape NEW_DISPUTE = Shape.of(
            uuid("payment_id").must(),
            whole("amount_minor", 1),
            flag("warning").or(false),
            text("reason", 255).or("fraudulent"),
            text("reason_code", 50),
            text("network_reason_code", 50),
            text("network_reason_description", 255));

    private DisputeCalls() {}

    static Resource disputes() {
        Resource disputes =
                Resource.of(Disputes.DISPUTE, "/disputes").scopes("disputes").publicIds();
        return disputes.list(
                        Paging.P9,
                        Filter.choice(
                                "status",
                                "needs_response",
                                "under_review",
                                "won",
                                "lost",
                                "warning_closed",
                                "warning_needs_response"),
                        Filter.choice("resolution", "won", "lost", "withdrawn"),
                        Filter.equal("payment_id"),
                        Filter.equal("gateway"),
                        Filter.madeAfter("disputed_after"),
                        Filter.madeBefore("disputed_before"),
                        Filter.flag("needs_evidence", Disputes.NEEDS_EVIDENCE))
                .endpoint("GET", "/disputes/open", Shape.EMPTY, DisputeCalls::open)
                .endpoint("GET", "/disputes/{id}", Shape.EMPTY, call -> {
                    ObjectNode dispute = disputes.found(call);
                    return disputes.single(
                            200,
                            call,
                            timed(dispute.deepCopy(), dispute, call.work().now()));
                });
    }

    /** Opening, answering, escalating and resolving a dispute. */
    static List<Endpoint> controls() {
        Shape resolution =
                Shape.of(choice("resolution", "won", "lost", "withdrawn").must());
        return List.of(
                Controls.control("POST", "/disputes", NEW_DISPUTE, DisputeCalls::start),
                changing("evidence", Shape.EMPTY, (call, dispute) -> Disputes.submit(call.work(), dispute)),
                changing("escalate", Shape.EMPTY, (call, dispute) -> Disputes.escalate(call.work(), dispute)),
                changing("resolve", resolution, (call, dispute) -> {
                    Disputes.resolve(call.work(), dispute, Json.need(call.input(), "resolution"));
                }));
    }

    private static Endpoint changing(String name, Shape shape, BiConsumer<Call, ObjectNode> change) {
        return Controls.control("POST", "/disputes/{id}/" + name, shape, call -> {
            ObjectNode dispute = disputes().found(call);
            change.accept(call, dispute);
            return disputes().single(200, call, dispute);
        });
    }

    private static Reply start(Call call) {
        String id = Json.need(call.input(), "payment_id");
        ObjectNode payment = call.work().find(Payments.PAYMENT, id);
        if (payment == null || !Json.has(payment, "gateway")) {
            throw Refusal.invalid("payment_id", "No such payment through a gateway: " + id + ".");
        }
        long left = Payments.refundable(payment);
        long amount = call.input().has("amount_minor") ? Json.whole(call.input(), "amount_minor") : left;
        if (left == 0 || amount > left) {
            throw Refusal.invalid("amount_minor", "Only " + left + " of this payment can be disputed.");
        }
        boolean warning = Json.yes(call.input(), "warning");
        ObjectNode dispute = Disputes.open(call.work(), payment, amount, call.input(), warning);
        return disputes().single(201, call, dispute);
    }

    private static Reply open(Call call) {
        Instant now = call.work().now();
        List<ObjectNode> open = Query.of(Disputes.DISPUTE)
                .whereIn("status", "needs_response", "warning_needs_response", "under_review")
                .all(call.work().tx())
                .stream()
                .sorted(Comparator.comparing((ObjectNode dispute) -> !Disputes.waits(dispute))
                        .thenComparing(Disputes::due))
                .toList();
        List<ObjectNode> rows = open.stream().map(dispute -> row(dispute, now)).toList();
        ObjectNode body = Paging.P14_OPEN.answer(call, rows, "/disputes/open");
        long overdue = open.stream().filter(dispute -> overdue(dispute, now)).count();
        body.putObject("meta").put("total_open", open.size()).put("overdue_count", overdue);
        return Reply.of(200, body);
    }

    private static ObjectNode row(ObjectNode dispute, Instant now) {
        ObjectNode row = Json.object();
        Json.copy(dispute, row, OPEN_FIELDS);
        timed(row, dispute, now);
        return row.put("disputed_at", Json.need(dispute, "disputed_at"));
    }

    /** Adds how long there is left for evidence: whole days begun, below zero when overdue, null when none is due. */
    private static ObjectNode timed(ObjectNode row, ObjectNode dispute, Instant now) {
        if (Disputes.waits(dispute)) {
            long hours = ChronoUnit.HOURS.between(now, Disputes.due(dispute));
            row.put("days_until_due", Math.floorDiv(hours, 24));
        } else {
            row.putNull("days_until_due");
        }
        return row.put("is_overdue", overdue(dispute, now));
    }

    private static boolean overdue(ObjectNode dispute, Instant now) {
        return Disputes.waits(dispute) && Disputes.due(dispute).isBefore(now);
    }
}
