package io.keentill.store;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Drawer;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures.CardSum;
import io.keentill.domain.shift.ShiftFigures.ReceiptRange;
import io.keentill.domain.shift.ShiftFigures.RefundSums;
import io.keentill.domain.shift.ShiftFigures.TenderSum;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shifts, their drawers and their reports. */
final class ShiftTable implements ShiftTx {

    private final Session session;
    private final OrderTable orders;
    private final ShiftSums sums;
    private final SettlementTable settlements;

    ShiftTable(Session session, OrderTable orders) {
        this.session = session;
        this.orders = orders;
        this.sums = new ShiftSums(session);
        this.settlements = new SettlementTable(session);
    }

    @Override
    public long current() {
        return session.number("SELECT value AS n FROM counters WHERE name = 'shift'");
    }

    @Override
    public Optional<Shift> open() {
        return session.one("SELECT * FROM shifts WHERE state = 'OPEN'", this::shift);
    }

    @Override
    public Optional<Shift> bySeq(long seq) {
        return session.one("SELECT * FROM shifts WHERE seq = ?", this::shift, seq);
    }

    @Override
    public List<Shift> recent(int limit) {
        return session.list("SELECT * FROM shifts ORDER BY seq DESC LIMIT ?", this::shift, limit);
    }

    private Shift shift(Row row) throws SQLException {
        Currency currency = row.currency("currency");
        long seq = row.number("seq");
        return new Shift(
                row.text("id"),
                seq,
                row.money("opening_float", currency),
                row.text("opened_by"),
                row.instant("opened_at"),
                count(seq, currency).orElse(null),
                row.numberOrNull("z"),
                row.textOrNull("closed_by"),
                row.instantOrNull("closed_at"));
    }

    private Optional<DrawerCount> count(long seq, Currency currency) {
        String sql = "SELECT c.*, (SELECT count(*) FROM drawer_counts WHERE shift = c.shift) AS tries"
                + " FROM drawer_counts c WHERE c.shift = ? ORDER BY c.seq DESC LIMIT 1";
        return session.one(
                sql,
                row -> new DrawerCount(
                        row.text("id"),
                        new CashCount(currency, pieces(row.number("seq")), row.money("loose", currency)),
                        row.money("expected", currency),
                        row.number("moves"),
                        row.integer("tries"),
                        row.text("operator"),
                        row.instant("at")),
                seq);
    }

    private SortedMap<Long, Long> pieces(long count) {
        SortedMap<Long, Long> pieces = new TreeMap<>();
        String sql = "SELECT value, pieces FROM counted_pieces WHERE count_seq = ?";
        session.list(sql, row -> pieces.put(row.number("value"), row.number("pieces")), count);
        return pieces;
    }

    @Override
    public List<CashMovement> movements(long seq) {
        String sql = "SELECT m.*, s.id AS shift_id, s.currency AS currency FROM cash_movements m"
                + " JOIN shifts s ON s.seq = m.shift WHERE m.shift = ? ORDER BY m.seq";
        return session.list(
                sql,
                row -> new CashMovement(
                        row.text("id"),
                        row.text("shift_id"),
                        row.constant("kind", CashMovement.Kind.class),
                        row.money("amount", row.currency("currency")),
                        row.text("reason"),
                        row.text("operator"),
                        row.instant("at")),
                seq);
    }

    @Override
    public List<Order> orders(long seq) {
        return orders.ofShift(seq);
    }

    @Override
    public List<Order> partPaid() {
        return orders.partPaid();
    }

    @Override
    public Drawer drawer(long seq, Money openingFloat) {
        return sums.drawer(seq, openingFloat);
    }

    @Override
    public List<TenderSum> tenders(long seq, Currency currency) {
        return sums.tenders(seq, currency);
    }

    @Override
    public Money partPayments(long seq, Currency currency) {
        return sums.partPayments(seq, currency);
    }

    @Override
    public Money earlierPayments(long seq, Currency currency) {
        return sums.earlierPayments(seq, currency);
    }

    @Override
    public List<CardSum> cards(long seq, Currency currency) {
        return sums.cards(seq, currency);
    }

    @Override
    public CardSum voids(long seq, Currency currency) {
        return sums.voids(seq, currency);
    }

    @Override
    public RefundSums refunds(long seq, Currency currency) {
        return sums.refunds(seq, currency);
    }

    @Override
    public ReceiptRange receipts(long seq) {
        return sums.receipts(seq);
    }

    @Override
    public Map<String, Long> journalled() {
        return sums.journalled();
    }

