package io.keentill.sandbox.money;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.Ledger.Account;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The states of a payment (API reference B.15, C.6) and what each change moves in the ledger. It knows nothing of
 * invoices: callers outside this package book through {@link io.keentill.sandbox.shop.Books}, which lets them follow.
 */
public final class Payments {
    /** The kind of stored payments. */
    public static final String PAYMENT = "payment";

    /** Money of a payment that a refund on its way, or a dispute, has a claim on. */
    static final String RESERVED = "_reserved_minor";

    private Payments() {}

    /** A payment that is captured at once. */
    public static ObjectNode captured(Work work, Movement moved, @Nullable ObjectNode invoice, ObjectNode metadata) {
        ObjectNode payment = draft(work, moved, invoice, metadata);
        payment.put("status", "succeeded").put("amount_captured", moved.amountMinor());
        payment.put("authorized_at", work.nowText()).put("captured_at", work.nowText());
        work.insert(PAYMENT, payment);
        ObjectNode sale = Transactions.sale(work, payment, "succeeded");
        Transactions.enter(work, sale, Account.CUSTOMERS, Ledger.holder(payment));
        EventLog.write(work, "payment.succeeded", payment);
        return payment;
    }

    /** A payment that is promised only: {@link #capture} takes it, {@link #release} gives the promise back. */
    public static ObjectNode authorised(Work work, Movement moved, @Nullable ObjectNode invoice, ObjectNode metadata) {
        ObjectNode payment = draft(work, moved, invoice, metadata);
        payment.put("status", "authorized").put("authorized_at", work.nowText());
        work.insert(PAYMENT, payment);
        Transactions.sale(work, payment, "pending");
        return payment;
    }

    /** A payment that the gateway declined. */
    public static ObjectNode failed(
            Work work, Movement tried, CardGateway.Declined why, @Nullable ObjectNode invoice, ObjectNode metadata) {
        ObjectNode payment = draft(work, tried, invoice, metadata);
        payment.put("status", "failed");
        payment.put("gateway_response_code", why.code()).put("gateway_response_text", why.message());
        work.insert(PAYMENT, payment);
        Transactions.sale(work, payment, "failed");
        ObjectNode told = payment.deepCopy();
        told.put("failure_code", why.code()).put("failure_message", why.message());
        EventLog.write(work, "payment.failed", told);
        return payment;
    }

    /** Takes {@code amountMinor} (1 to its amount) of an authorised payment; the rest of the promise ends. */
    public static void capture(Work work, ObjectNode payment, long amountMinor) {
        if (!promised(payment) || amountMinor < 1 || amountMinor > Json.whole(payment, "amount")) {
            throw new IllegalArgumentException("cannot capture " + amountMinor + " of " + payment);
        }
        payment.put("status", "captured").put("amount_captured", amountMinor).put("captured_at", work.nowText());
        saved(work, payment);
        Transactions.moved(work, Transactions.Type.CAPTURE, payment, amountMinor, Account.CUSTOMERS, Account.CLEARING);
        Transactions.follow(work, payment, "succeeded");
        EventLog.write(work, "payment.captured", payment);
    }

    /** Whether a payment is authorised and nobody is giving the authorisation back: it may be captured or released. */
    static boolean promised(ObjectNode payment) {
        return is(payment, "authorized") && !Json.yes(payment, "_void_on_its_way");
    }

    /** Gives a {@link #promised} payment back before anything was captured, and leaves the record of a void. */
    public static void release(Work work, ObjectNode payment) {
        if (!promised(payment)) {
            throw new IllegalArgumentException("cannot release " + payment);
        }
        long amount = Json.whole(payment, "amount");
        Reversals.happened(work, payment, amount, true, released(work, payment));
    }

    /** Gives an authorisation back; the movement's transaction. */
    static ObjectNode released(Work work, ObjectNode payment) {
        if (!is(payment, "authorized")) {
            throw new IllegalArgumentException("cannot release " + payment);
        }
        payment.put("status", "voided").put("voided_at", work.nowText());
        saved(work, payment);
        ObjectNode voided = Transactions.child(work, Transactions.Type.VOID, payment, Json.whole(payment, "amount"));
        Transactions.follow(work, payment, "voided");
        EventLog.write(work, "payment.voided", payment);
        return voided;
    }

