package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.CardGateway.Declined;
import io.keentill.sandbox.money.Movement;
import io.keentill.sandbox.money.Payments;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one way to write money down: a payment (API reference B.15) with its transaction and its entry in the ledger, then
 * its invoice, then the orders that hang on that invoice (C.1, C.3; the propagation itself is inferred).
 */
public final class Books {
    /** The kind of stored payments. */
    public static final String PAYMENT = Payments.PAYMENT;

    private static final String PAID = "_paid_minor";
    private static final String REFUNDED = "_refunded_minor";

    private Books() {}

    /** Writes a captured payment down and lets its invoice and orders follow. Never refuses: the money has moved. */
    public static ObjectNode record(Work work, Movement moved, @Nullable ObjectNode invoice, ObjectNode metadata) {
        ObjectNode payment = Payments.captured(work, moved, invoice, metadata);
        paid(work, invoice, moved.amountMinor());
        return payment;
    }

    /** Writes a payment down that is authorised only: the invoice follows when it is captured. */
    public static ObjectNode authorise(Work work, Movement moved, @Nullable ObjectNode invoice, ObjectNode metadata) {
        return Payments.authorised(work, moved, invoice, metadata);
    }

    /** Writes a declined payment down. To be kept, the request must be answered, not refused. */
    public static ObjectNode fail(
            Work work, Movement tried, Declined why, @Nullable ObjectNode invoice, ObjectNode metadata) {
        if (invoice != null) {
            EventLog.write(work, "invoice.payment_failed", invoice);
        }
        return Payments.failed(work, tried, why, invoice, metadata);
    }

    /** Captures 1 to all of an authorised payment, and lets its invoice and orders follow. */
    public static void capture(Work work, ObjectNode payment, long amountMinor) {
        Payments.capture(work, payment, amountMinor);
        paid(work, invoiceOf(work, payment), amountMinor);
    }

    /** What can still be given back of a payment, in minor units. */
    public static long refundable(ObjectNode payment) {
        return Payments.refundable(payment);
    }

    /**
     * Writes down that {@code amountMinor} (1 to {@link #refundable}) of a payment went back, and lets its invoice and
     * orders follow; the movement's transaction.
     */
    public static ObjectNode giveBack(Work work, ObjectNode payment, long amountMinor, boolean voided) {
        ObjectNode moved = carryOut(work, payment, amountMinor, voided);
        Payments.recordReversal(work, payment, amountMinor, voided, moved);
        return moved;
    }

    /** As {@link #giveBack} for a refund or void that has a record already. */
    public static ObjectNode carryOut(Work work, ObjectNode payment, long amountMinor, boolean voided) {
        ObjectNode moved = Payments.giveBack(work, payment, amountMinor, voided);
        ObjectNode invoice = invoiceOf(work, payment);
        if (invoice != null) {
            invoice.put(REFUNDED, Json.whole(invoice, REFUNDED) + amountMinor);
            settle(work, invoice);
        }
        return moved;
    }

    /** The id of an order on this invoice, or null. */
    public static @Nullable String orderOn(Work work, String invoice) {
        return Query.of(Orders.ORDER)
                .where("invoice_id", invoice)
                .first(work.tx())
                .map(order -> Json.need(order, "id"))
                .orElse(null);
    }

    private static void paid(Work work, @Nullable ObjectNode invoice, long amountMinor) {
        if (invoice != null) {
            invoice.put(PAID, Json.whole(invoice, PAID) + amountMinor);
            settle(work, invoice);
        }
    }

    private static @Nullable ObjectNode invoiceOf(Work work, ObjectNode payment) {
        return work.find(Invoices.INVOICE, Json.text(payment, "invoice_id"));
    }

    /** What is still to pay on an invoice, never negative. */
    public static long due(ObjectNode invoice) {
        return Math.max(0, Json.whole(invoice, "total_minor") - Json.whole(invoice, PAID));
    }

    /** Whether any money was ever booked on an invoice. */
    static boolean hasPayments(ObjectNode invoice) {
        return Json.whole(invoice, PAID) > 0;
    }

    /** What was ever paid on an invoice, whatever went back. */
    static long paid(ObjectNode invoice) {
        return Json.whole(invoice, PAID);
    }

    /** What went back of an invoice. */
    static long refunded(ObjectNode invoice) {
        return Json.whole(invoice, REFUNDED);
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
