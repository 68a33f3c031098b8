package io.keentill.store;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Drawer;
import io.keentill.domain.shift.ShiftFigures.CardSum;
import io.keentill.domain.shift.ShiftFigures.ReceiptRange;
import io.keentill.domain.shift.ShiftFigures.RefundSums;
import io.keentill.domain.shift.ShiftFigures.TenderSum;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up what is stamped with a shift's number. */
final class ShiftSums {

    private static final String TENDERS = " FROM tenders t WHERE t.shift = ? AND t.type = ?";
    private static final String RETURNS =
            " FROM returned_parts r JOIN refund_parts p ON p.id = r.part_id WHERE r.shift = ? AND p.type = ?";

    private final Session session;

    ShiftSums(Session session) {
        this.session = session;
    }

    Drawer drawer(long seq, Money openingFloat) {
        Currency currency = openingFloat.currency();
        Sum sales = sum("t.tendered - t.change", TENDERS, seq, TenderType.CASH);
        Sum back = sum("p.amount + p.rounding", RETURNS, seq, TenderType.CASH);
        List<NoReceiptReturn> returns = new NoReceiptTable(session).ofShift(seq);
        Sum payIns = moved(seq, CashMovement.Kind.PAY_IN);
        Sum payOuts = moved(seq, CashMovement.Kind.PAY_OUT);
        Sum drops = moved(seq, CashMovement.Kind.DROP);
        return new Drawer(
                openingFloat,
                sales.money(currency),
                back.money(currency),
                returns.stream().map(NoReceiptReturn::handed).reduce(Money.zero(currency), Money::plus),
                payIns.money(currency),
                payOuts.money(currency),
                drops.money(currency),
                sales.count + back.count + returns.size() + payIns.count + payOuts.count + drops.count);
    }

    private Sum moved(long seq, CashMovement.Kind kind) {
        return sum("m.amount", " FROM cash_movements m WHERE m.shift = ? AND m.kind = ?", seq, kind);
    }

    List<TenderSum> tenders(long seq, Currency currency) {
        List<TenderSum> all = new ArrayList<>();
        for (TenderType type : TenderType.values()) {
            Sum taken = sum("t.applied", TENDERS, seq, type);
            Sum back = sum("p.amount", RETURNS, seq, type);
            boolean common = type == TenderType.CASH || type == TenderType.CARD;
            if (!common && taken.count == 0) {
                // A shop that never shows a link or exchanges goods does not read about it on each report.
                continue;
            }
            long rounding = sum("t.rounding", TENDERS, seq, type).total - sum("p.rounding", RETURNS, seq, type).total;
            all.add(new TenderSum(
                    type,
                    taken.count,
                    taken.money(currency),
                    back.count,
                    back.money(currency),
                    new Money(rounding, currency)));
        }
        return List.copyOf(all);
    }

    Money partPayments(long seq, Currency currency) {
        return new Money(session.number("""
                        SELECT coalesce(sum(t.applied), 0) AS n FROM tenders t JOIN orders o ON o.id = t.order_id
                        WHERE t.shift = ? AND NOT (o.state = 'PAID' AND o.shift IS t.shift)""", seq), currency);
    }

    Money earlierPayments(long seq, Currency currency) {
        return new Money(session.number("""
                        SELECT coalesce(sum(t.applied), 0) AS n FROM orders o JOIN tenders t ON t.order_id = o.id
                        WHERE o.shift = ? AND o.state = 'PAID' AND t.shift IS NOT o.shift""", seq), currency);
    }

    List<CardSum> cards(long seq, Currency currency) {
        return session.list("""
                SELECT coalesce(scheme, '') AS name,
                    sum(kind IN ('SALE', 'COMPLETION')) AS payments,
                    sum(CASE WHEN kind IN ('SALE', 'COMPLETION') THEN approved ELSE 0 END) AS taken,
                    sum(kind IN ('REFUND', 'REVERSAL')) AS returns,
                    sum(CASE WHEN kind IN ('REFUND', 'REVERSAL') THEN approved ELSE 0 END) AS returned
                FROM attempts WHERE shift = ? AND kind IN ('SALE', 'COMPLETION', 'REFUND', 'REVERSAL')
                    AND currency = ? AND id NOT IN (SELECT attempt_id FROM pay_links)
                GROUP BY coalesce(scheme, '') ORDER BY coalesce(scheme, '')""", row -> cardSum(row, currency), seq, currency.getCurrencyCode());
    }

    CardSum voids(long seq, Currency currency) {
        return session.one("""
                        SELECT '' AS name, 0 AS payments, 0 AS taken, count(*) AS returns,
                            coalesce(sum(approved), 0) AS returned
                        FROM attempts WHERE shift = ? AND kind = 'REVERSAL' AND currency = ?""", row -> cardSum(row, currency), seq, currency.getCurrencyCode())
                .orElseThrow();
    }

    private static CardSum cardSum(Row row, Currency currency) throws SQLException {
        return new CardSum(
                row.text("name"),
                row.number("payments"),
                row.money("taken", currency),
                row.number("returns"),
                row.money("returned", currency));
    }

    RefundSums refunds(long seq, Currency currency) {
        long back = Stream.of(TenderType.values())
                .mapToLong(type -> sum("p.amount", RETURNS, seq, type).total)
                .sum();
        return session.one(
                        "SELECT count(*) AS n, coalesce(sum(tax), 0) AS tax FROM refunds WHERE shift = ?",
                        row -> new RefundSums(row.number("n"), new Money(back, currency), row.money("tax", currency)),
                        seq)
                .orElseThrow();
    }

    ReceiptRange receipts(long seq) {
        return session.one(
                        """
                        SELECT min(receipt_number) AS first, max(receipt_number) AS last, count(receipt_number) AS given
                        FROM orders WHERE shift = ?""",
                        row -> range(row.numberOrNull("first"), row.numberOrNull("last"), row.number("given")),
                        seq)
                .orElseThrow();
    }

    private ReceiptRange range(@Nullable Long first, @Nullable Long last, long given) {
        if (first == null || last == null) {
            return new ReceiptRange(null, null, 0);
        }
        long before = session.number(
                "SELECT coalesce(max(receipt_number), 0) AS n FROM orders WHERE receipt_number < ?", first);
        return new ReceiptRange(first, last, last - before - given);
    }

    Map<String, Long> journalled() {
        Map<String, Long> counts = new TreeMap<>();
        session.list("""
                SELECT type, count(*) AS n FROM journal
                WHERE seq > (SELECT value FROM counters WHERE name = 'shift_journal') GROUP BY type""", row -> counts.put(row.text("type"), row.number("n")));
        return counts;
    }

    private Sum sum(String what, String from, long seq, Enum<?> which) {
        return session.one(
                        "SELECT count(*) AS n, coalesce(sum(" + what + "), 0) AS total" + from,
                        row -> new Sum(row.number("n"), row.number("total")),
                        seq,
                        which)
                .orElseThrow();
    }

    private record Sum(long count, long total) {
        Money money(Currency currency) {
            return new Money(total, currency);
        }
    }
}
