package io.keentill.store;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Exchange;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines and tenders of orders. */
final class OrderParts {

    private final Session session;

    OrderParts(Session session) {
        this.session = session;
    }

    List<OrderLine> lines(String orderId, Currency currency) {
        String sql = "SELECT * FROM order_lines WHERE order_id = ? ORDER BY position";
        return session.list(sql, row -> line(row, currency), orderId);
    }

    List<Tender> tenders(String orderId, Currency currency) {
        String sql = """
                SELECT t.*, r.reference AS exchange_reference FROM tenders t LEFT JOIN refunds r ON r.id = t.exchange_refund
                WHERE t.order_id = ? ORDER BY t.position""";
        return session.list(sql, row -> tender(row, currency), orderId);
    }

    /** Writes from the first line that differs on, so that a long order costs no more per scan than a short one. */
    void saveLines(Order order, List<OrderLine> stored) {
        List<OrderLine> lines = order.lines();
        int same = 0;
        while (same < lines.size() && same < stored.size() && lines.get(same).equals(stored.get(same))) {
            same++;
        }
        if (same < stored.size()) {
            session.change("DELETE FROM order_lines WHERE order_id = ? AND position >= ?", order.id(), same);
        }
        for (int position = same; position < lines.size(); position++) {
            insertLine(order, position, lines.get(position));
        }
    }

    /** Adds the tenders from {@code stored} on; earlier ones are there and never change. */
    void addTenders(Order order, int stored) {
        Currency currency = order.currency();
        for (int position = stored; position < order.tenders().size(); position++) {
            Tender tender = order.tenders().get(position);
            Exchange exchange = tender.exchange();
            session.change(
                    """
                    INSERT INTO tenders (id, order_id, position, type, applied, tendered, change, rounding, attempt_id,
                        taken_at, exchange_refund, exchange_attempt, shift)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT value FROM counters WHERE name = 'shift'))""",
                    tender.id(),
                    order.id(),
                    position,
                    tender.type(),
                    Amounts.minor(tender.applied(), currency),
                    Amounts.minor(tender.tendered(), currency),
                    Amounts.minor(tender.change(), currency),
                    Amounts.minor(tender.rounding(), currency),
                    tender.attemptId(),
                    tender.takenAt(),
                    exchange == null ? null : exchange.refundId(),
                    exchange == null ? null : exchange.attemptId());
        }
    }

    private void insertLine(Order order, int position, OrderLine line) {
        StoredDiscount discount = StoredDiscount.of(line.discount(), order.currency());
        Money shelf = line.shelfPrice();
        session.change(
                """
                INSERT INTO order_lines (order_id, position, id, product_id, revkeen_product_id, sku, name, unit_price,
                    quantity, tax_id, tax_name, tax_ppm, tax_inclusive, discount_kind, discount_label, discount_value,
                    shelf_price, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                order.id(),
                position,
                line.id(),
                line.productId(),
                line.revkeenProductId(),
                line.sku(),
                line.name(),
                Amounts.minor(line.unitPrice(), order.currency()),
                line.quantity().thousandths(),
                line.tax().id(),
                line.tax().name(),
                line.tax().rate().ppm(),
                line.tax().inclusive(),
                discount.kind(),
                discount.label(),
                discount.value(),
                shelf == null ? null : Amounts.minor(shelf, order.currency()),
                line.note());
    }

    private static OrderLine line(Row row, Currency currency) throws SQLException {
        return new OrderLine(
                row.text("id"),
                row.textOrNull("product_id"),
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
                StoredDiscount.read(row, currency),
                row.numberOrNull("shelf_price") == null ? null : row.money("shelf_price", currency),
                row.textOrNull("note"));
    }

    private static Tender tender(Row row, Currency currency) throws SQLException {
        return new Tender(
                row.text("id"),
                row.constant("type", TenderType.class),
                row.money("applied", currency),
                row.money("tendered", currency),
                row.money("change", currency),
                row.money("rounding", currency),
                row.textOrNull("attempt_id"),
                row.instant("taken_at"),
                exchange(row));
    }

    private static @Nullable Exchange exchange(Row row) throws SQLException {
        String refund = row.textOrNull("exchange_refund");
        return refund == null
                ? null
                : new Exchange(refund, row.text("exchange_reference"), row.textOrNull("exchange_attempt"));
    }
}