    @Override
    public void open(Shift shift) {
        if (!shift.isOpen() || open().isPresent() || shift.seq() != current()) {
            throw new IllegalStateException("Shift " + shift.seq() + " cannot be opened now");
        }
        session.change(
                """
                INSERT INTO shifts (seq, id, state, currency, opening_float, opened_by, opened_at)
                VALUES (?, ?, 'OPEN', ?, ?, ?, ?)""",
                shift.seq(),
                shift.id(),
                shift.currency().getCurrencyCode(),
                shift.openingFloat().minor(),
                shift.openedBy(),
                shift.openedAt());
    }

    @Override
    public void add(CashMovement movement) {
        Shift shift = running();
        if (!shift.id().equals(movement.shiftId())) {
            throw new IllegalStateException("Cash moves in the shift that runs");
        }
        session.change(
                "INSERT INTO cash_movements (id, shift, kind, amount, reason, operator, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                movement.id(),
                shift.seq(),
                movement.kind(),
                Amounts.minor(movement.amount(), shift.currency()),
                movement.reason(),
                movement.operator(),
                movement.at());
    }

    @Override
    public void add(DrawerCount count) {
        Shift shift = running();
        session.change(
                "INSERT INTO drawer_counts (id, shift, loose, expected, moves, operator, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                count.id(),
                shift.seq(),
                Amounts.minor(count.counted().loose(), shift.currency()),
                Amounts.minor(count.expected(), shift.currency()),
                count.moves(),
                count.operator(),
                count.at());
        long seq = session.number("SELECT seq AS n FROM drawer_counts WHERE id = ?", count.id());
        count.counted()
                .pieces()
                .forEach((value, pieces) -> session.change(
                        "INSERT INTO counted_pieces (count_seq, value, pieces) VALUES (?, ?, ?)", seq, value, pieces));
    }

    private Shift running() {
        return open().orElseThrow(() -> new IllegalStateException("No shift runs"));
    }

    @Override
    public long nextZ() {
        session.change("UPDATE counters SET value = value + 1 WHERE name = 'z'");
        return session.number("SELECT value AS n FROM counters WHERE name = 'z'");
    }

    @Override
    public void skipZ(long howMany) {
        session.change("UPDATE counters SET value = value + ? WHERE name = 'z'", howMany);
    }

    @Override
    public ZRow close(Shift closed, String data) {
        Shift shift = running();
        if (shift.seq() != closed.seq() || closed.isOpen() || shift.count() == null) {
            throw new IllegalStateException("Shift " + closed.seq() + " does not run, or was not counted");
        }
        String previous = zs(1).stream().findFirst().map(ZRow::hash).orElse(ChainHash.START);
        ZRow row = ZRow.of(
                Objects.requireNonNull(closed.z()),
                closed.seq(),
                Objects.requireNonNull(closed.closedAt()),
                data,
                previous);
        session.change(
                "UPDATE shifts SET state = 'CLOSED', z = ?, closed_by = ?, closed_at = ? WHERE seq = ?",
                row.number(),
                closed.closedBy(),
                closed.closedAt(),
                closed.seq());
        session.change(
                "INSERT INTO z_reports (number, shift, at, data, previous, hash) VALUES (?, ?, ?, ?, ?, ?)",
                row.number(),
                row.shift(),
                row.at(),
                data,
                previous,
                row.hash());
        session.change("UPDATE counters SET value = value + 1 WHERE name = 'shift'");
        return row;
    }

    @Override
    public void journalEndsHere() {
        session.change("UPDATE counters SET value = (SELECT seq FROM journal_head) WHERE name = 'shift_journal'");
    }

    @Override
    public Optional<ZRow> z(long number) {
        return session.one("SELECT * FROM z_reports WHERE number = ?", ShiftTable::zRow, number);
    }

    @Override
    public Optional<ZRow> zBefore(long number) {
        String sql = "SELECT * FROM z_reports WHERE number < ? ORDER BY number DESC LIMIT 1";
        return session.one(sql, ShiftTable::zRow, number);
    }

    @Override
    public List<ZRow> zs(int limit) {
        return session.list("SELECT * FROM z_reports ORDER BY number DESC LIMIT ?", ShiftTable::zRow, limit);
    }

    private static ZRow zRow(Row row) throws SQLException {
        return new ZRow(
                row.number("number"),
                row.number("shift"),
                row.instant("at"),
                row.text("data"),
                row.text("previous"),
                row.text("hash"));
    }

    @Override
    public List<PaymentAttempt> unsettled(String terminal) {
        return settlements.unsettled(terminal);
    }

    @Override
    public List<PaymentAttempt> settled(String settlementId) {
        return settlements.settled(settlementId);
    }

    @Override
    public List<SettlementRow> settlements(int limit) {
        return settlements.recent(limit);
    }

    @Override
    public void settle(SettlementRow settlement) {
        settlements.save(settlement);
    }

    @Override
    public void noteRevKeen(String settlementId, long count, Money net) {
        settlements.noteRevKeen(settlementId, count, net);
    }
}
