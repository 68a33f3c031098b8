package io.keentill.engine;

import io.keentill.device.terminal.Progress;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Shift;
import io.keentill.engine.status.TillStatus;

/** Something that happened in the till and is already stored. */
public sealed interface TillEvent {

    /** An order changed, was parked, recalled, paid or cancelled. */
    record OrderChanged(Order order) implements TillEvent {}

    /** A refund was begun, went on, was closed or given up. */
    record RefundChanged(Refund refund) implements TillEvent {}

    /** A shift was opened, counted or closed. */
    record ShiftChanged(Shift shift) implements TillEvent {}

    /** Cash went into the drawer or out of it beside sales and refunds. */
    record CashMoved(CashMovement movement) implements TillEvent {}

    /** The terminal says something to clerk or customer. */
    record PaymentProgress(String reference, Progress progress) implements TillEvent {}

    /** RevKeen asks this till's terminal for a payment that no clerk here began; it starts now. */
    record PaymentCommanded(String reference, PaymentKind kind, Money amount) implements TillEvent {

        /** What the person at the counter is told of it. */
        public String words() {
            String what = switch (kind) {
                case SALE -> "take ";
                case REFUND -> "give back ";
                default -> "undo ";
            };
            return "RevKeen asks this terminal to " + what + amount + " (" + reference
                    + "). It was begun elsewhere and belongs to no sale on this counter.";
        }
    }

    /** A payment attempt has its outcome, or became unknown. */
    record PaymentResolved(PaymentAttempt attempt) implements TillEvent {}

    /** Terminal, network or backlog look different now. */
    record StatusChanged(TillStatus status) implements TillEvent {}

    /** Something went wrong beside the sale (printing, sync) and somebody should read it. */
    record Notice(String message) implements TillEvent {}
}
