package io.keentill.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Receipts that go by e-mail. */
final class MailTable implements MailTx {

    private final Session session;

    MailTable(Session session) {
        this.session = session;
    }

    @Override
    public Optional<MailRow> mail(String id) {
        return session.one("SELECT * FROM receipt_mails WHERE id = ?", MailTable::read, id);
    }

    @Override
    public List<MailRow> ofOrder(String orderId) {
        return session.list("SELECT * FROM receipt_mails WHERE order_id = ? ORDER BY seq", MailTable::read, orderId);
    }

    @Override
    public void add(MailRow mail) {
        session.change(
                "INSERT INTO receipt_mails (id, order_id, address, subject, body, operator, at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                mail.id(),
                mail.orderId(),
                mail.address(),
                mail.subject(),
                mail.body(),
                mail.operator(),
                mail.at());
    }

    private static MailRow read(Row row) throws SQLException {
        return new MailRow(
                row.text("id"),
                row.text("order_id"),
                row.text("address"),
                row.text("subject"),
                row.text("body"),
                row.text("operator"),
                row.instant("at"));
    }
}
