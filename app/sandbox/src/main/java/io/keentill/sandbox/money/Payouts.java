package io.keentill.sandbox.money;

import static io.keentill.sandbox.api.Field.choice;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.Ledger.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Payouts (API reference B.19, C.6): made at the cut-off from what has settled, in transit twelve hours later, paid a day
 * after that. When more went back than came in there is none, and what settled waits for a better day.
 */
final class Payouts {
    static final String PAYOUT = "payout";

    private static final Duration SENT = Duration.ofHours(12);
    private static final Duration ARRIVED = Duration.ofHours(36);

    private Payouts() {}

    static Resource payouts() {
        Resource payouts = Resource.of(PAYOUT, "/payouts").scopes("payouts").publicIds();
        return payouts.list(
                        Paging.P9,
                        Filter.choice("status", "pending", "in_transit", "paid", "failed", "canceled"),
                        Filter.equal("gateway"),
                        Filter.madeAfter("created_after"),
                        Filter.madeBefore("created_before"))
                .read()
                .endpoint("GET", "/payouts/{id}/payments", Shape.EMPTY, call -> payments(call, payouts.found(call)));
    }

    /** Ends a payout as a bank would that does not take it. */
    static List<Endpoint> controls() {
        Shape how = Shape.of(choice("status", "failed", "canceled").or("failed"));
        return List.of(Controls.control("POST", "/payouts/{id}/end", how, call -> {
            Resource payouts = payouts();
            ObjectNode payout = payouts.found(call);
            end(call.work(), payout, Json.need(call.input(), "status"));
            return payouts.single(200, call, payout);
        }));
    }

    /** Makes a payout of settled transactions of one gateway and currency, unless nothing would be left to pay. */
    static void gather(Work work, List<ObjectNode> transactions) {
        long gross =
                transactions.stream().mapToLong(t -> Json.whole(t, "_clearing")).sum();
        long fees = transactions.stream().mapToLong(t -> Json.whole(t, "_fee")).sum();
        if (gross - fees <= 0) {
            return;
        }
        ObjectNode first = transactions.getFirst();
        ObjectNode payout = Json.object().put("id", work.ids().uuid());
        payout.put("public_id", work.ids().prefixed("pyt_")).put("gateway", Json.need(first, "gateway"));
        payout.put("gateway_payout_id", work.ids().prefixed("gwp_"));
        payout.put("gross_amount_minor", gross).put("fees_amount_minor", fees);
        payout.put("net_amount_minor", gross - fees).put("currency", Json.need(first, "currency"));
        payout.put("charges_count", count(transactions, "sale", "capture"));
        payout.put("refunds_count", count(transactions, "refund", "void"));
        payout.put("chargebacks_count", count(transactions, "dispute"));
        payout.put("status", "pending");
        String arrival =
                work.now().plus(ARRIVED).atZone(ZoneOffset.UTC).toLocalDate().toString();
        payout.put("arrival_date", arrival).putNull("settled_at").put("created_at", work.nowText());
        work.insert(PAYOUT, payout);
        String id = Json.need(payout, "id");
        for (ObjectNode transaction : transactions) {
            work.save(
                    Transactions.TRANSACTION, transaction.put("_paid_out", true).put("_payout_id", id));
        }
        move(work, payout, Account.BALANCE, Account.PAYOUTS);
        EventLog.write(work, "settlement.created", settlement(work, payout));
    }

    /** Sends what is due, and lets what was sent arrive. */
    static void advance(Work work) {
        Query open = Query.of(PAYOUT).whereIn("status", "pending", "in_transit");
        for (ObjectNode payout : open.oldestFirst().all(work.tx())) {
            Duration age = Duration.between(Instant.parse(Json.need(payout, "created_at")), work.now());
            if (age.compareTo(ARRIVED) >= 0) {
                payout.put("status", "paid").put("settled_at", work.nowText());
                move(work, payout, Account.PAYOUTS, Account.BANK);
                work.save(PAYOUT, payout);
            } else if (age.compareTo(SENT) >= 0 && Payments.is(payout, "pending")) {
                work.save(PAYOUT, payout.put("status", "in_transit"));
            }
        }
    }

    private static void end(Work work, ObjectNode payout, String status) {
        boolean pending = Payments.is(payout, "pending");
        boolean moving = Payments.is(payout, "in_transit") && status.equals("failed");
        if (!pending && !moving) {
            throw Refusal.notNow("A payout that is " + Json.text(payout, "status") + " cannot become " + status + ".");
        }
        move(work, payout, Account.PAYOUTS, Account.BALANCE);
        for (ObjectNode transaction : inPayout(work, payout)) {
            transaction.remove("_payout_id");
            work.save(Transactions.TRANSACTION, transaction.put("_paid_out", false));
        }
        work.save(PAYOUT, payout.put("status", status));
    }

    private static Reply payments(Call call, ObjectNode payout) {
        List<ObjectNode> rows = inPayout(call.work(), payout).stream()
                .map(transaction -> payment(transaction, payout))
                .toList();
        String id = Json.need(payout, "id");
        return Reply.of(200, Paging.P9B.answer(call, rows, "/payouts/" + id + "/payments"));
    }

    /** One movement of a payout; what went back is negative, so that all of them sum to the gross amount. */
    private static ObjectNode payment(ObjectNode transaction, ObjectNode payout) {
        ObjectNode row = Json.object().put("id", Json.need(transaction, "id")).putNull("public_id");
        row.put("amount_minor", Json.whole(transaction, "_clearing"));
        Json.copy(transaction, row, "currency", "status");
        row.put("kind", Json.need(transaction, "type"));
        row.put("paid_at", Json.text(payout, "settled_at"));
        return row.put("created_at", Json.need(transaction, "created_at"));
    }

    private static List<ObjectNode> inPayout(Work work, ObjectNode payout) {
        return Query.of(Transactions.TRANSACTION)
                .where("_payout_id", Json.need(payout, "id"))
                .all(work.tx());
    }

    private static void move(Work work, ObjectNode payout, Account from, Account to) {
        String currency = Json.need(payout, "currency");
        Ledger.move(work, Json.need(payout, "id"), currency, Json.whole(payout, "net_amount_minor"), from, to);
    }

    private static long count(List<ObjectNode> transactions, String... types) {
        return transactions.stream()
                .filter(transaction -> List.of(types).contains(Json.need(transaction, "type")))
                .count();
    }

    private static ObjectNode settlement(Work work, ObjectNode payout) {
        ObjectNode object = Json.object().put("id", work.ids().uuid()).put("object", "settlement");
        object.put("amount", Json.whole(payout, "net_amount_minor")).put("currency", Json.need(payout, "currency"));
        object.put("settlement_date", Json.need(payout, "created_at").substring(0, 10));
        return object.put("payout_id", Json.need(payout, "id"));
    }
}
