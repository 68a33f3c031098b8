package io.keentill.sandbox.money;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.data.Work;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one double-entry ledger through which every movement of money goes. An entry belongs to a transaction and moves an
 * amount from one account to another, so that each currency sums to zero at any time. Balances are seen from the shop:
 * what it holds or is owed is positive, what it has taken from its customers is negative.
 */
public final class Ledger {
    private Ledger() {}

    /** Where money can be. */
    public enum Account {
        /** The counterpart of everything sold: minus what customers have paid, net of what went back. */
        CUSTOMERS,
        /** The drawer. */
        CASH,
        /** Cheques taken. */
        CHECKS,
        /** The shop's bank account: bank transfers and payouts that arrived. */
        BANK,
        /** Anything else recorded by hand. */
        OTHER,
        /** Captured by a gateway or a terminal, waiting for the daily cut-off. */
        CLEARING,
        /** Settled, waiting for a payout. Below zero when more went back than came in. */
        BALANCE,
        /** Payouts that have not arrived yet. */
        PAYOUTS,
        /** Withheld for open disputes. */
        DISPUTES,
        /** What the gateways kept. */
        FEES;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Moves {@code amountMinor} (positive) from one account to another on behalf of a transaction. */
    public static void move(
            Work work, String transaction, String currency, long amountMinor, Account from, Account to) {
        if (amountMinor <= 0 || from == to) {
            throw new IllegalArgumentException("cannot move " + amountMinor + " from " + from + " to " + to);
        }
        post(work, transaction, currency, from, Math.negateExact(amountMinor));
        post(work, transaction, currency, to, amountMinor);
    }

    /** The account that holds what a payment brought in: clearing when a gateway carried it, else its tender's own. */
    public static Account holder(ObjectNode payment) {
        return Json.has(payment, "gateway") ? Account.CLEARING : tender(Json.text(payment, "payment_method_type"));
    }

    /** What is in an account, in minor units. */
    public static long balance(Tx tx, Account account, String currency) {
        return tx.first(
                        row -> row.getLong(1),
                        "SELECT coalesce(sum(amount), 0) FROM ledger WHERE account = ? AND currency = ?",
                        account.name(),
                        currency.toUpperCase(Locale.ROOT))
                .orElseThrow();
    }

    /** What the entries of one transaction sum to on one account. */
    public static long moved(Tx tx, String transaction, Account account) {
        return tx.first(
                        row -> row.getLong(1),
                        "SELECT coalesce(sum(amount), 0) FROM ledger WHERE transaction_id = ? AND account = ?",
                        transaction,
                        account.name())
                .orElseThrow();
    }

    /** All balances, by currency and account. */
    public static Map<String, Map<Account, Long>> balances(Tx tx) {
        Map<String, Map<Account, Long>> all = new java.util.TreeMap<>();
        record Line(String currency, Account account, long amount) {}
        List<Line> lines = tx.query(
                row -> new Line(row.getString(1), Account.valueOf(row.getString(2)), row.getLong(3)),
                "SELECT currency, account, sum(amount) FROM ledger GROUP BY currency, account");
        for (Line line : lines) {
            all.computeIfAbsent(line.currency(), currency -> new EnumMap<>(Account.class))
                    .put(line.account(), line.amount());
        }
        return all;
    }

    private static Account tender(@Nullable String method) {
        return switch (method) {
            case "cash" -> Account.CASH;
            case "check" -> Account.CHECKS;
            case "bank_transfer" -> Account.BANK;
            case null, default -> Account.OTHER;
        };
    }

    private static void post(Work work, String transaction, String currency, Account account, long amount) {
        work.tx()
                .update(
                        "INSERT INTO ledger (transaction_id, at, account, currency, amount) VALUES (?, ?, ?, ?, ?)",
                        transaction,
                        work.now().toEpochMilli(),
                        account.name(),
                        currency.toUpperCase(Locale.ROOT),
                        amount);
    }
}
