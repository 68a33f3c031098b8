package io.keentill.sandbox.money;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.Ledger.Account;
import io.keentill.sandbox.shop.Customers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * Disputes (API reference B.20, C.6). An opened one withholds its amount; won or withdrawn, the amount comes back as an
 * adjustment, lost it is the cardholder's. A warning withholds nothing until it is escalated. Without evidence a dispute
 * is lost three days after its due date (the sandbox's own rule).
 */
final class Disputes {
    static final String DISPUTE = "dispute";
    static final String NEEDS_EVIDENCE = "_needs_evidence";

    private static final String[] WAITING = {"needs_response", "warning_needs_response"};

    private static final Duration TIME_FOR_EVIDENCE = Duration.ofDays(7);
    private static final Duration GRACE = Duration.ofDays(3);

    private Disputes() {}

    /** Opens a dispute over {@code amountMinor} of a payment. */
    static ObjectNode open(Work work, ObjectNode payment, long amountMinor, ObjectNode why, boolean warning) {
        ObjectNode dispute = Json.object().put("id", work.ids().uuid());
        dispute.put("public_id", work.ids().prefixed("dsp_")).put("payment_id", Json.need(payment, "id"));
        dispute.put("parent_transaction_id", Json.need(payment, "id"));
        dispute.put("gateway", Json.need(payment, "gateway"))
                .put("gateway_dispute_id", work.ids().prefixed("gwd_"));
        Json.copy(payment, dispute, "gateway_transaction_id");
        dispute.put("amount_minor", amountMinor).put("currency", Json.need(payment, "currency"));
        Json.copy(why, dispute, "reason_code", "reason", "network_reason_code", "network_reason_description");
        ObjectNode customer = work.find(Customers.CUSTOMER, Json.text(payment, "customer_id"));
        dispute.put("customer_name", customer == null ? null : Json.text(customer, "name"));
        dispute.put("card_brand", Json.text(payment, "card_brand"));
        dispute.put("card_last4", Json.text(payment, "card_last_four"));
        dispute.put("evidence_due_by", moment(work.now().plus(TIME_FOR_EVIDENCE)));
        dispute.put("evidence_submitted", false).putNull("evidence_submitted_at");
        dispute.put("status", warning ? "warning_needs_response" : "needs_response");
        dispute.putNull("resolution").putNull("resolved_at");
        dispute.put("disputed_at", work.nowText()).put("created_at", work.nowText());
        work.insert(DISPUTE, dispute.put(NEEDS_EVIDENCE, true));
        Payments.reserve(work, payment, amountMinor);
        if (!warning) {
            withhold(work, payment, dispute);
        }
        EventLog.write(work, "dispute.created", dispute);
        EventLog.write(work, "payment.disputed", payment);
        return dispute;
    }

    /** The shop has sent evidence. */
    static void submit(Work work, ObjectNode dispute) {
        if (!waits(dispute)) {
            throw refused(dispute, "takes no evidence");
        }
        dispute.put("evidence_submitted", true).put("evidence_submitted_at", work.nowText());
        boolean warning = Payments.is(dispute, "warning_needs_response");
        update(work, dispute.put("status", warning ? "warning_needs_response" : "under_review"));
    }

    /** A warning becomes a dispute. */
    static void escalate(Work work, ObjectNode dispute) {
        if (!Payments.is(dispute, "warning_needs_response")) {
            throw refused(dispute, "is no warning");
        }
        dispute.put("status", "needs_response").put("evidence_submitted", false).putNull("evidence_submitted_at");
        dispute.put("evidence_due_by", moment(work.now().plus(TIME_FOR_EVIDENCE)));
        withhold(work, paymentOf(work, dispute), dispute);
        update(work, dispute);
    }

    /** Ends a dispute as won, lost or withdrawn; a warning can only be withdrawn. */
    static void resolve(Work work, ObjectNode dispute, String resolution) {
        boolean warning = Payments.is(dispute, "warning_needs_response");
        if (Json.has(dispute, "resolution") || (warning && !resolution.equals("withdrawn"))) {
            throw refused(dispute, "cannot be " + resolution);
        }
        ObjectNode payment = paymentOf(work, dispute);
        long amount = Json.whole(dispute, "amount_minor");
        boolean lost = resolution.equals("lost");
        if (!warning) {
            Account to = lost ? Account.CUSTOMERS : Account.CLEARING;
            Transactions.moved(work, Transactions.Type.ADJUSTMENT, payment, amount, Account.DISPUTES, to);
        }
        if (!lost) {
            Payments.reserve(work, payment, -amount);
        }
        dispute.put("status", warning ? "warning_closed" : lost ? "lost" : "won");
        dispute.put("resolution", resolution).put("resolved_at", work.nowText());
        work.save(DISPUTE, dispute.put(NEEDS_EVIDENCE, false));
        EventLog.write(work, "dispute.closed", dispute);
    }

    /** Ends what nobody answered in time. */
    static void advance(Work work) {
        Instant latest = work.now().minus(GRACE);
        for (ObjectNode dispute : Query.of(DISPUTE).whereIn("status", WAITING).all(work.tx())) {
            if (due(dispute).isBefore(latest)) {
                boolean warning = Payments.is(dispute, "warning_needs_response");
                resolve(work, dispute, warning ? "withdrawn" : "lost");
            }
        }
    }

    static boolean waits(ObjectNode dispute) {
        boolean open = Payments.is(dispute, WAITING[0]) || Payments.is(dispute, WAITING[1]);
        return open && !Json.yes(dispute, "evidence_submitted");
    }

    static Instant due(ObjectNode dispute) {
        return Instant.parse(Json.need(dispute, "evidence_due_by"));
    }

    private static void withhold(Work work, ObjectNode payment, ObjectNode dispute) {
        long amount = Json.whole(dispute, "amount_minor");
        Transactions.moved(work, Transactions.Type.DISPUTE, payment, amount, Account.CLEARING, Account.DISPUTES);
    }

    private static void update(Work work, ObjectNode dispute) {
        work.save(DISPUTE, dispute.put(NEEDS_EVIDENCE, waits(dispute)));
        EventLog.write(work, "dispute.updated", dispute);
    }

    private static ObjectNode paymentOf(Work work, ObjectNode dispute) {
        ObjectNode payment = work.find(Payments.PAYMENT, Json.need(dispute, "payment_id"));
        if (payment == null) {
            throw new IllegalStateException("dispute of no payment: " + Json.need(dispute, "id"));
        }
        return payment;
    }

    private static Refusal refused(ObjectNode dispute, String what) {
        return Refusal.notNow("A dispute that is " + Json.text(dispute, "status") + " " + what + ".");
    }

    private static String moment(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
