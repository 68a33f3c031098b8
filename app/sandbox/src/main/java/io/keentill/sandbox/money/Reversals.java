package io.keentill.sandbox.money;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Books;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Refunds and voids as records (API reference B.17, C.6). One that was asked for through the API is on its way for two
 * seconds, pending and then processing, with its amount set aside; one that a terminal or a charge made has happened
 * already. Money recorded by hand leaves no such record: no gateway is there to give it back.
 */
final class Reversals {
    static final String REFUND = "refund";
    static final String VOID = "void";

    private static final Duration ACCEPTED = Duration.ofSeconds(1);
    private static final Duration DONE = Duration.ofSeconds(2);

    private Reversals() {}

    /** The record of a reversal that has happened. */
    static void happened(Work work, ObjectNode payment, long amountMinor, boolean voided, ObjectNode moved) {
        ObjectNode record = draft(work, payment, amountMinor, voided, Json.object());
        record.put("_transaction_id", Json.need(moved, "id"));
        work.insert(voided ? VOID : REFUND, record);
        tell(work, record, voided, "created");
        succeed(work, record, voided);
    }

    /** Starts giving {@code amountMinor} of a captured payment back. */
    static ObjectNode refund(Work work, ObjectNode payment, long amountMinor, ObjectNode why) {
        ObjectNode record = draft(work, payment, amountMinor, false, why);
        work.insert(REFUND, record);
        Payments.reserve(work, payment, amountMinor);
        tell(work, record, false, "created");
        return record;
    }

    /** Starts undoing an unsettled payment, captured or authorised. */
    static ObjectNode undo(Work work, ObjectNode payment, ObjectNode why) {
        boolean promised = Payments.is(payment, "authorized");
        long amount = Json.whole(payment, promised ? "amount" : "amount_captured");
        ObjectNode record = draft(work, payment, amount, true, why);
        work.insert(VOID, record);
        if (promised) {
            payment.put("_void_on_its_way", true);
            work.save(Payments.PAYMENT, payment);
        } else {
            Payments.reserve(work, payment, amount);
        }
        tell(work, record, true, "created");
        return record;
    }

    /** Moves what is on its way as far as the clock says. */
    static void advance(Work work) {
        advance(work, false);
        advance(work, true);
    }

    private static void advance(Work work, boolean voided) {
        Query open = Query.of(voided ? VOID : REFUND).whereIn("status", "pending", "processing");
        for (ObjectNode record : open.oldestFirst().all(work.tx())) {
            Duration age = Duration.between(Instant.parse(Json.need(record, "created_at")), work.now());
            if (age.compareTo(ACCEPTED) >= 0 && Payments.is(record, "pending")) {
                record.put("status", "processing");
                work.save(voided ? VOID : REFUND, record);
                tell(work, record, voided, "updated");
            }
            if (age.compareTo(DONE) >= 0) {
                carryOut(work, record, voided);
            }
        }
    }

    /** Ends a reversal on its way as failed or canceled; 400 when it has ended already. */
    static void end(Work work, ObjectNode record, boolean voided, String status, String code, String reason) {
        if (!Payments.is(record, "pending") && !Payments.is(record, "processing")) {
            throw Refusal.notNow("It is " + Json.text(record, "status") + " and stays so.");
        }
        free(work, paymentOf(work, record), record);
        record.put("status", status).put("failure_code", code).put("failure_reason", reason);
        work.save(voided ? VOID : REFUND, record);
        tell(work, record, voided, status.equals("failed") ? "failed" : "updated");
    }

    private static void carryOut(Work work, ObjectNode record, boolean voided) {
        ObjectNode payment = paymentOf(work, record);
        if (voided && Settlement.settled(payment, work.now())) {
            end(work, record, true, "failed", "already_settled", "The payment has settled; refund it instead.");
            return;
        }
        free(work, payment, record);
        ObjectNode moved = Payments.is(payment, "authorized")
                ? Payments.released(work, payment)
                : Books.carryOut(work, payment, Json.whole(record, "amount_minor"), voided);
        record.put("_transaction_id", Json.need(moved, "id"));
        succeed(work, record, voided);
    }

    private static void free(Work work, ObjectNode payment, ObjectNode record) {
        if (Json.yes(payment, "_void_on_its_way")) {
            payment.remove("_void_on_its_way");
            work.save(Payments.PAYMENT, payment);
        } else {
            Payments.reserve(work, payment, -Json.whole(record, "amount_minor"));
        }
    }

    private static void succeed(Work work, ObjectNode record, boolean voided) {
        record.put("status", "succeeded").put(voided ? "voided_at" : "processed_at", work.nowText());
        record.put(voided ? "gateway_void_id" : "gateway_refund_id", work.ids().prefixed("gw_"));
        work.save(voided ? VOID : REFUND, record);
        tell(work, record, voided, "succeeded");
    }

    private static ObjectNode paymentOf(Work work, ObjectNode record) {
        ObjectNode payment = work.find(Payments.PAYMENT, Json.need(record, "payment_id"));
        if (payment == null) {
            throw new IllegalStateException("reversal of no payment: " + Json.need(record, "id"));
        }
        return payment;
    }

    private static ObjectNode draft(Work work, ObjectNode payment, long amountMinor, boolean voided, ObjectNode why) {
        ObjectNode record = Json.object().put("id", work.ids().uuid());
        record.put("public_id", work.ids().prefixed(voided ? "void_" : "ref_"));
        record.put("payment_id", Json.need(payment, "id")).put("parent_transaction_id", Json.need(payment, "id"));
        record.put("order_id", orderOf(work, payment)).put("gateway", Json.need(payment, "gateway"));
        record.putNull(voided ? "gateway_void_id" : "gateway_refund_id");
        record.put("amount_minor", amountMinor).put("currency", Json.need(payment, "currency"));
        Json.copy(why, record, "reason", voided ? "reason_code" : "reason_details");
        record.put("status", "pending").putNull("failure_reason").putNull("failure_code");
        record.putNull(voided ? "voided_at" : "processed_at");
        return record.put("created_at", work.nowText());
    }

    private static @Nullable String orderOf(Work work, ObjectNode payment) {
        String invoice = Json.text(payment, "invoice_id");
        return invoice == null ? null : Books.orderOn(work, invoice);
    }

    /** Voids have no event for being under way. */
    private static void tell(Work work, ObjectNode record, boolean voided, String what) {
        if (voided && what.equals("updated")) {
            return;
        }
        String name = voided ? VOID : REFUND;
        ObjectNode object = Json.object().put("id", Json.need(record, "id")).put("object", name);
        object.put("amount", Json.whole(record, "amount_minor"));
        Json.copy(record, object, "currency", "status", "payment_id", "reason");
        if (what.equals("failed")) {
            Json.copy(record, object, "failure_reason");
        }
        EventLog.write(work, name + "." + what, object);
    }
}
