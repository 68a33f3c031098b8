package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How money that moved is written down: a payment (API reference B.15), then its invoice, then the orders that hang on
 * that invoice (C.1, C.3; the propagation itself is inferred).
 */
public final class Books {
    /** The kind of stored payments. */
    public static final String PAYMENT = "payment";

    private static final String PAID = "_paid_minor";
    private static final String REFUNDED = "_refunded_minor";

    /**
     * Money that moved.
     *
     * @param amountMinor positive
     * @param currency as the caller wrote it
     * @param gateway who carried it, null for none
     * @param reference the transaction's own id, null for none
     * @param methodType cash, card …
     * @param channel manual or card_present
     * @param cardBrand null without a card
     * @param lastFour null without a card
     * @param entryMode null without a card
     */
    public record Movement(
            long amountMinor,
            String currency,
            @Nullable String gateway,
            @Nullable String reference,
            String methodType,
            String channel,
            @Nullable String cardBrand,
            @Nullable String lastFour,
            @Nullable String entryMode) {}

    private Books() {}

    /** Writes a payment down and lets its invoice and orders follow. Never refuses: the money has moved. */
    public static ObjectNode record(Work work, Movement moved, @Nullable ObjectNode invoice, ObjectNode metadata) {
        ObjectNode payment = work.draft("payment");
        payment.put("invoice_id", invoice == null ? null : Json.need(invoice, "id"));
        payment.put("customer_id", invoice == null ? null : Json.text(invoice, "customer_uuid"));
        payment.put("status", "succeeded").put("currency", moved.currency()).put("amount", moved.amountMinor());
        payment.put("amount_captured", moved.amountMinor()).put("amount_refunded", 0);
        payment.put("gateway", moved.gateway()).put("gateway_transaction_id", moved.reference());
        payment.putNull("gateway_response_code").putNull("gateway_response_text");
        payment.put("payment_method_type", moved.methodType()).put("card_brand", moved.cardBrand());
        payment.put("card_last_four", moved.lastFour()).put("payment_channel", moved.channel());
        payment.put("entry_mode", moved.entryMode());
        payment.set("metadata", metadata);
        payment.put("created_at", work.nowText()).put("updated_at", work.nowText());
        payment.put("authorized_at", work.nowText()).put("captured_at", work.nowText());
        payment.putNull("voided_at").putNull("refunded_at");
        work.insert(PAYMENT, payment);
        EventLog.write(work, "payment.succeeded", payment);
        if (invoice != null) {
            invoice.put(PAID, Json.whole(invoice, PAID) + moved.amountMinor());
            settle(work, invoice);
        }
        return payment;
    }

    /** What can still be given back of a payment. */
    public static long refundable(ObjectNode payment) {
        boolean gone = "voided".equals(Json.text(payment, "status"));
        return gone ? 0 : Json.whole(payment, "amount") - Json.whole(payment, "amount_refunded");
    }

    /** Writes down that {@code amountMinor} of a payment went back, and lets its invoice and orders follow. */
    public static void giveBack(Work work, ObjectNode payment, long amountMinor, boolean voided) {
        long back = Json.whole(payment, "amount_refunded") + amountMinor;
        payment.put("amount_refunded", back);
        boolean all = back >= Json.whole(payment, "amount");
        payment.put("status", voided ? "voided" : all ? "refunded" : "partially_refunded");
        payment.put(voided ? "voided_at" : "refunded_at", work.nowText());
        work.save(PAYMENT, payment);
        EventLog.write(work, voided ? "payment.voided" : "payment.refunded", payment);
        ObjectNode invoice = work.find(Invoices.INVOICE, Json.text(payment, "invoice_id"));
        if (invoice != null) {
            invoice.put(REFUNDED, Json.whole(invoice, REFUNDED) + amountMinor);
            settle(work, invoice);
        }
    }

    /** What is still to pay on an invoice, never negative. */
    public static long due(ObjectNode invoice) {
        return Math.max(0, Json.whole(invoice, "total_minor") - Json.whole(invoice, PAID));
    }

    /** Whether any money was ever booked on an invoice. */
    static boolean hasPayments(ObjectNode invoice) {
        return Json.whole(invoice, PAID) > 0;
    }

    private static void settle(Work work, ObjectNode invoice) {
        String before = Json.need(invoice, "status");
        long paid = Json.whole(invoice, PAID);
        boolean allBack = paid > 0 && Json.whole(invoice, REFUNDED) >= paid;
        String after = allBack ? "refunded" : due(invoice) == 0 ? "paid" : "partially_paid";
        invoice.put("status", after);
        work.save(Invoices.INVOICE, invoice);
        boolean justPaid = after.equals("paid") && !before.equals("paid");
        String type = justPaid ? "invoice.paid" : allBack ? "invoice.refunded" : "invoice.updated";
        EventLog.write(work, type, invoice, Json.object().put("status", before));
        for (ObjectNode order : Query.of(Orders.ORDER)
                .where("invoice_id", Json.need(invoice, "id"))
                .oldestFirst()
                .all(work.tx())) {
            String was = Json.need(order, "status");
            follow(work, order, invoice);
            work.save(Orders.ORDER, order);
            boolean turned = "paid".equals(Json.text(order, "status")) && !was.equals("paid");
            EventLog.write(
                    work,
                    turned ? "order.paid" : "order.updated",
                    order,
                    Json.object().put("status", was));
        }
    }

    /** Brings an order's amounts and status up to its invoice's; a canceled order keeps its status. */
    static void follow(Work work, ObjectNode order, ObjectNode invoice) {
        long total = Json.whole(order, "total");
        long paid = Math.min(total, Json.whole(invoice, PAID));
        long refunded = Math.min(paid, Json.whole(invoice, REFUNDED));
        order.put("amount_paid", paid).put("amount_refunded", refunded).put("amount_due", total - paid);
        String status = Json.need(order, "status");
        if (status.equals("canceled") || !hasPayments(invoice)) {
            return;
        }
        if (refunded == paid && Json.whole(invoice, REFUNDED) > 0) {
            order.put("status", "refunded");
        } else if (paid < total) {
            order.put("status", "partially_paid");
        } else if (!status.equals("fulfilled")) {
            order.put("status", "paid");
        }
        if (paid == total && !Json.has(order, "paid_at")) {
            order.put("paid_at", work.nowText());
        }
    }
}
