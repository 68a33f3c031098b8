package io.keentill.store;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Drawer;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures.CardSum;
import io.keentill.domain.shift.ShiftFigures.ReceiptRange;
import io.keentill.domain.shift.ShiftFigures.RefundSums;
import io.keentill.domain.shift.ShiftFigures.TenderSum;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shifts, and what belongs to them. {@code seq} is a shift's number; what was stored before shifts were kept belongs to
 * none.
 */
public interface ShiftView {

    /** The number of the shift that everything belongs to that happens now: the open one, or the one opened next. */
    long current();

    /** The shift that runs. */
    Optional<Shift> open();

    /** The shift with this number. */
    Optional<Shift> bySeq(long seq);

    /** Shifts, the one opened last first. */
    List<Shift> recent(int limit);

    /** Pay-ins, pay-outs and drops of a shift, in their sequence. */
    List<CashMovement> movements(long seq);

    /** What went through the drawer in a shift that began with this float. */
    Drawer drawer(long seq, Money openingFloat);

    /** Orders that were paid or cancelled in a shift, in the sequence in which they were opened. */
    List<Order> orders(long seq);

    /** Orders that are neither, of which something is paid, oldest first. */
    List<Order> partPaid();

    /** What was paid and given back in a shift, each type once. */
    List<TenderSum> tenders(long seq, Currency currency);

    /** What was paid in a shift on orders that it did not see paid in full. */
    Money partPayments(long seq, Currency currency);

    /** What was paid in earlier shifts on orders that were paid in full in this one. */
    Money earlierPayments(long seq, Currency currency);

    /** Card payments of a shift by scheme, by name, payments without an order included. */
    List<CardSum> cards(long seq, Currency currency);

    /** How many card payments were undone in a shift, and what they came to. */
    CardSum voids(long seq, Currency currency);

    /** What went back in a shift. */
    RefundSums refunds(long seq, Currency currency);

    /** The receipt numbers that were given in a shift. */
    ReceiptRange receipts(long seq);

    /** How often the journal says what since the last shift was closed. */
    Map<String, Long> journalled();

    /** The Z report with this number. */
    Optional<ZRow> z(long number);

    /** The Z report that was made right before this one. */
    Optional<ZRow> zBefore(long number);

    /** Z reports, newest first. */
    List<ZRow> zs(int limit);

    /** Payments, refunds and voids on a terminal that moved money since its day was last closed, oldest first. */
    List<PaymentAttempt> unsettled(String terminal);

    /** Those that were closed with a settlement, oldest first. */
    List<PaymentAttempt> settled(String settlementId);

    /** Closed days of terminals, newest first. */
    List<SettlementRow> settlements(int limit);
}
