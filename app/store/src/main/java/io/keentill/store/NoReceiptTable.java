package io.keentill.store;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.NoReceiptReturn;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Returns without a receipt: head and goods. */
final class NoReceiptTable implements NoReceiptTx {

    private final Session session;

    NoReceiptTable(Session session) {
        this.session = session;
    }

    @Override
    public Optional<NoReceiptReturn> byId(String id) {
        return session.one("SELECT * FROM no_receipt_returns WHERE id = ?", Head::of, id)
                .map(this::whole);
    }

    @Override
    public Optional<NoReceiptReturn> byNumber(long number) {
        return session.one("SELECT * FROM no_receipt_returns WHERE number = ?", Head::of, number)
                .map(this::whole);
    }

    @Override
    public Optional<NoReceiptReturn> byReference(String reference) {
        return session.one("SELECT * FROM no_receipt_returns WHERE reference = ?", Head::of, reference)
                .map(this::whole);
    }

    @Override
    public List<NoReceiptReturn> recent(int limit) {
        return whole(session.list("SELECT * FROM no_receipt_returns ORDER BY seq DESC LIMIT ?", Head::of, limit));
    }

    @Override
    public List<NoReceiptReturn> ofShift(long seq) {
        return whole(session.list("SELECT * FROM no_receipt_returns WHERE shift = ? ORDER BY seq", Head::of, seq));
    }

    @Override
    public long nextNumber() {
        session.change("UPDATE counters SET value = value + 1 WHERE name = 'return'");
        return session.number("SELECT value AS n FROM counters WHERE name = 'return'");
    }

    @Override
    public void skipNumbers(long howMany) {
        session.change("UPDATE counters SET value = value + ? WHERE name = 'return'", howMany);
    }

    @Override
    public void add(NoReceiptReturn back) {
        session.change(
                """
                INSERT INTO no_receipt_returns (id, number, reference, currency, rounding, reason, operator, approved_by, at,
                    shift) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT value FROM counters WHERE name = 'shift'))""",
                back.id(),
                back.number(),
                back.reference(),
                back.currency().getCurrencyCode(),
                Amounts.minor(back.rounding(), back.currency()),
                back.reason(),
                back.operator(),
                back.approvedBy(),
                back.at());
        for (int position = 0; position < back.lines().size(); position++) {
            insert(back, position, back.lines().get(position));
        }
    }

    private void insert(NoReceiptReturn back, int position, OrderLine line) {
        Money shelf = line.shelfPrice();
        session.change(
                """
                INSERT INTO no_receipt_lines (return_id, position, id, product_id, revkeen_product_id, sku, name, unit_price,
                    shelf_price, quantity, tax_id, tax_name, tax_ppm, tax_inclusive)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                back.id(),
                position,
                line.id(),
                line.productId(),
                line.revkeenProductId(),
                line.sku(),
                line.name(),
                Amounts.minor(line.unitPrice(), back.currency()),
                shelf == null ? null : Amounts.minor(shelf, back.currency()),
                line.quantity().thousandths(),
                line.tax().id(),
                line.tax().name(),
                line.tax().rate().ppm(),
                line.tax().inclusive());
    }

    private List<NoReceiptReturn> whole(List<Head> heads) {
        return heads.stream().map(this::whole).toList();
    }

    private NoReceiptReturn whole(Head head) {
        List<OrderLine> lines = session.list(
                "SELECT * FROM no_receipt_lines WHERE return_id = ? ORDER BY position",
                row -> line(row, head.currency),
                head.id);
        return head.with(lines);
    }

    private static OrderLine line(Row row, Currency currency) throws SQLException {
        return new OrderLine(
                row.text("id"),
                row.text("product_id"),
                row.textOrNull("revkeen_product_id"),
                row.text("sku"),
                row.text("name"),
                row.money("unit_price", currency),
                new Quantity(row.number("quantity")),
                new TaxRate(
                        row.text("tax_id"),
                        row.text("tax_name"),
                        new Rate(row.integer("tax_ppm")),
                        row.flag("tax_inclusive")),
                null,
                row.moneyOrNull("shelf_price", currency),
                null);
    }

    /** A row of {@code no_receipt_returns}, to be made whole with its goods. */
    private record Head(
            String id,
            long number,
            String reference,
            Currency currency,
            Money rounding,
            String reason,
            String operator,
            String approvedBy,
            Instant at) {

        static Head of(Row row) throws SQLException {
            Currency currency = row.currency("currency");
            return new Head(
                    row.text("id"),
                    row.number("number"),
                    row.text("reference"),
                    currency,
                    row.money("rounding", currency),
                    row.text("reason"),
                    row.text("operator"),
                    row.text("approved_by"),
                    row.instant("at"));
        }

        NoReceiptReturn with(List<OrderLine> lines) {
            return new NoReceiptReturn(
                    id, number, reference, currency, lines, rounding, reason, operator, approvedBy, at);
        }
    }
}