    /** Gives {@code amountMinor} back, as a refund or as a void of the whole; the movement's transaction. */
    public static ObjectNode giveBack(Work work, ObjectNode payment, long amountMinor, boolean voided) {
        if (amountMinor < 1 || amountMinor > refundable(payment)) {
            throw new IllegalArgumentException("cannot give back " + amountMinor + " of " + payment);
        }
        long back = Json.whole(payment, "amount_refunded") + amountMinor;
        payment.put("amount_refunded", back);
        boolean all = back >= Json.whole(payment, "amount_captured");
        payment.put("status", voided ? "voided" : all ? "refunded" : "partially_refunded");
        payment.put(voided ? "voided_at" : "refunded_at", work.nowText());
        saved(work, payment);
        Transactions.Type type = voided ? Transactions.Type.VOID : Transactions.Type.REFUND;
        ObjectNode moved =
                Transactions.moved(work, type, payment, amountMinor, Ledger.holder(payment), Account.CUSTOMERS);
        Transactions.follow(work, payment, voided ? "voided" : "succeeded");
        EventLog.write(work, voided ? "payment.voided" : "payment.refunded", payment);
        return moved;
    }

    /** What can still be given back: captured, not given back, and not claimed by a refund or a dispute. */
    public static long refundable(ObjectNode payment) {
        if (is(payment, "voided")) {
            return 0;
        }
        return Json.whole(payment, "amount_captured")
                - Json.whole(payment, "amount_refunded")
                - Json.whole(payment, RESERVED);
    }

    /** Sets {@code amountMinor} of a payment aside for a refund on its way or a dispute; below zero frees it again. */
    static void reserve(Work work, ObjectNode payment, long amountMinor) {
        long reserved = Json.whole(payment, RESERVED) + amountMinor;
        if (reserved < 0 || amountMinor > refundable(payment)) {
            throw new IllegalArgumentException("cannot reserve " + amountMinor + " of " + payment);
        }
        payment.put(RESERVED, reserved);
        work.save(PAYMENT, payment);
    }

    /** Writes the refund or void down that a movement was, where a gateway made it. */
    public static void recordReversal(
            Work work, ObjectNode payment, long amountMinor, boolean voided, ObjectNode moved) {
        if (Json.has(payment, "gateway")) {
            Reversals.happened(work, payment, amountMinor, voided, moved);
        }
    }

    /** Stores a changed payment; its charge and its intent follow. */
    private static void saved(Work work, ObjectNode payment) {
        work.save(PAYMENT, payment);
        Charges.follow(work, payment);
        IntentMoney.follow(work, payment);
    }

    static boolean is(ObjectNode payment, String status) {
        return status.equals(Json.text(payment, "status"));
    }

    private static ObjectNode draft(Work work, Movement moved, @Nullable ObjectNode invoice, ObjectNode metadata) {
        ObjectNode payment = work.draft(PAYMENT);
        payment.put("invoice_id", invoice == null ? null : Json.need(invoice, "id"));
        String payer = invoice == null ? null : Json.text(invoice, "customer_uuid");
        payment.put("customer_id", payer == null ? moved.customerId() : payer);
        payment.put("status", "pending").put("currency", moved.currency()).put("amount", moved.amountMinor());
        payment.put("amount_captured", 0).put("amount_refunded", 0);
        payment.put("gateway", moved.gateway()).put("gateway_transaction_id", moved.reference());
        payment.putNull("gateway_response_code").putNull("gateway_response_text");
        payment.put("payment_method_type", moved.methodType()).put("card_brand", moved.cardBrand());
        payment.put("card_last_four", moved.lastFour()).put("payment_channel", moved.channel());
        payment.put("entry_mode", moved.entryMode()).put("_method_id", moved.methodId());
        payment.set("metadata", metadata);
        payment.put("created_at", work.nowText()).put("updated_at", work.nowText());
        payment.putNull("authorized_at").putNull("captured_at");
        return payment.putNull("voided_at").putNull("refunded_at");
    }
}
