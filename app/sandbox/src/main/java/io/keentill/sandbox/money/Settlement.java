package io.keentill.sandbox.money;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.Ledger.Account;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The daily cut-off (the sandbox's own: midnight UTC, the API shows none). What gateways and terminals captured before it
 * is settled: it moves from clearing to the balance, the fees are taken, and a payout is made of what is in the balance
 * per gateway and currency. From then on a payment can be refunded but not voided.
 */
public final class Settlement {
    private static final String MARK = "settled_day";

    private Settlement() {}

    /** Whether a payment was captured before the latest cut-off. */
    public static boolean settled(ObjectNode payment, Instant now) {
        String captured = Json.text(payment, "captured_at");
        return captured != null && Instant.parse(captured).isBefore(cutOff(now));
    }

    /** Settles what the latest cut-off closed, once. */
    static void run(Work work) {
        Instant cutOff = cutOff(work.now());
        long day = ChronoUnit.DAYS.between(Instant.EPOCH, cutOff);
        if (lastDay(work.tx()) >= day) {
            return;
        }
        work.tx().update("INSERT OR REPLACE INTO counters (name, value) VALUES (?, ?)", MARK, day);
        Query open = Query.of(Transactions.TRANSACTION).where("_settled", false).before(cutOff.toEpochMilli());
        open.oldestFirst().all(work.tx()).forEach(transaction -> settle(work, transaction));
        waiting(work).values().forEach(group -> Payouts.gather(work, group));
    }

    private static void settle(Work work, ObjectNode transaction) {
        String id = Json.need(transaction, "id");
        String currency = Json.need(transaction, "currency");
        long change = Json.whole(transaction, "_clearing");
        Account from = change > 0 ? Account.CLEARING : Account.BALANCE;
        Account to = change > 0 ? Account.BALANCE : Account.CLEARING;
        Ledger.move(work, id, currency, Math.abs(change), from, to);
        long fee = fee(work, transaction);
        if (fee > 0) {
            Ledger.move(work, id, currency, fee, Account.BALANCE, Account.FEES);
        }
        transaction.put("_settled", true).put("_fee", fee).put("_paid_out", false);
        work.save(Transactions.TRANSACTION, transaction);
    }

    private static long fee(Work work, ObjectNode transaction) {
        String type = Json.need(transaction, "type");
        if (!type.equals("sale") && !type.equals("capture")) {
            return 0;
        }
        String parent = Json.text(transaction, "parent_transaction_id");
        ObjectNode payment = work.find(Payments.PAYMENT, parent == null ? Json.need(transaction, "id") : parent);
        if (payment == null || Payments.is(payment, "voided")) {
            return 0;
        }
        boolean present = "card_present".equals(Json.text(payment, "payment_channel"));
        return Fees.on(Json.whole(transaction, "amount"), present);
    }

    /** What is settled and in no payout, by gateway and currency. */
    private static Map<String, List<ObjectNode>> waiting(Work work) {
        Map<String, List<ObjectNode>> groups = new TreeMap<>();
        Query settled = Query.of(Transactions.TRANSACTION).where("_paid_out", false);
        for (ObjectNode transaction : settled.oldestFirst().all(work.tx())) {
            String currency = Json.need(transaction, "currency").toUpperCase(Locale.ROOT);
            String group = Json.need(transaction, "gateway") + " " + currency;
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(transaction);
        }
        return groups;
    }

    private static long lastDay(Tx tx) {
        return tx.first(row -> row.getLong(1), "SELECT value FROM counters WHERE name = ?", MARK)
                .orElse(0L);
    }

    private static Instant cutOff(Instant now) {
        return now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
    }
}
