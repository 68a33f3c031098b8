package io.keentill.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Invoices at RevKeen that sales pay, by sale. */
final class InvoiceTable implements InvoiceTx {

    private final Session session;

    InvoiceTable(Session session) {
        this.session = session;
    }

    @Override
    public Optional<InvoiceRow> of(String orderId) {
        return session.one("SELECT * FROM order_invoices WHERE order_id = ?", InvoiceTable::read, orderId);
    }

    @Override
    public List<InvoiceRow> takes(String invoiceId) {
        return session.list("""
                SELECT i.* FROM order_invoices i JOIN orders o ON o.id = i.order_id
                WHERE i.invoice_id = ? ORDER BY o.seq""", InvoiceTable::read, invoiceId);
    }

    @Override
    public List<InvoiceRow> running() {
        return session.list("""
                SELECT i.* FROM order_invoices i JOIN orders o ON o.id = i.order_id
                WHERE o.state IN ('OPEN', 'PARKED') OR (o.state = 'PAID' AND EXISTS (
                    SELECT 1 FROM outbox r WHERE r.sale_id = i.order_id AND r.state <> 'DONE'))
                ORDER BY o.seq""", InvoiceTable::read);
    }

    @Override
    public void save(InvoiceRow row) {
        session.change(
                """
                INSERT INTO order_invoices (order_id, invoice_id, number, word, why, asked_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (order_id) DO UPDATE SET word = excluded.word, why = excluded.why,
                    asked_at = excluded.asked_at""",
                row.orderId(),
                row.invoiceId(),
                row.number(),
                row.word(),
                row.why() == null ? null : row.why().stored(),
                row.askedAt());
    }

    private static InvoiceRow read(Row row) throws SQLException {
        return new InvoiceRow(
                row.text("order_id"),
                row.text("invoice_id"),
                row.text("number"),
                row.constant("word", InvoiceRow.Word.class),
                row.sentenceOrNull("why"),
                row.instant("asked_at"));
    }
}
