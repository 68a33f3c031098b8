package io.keentill.store;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;

/** The closed days of terminals. */
final class SettlementTable {

    private static final String MONEY = "kind IN ('SALE', 'COMPLETION', 'REFUND', 'REVERSAL')";

    private final Session session;

    SettlementTable(Session session) {
        this.session = session;
    }

    List<PaymentAttempt> unsettled(String terminal) {
        return session.list(
                "SELECT * FROM attempts WHERE terminal = ? AND settlement IS NULL AND shift IS NOT NULL AND " + MONEY
                        + " ORDER BY +seq",
                AttemptRow::read,
                terminal);
    }

    List<PaymentAttempt> settled(String id) {
        return session.list(
                "SELECT * FROM attempts WHERE settlement = (SELECT seq FROM settlements WHERE id = ?) ORDER BY +seq",
                AttemptRow::read,
                id);
    }

    List<SettlementRow> recent(int limit) {
        return session.list("SELECT * FROM settlements ORDER BY seq DESC LIMIT ?", SettlementTable::read, limit);
    }

    void save(SettlementRow row) {
        Currency currency = row.tillNet().currency();
        session.change(
                """
                INSERT INTO settlements (id, terminal, shift, currency, till_count, till_net, terminal_count,
                    terminal_net, operator, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row.id(),
                row.terminal(),
                row.shift(),
                currency.getCurrencyCode(),
                row.tillCount(),
                row.tillNet().minor(),
                row.terminalCount(),
                Amounts.minor(row.terminalNet(), currency),
                row.operator(),
                row.at());
        session.change(
                "UPDATE attempts SET settlement = (SELECT seq FROM settlements WHERE id = ?)"
                        + " WHERE terminal = ? AND settlement IS NULL AND shift IS NOT NULL AND " + MONEY,
                row.id(),
                row.terminal());
    }

    void noteRevKeen(String id, long count, Money net) {
        session.change(
                "UPDATE settlements SET revkeen_count = ?, revkeen_net = ? WHERE id = ?", count, net.minor(), id);
    }

    private static SettlementRow read(Row row) throws SQLException {
        Currency currency = row.currency("currency");
        return new SettlementRow(
                row.text("id"),
                row.text("terminal"),
                row.number("shift"),
                row.number("till_count"),
                row.money("till_net", currency),
                row.number("terminal_count"),
                row.money("terminal_net", currency),
                row.text("operator"),
                row.instant("at"));
    }
}
