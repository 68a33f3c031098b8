package io.keentill.engine;

import io.keentill.device.terminal.Progress;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.paylink.PayLink;
import io.keentill.engine.status.TillStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that happened in the till and is already stored. */
public sealed interface TillEvent {

    /** An order changed, was parked, recalled, paid or cancelled. */
    record OrderChanged(Order order) implements TillEvent {}

    /** A refund was begun, went on, was closed or given up. */
    record RefundChanged(Refund refund) implements TillEvent {}

    /** Goods came back without a receipt, and cash is to be handed out for them. */
    record ReturnedWithoutReceipt(NoReceiptReturn back) implements TillEvent {}

    /** A shift was opened, counted or closed. */
    record ShiftChanged(Shift shift) implements TillEvent {}

    /** Cash went into the drawer or out of it beside sales and refunds. */
    record CashMoved(CashMovement movement) implements TillEvent {}

    /** The terminal says something to clerk or customer. */
    record PaymentProgress(String reference, Progress progress) implements TillEvent {}

    /** A payment by link that runs has its page, is being paid, or cannot be asked about right now. */
    record LinkChanged(PayLink link) implements TillEvent {}

    /**
     * RevKeen asks this till's terminal for a payment that no clerk here began; it starts now.
     *
     * @param sale reference of the sale of this till of which money goes back; null if there is none
     */
    record PaymentCommanded(
            String reference,
            PaymentKind kind,
            Money amount,
            @Nullable String sale) implements TillEvent {

        /** What the person at the counter is told of it. */
        public Sentence words() {
            Sentence what = switch (kind) {
                case SALE -> Sentence.of("till.take", "take {0}", amount);
                case REFUND -> Sentence.of("till.give-back", "give back {0}", amount);
                default -> Sentence.of("till.undo", "undo {0}", amount);
            };
            return Sentence.of(
                    "till.revkeen-asks-this-terminal-to-it",
                    "RevKeen asks this terminal to {0} ({1}){2}. It was begun elsewhere and belongs"
                            + " to no sale on this counter.",
                    what,
                    reference,
                    sale == null ? "" : Sentence.of("payment.of-sale", " of sale {0}", sale));
        }
    }

    /** A payment attempt has its outcome, or became unknown. */
    record PaymentResolved(PaymentAttempt attempt) implements TillEvent {

        /** What the person at the counter is told of one that RevKeen commanded; empty for those of this counter. */
        public Optional<Sentence> commandWords() {
            if (!attempt.operator().equals(BackElsewhere.COMMANDED)) {
                return Optional.empty();
            }
            Money moved = attempt.approved() == null ? attempt.amount() : attempt.approved();
            Sentence done = attempt.kind() == PaymentKind.SALE
                    ? Sentence.of("till.was-taken", "{0} was taken", moved)
                    : Sentence.of("till.went-back", "{0} went back", moved);
            Sentence how = attempt.moved()
                    ? done
                    : attempt.state().isOpen()
                            ? Sentence.of(
                                    "till.whether-is-not-known-yet-the",
                                    "whether {0} is not known yet; the till keeps asking the terminal",
                                    done)
                            : Sentence.of("till.nothing-moved", "nothing moved ({0})", attempt.state());
            return Optional.of(Sentence.of(
                    "till.what-revkeen-asked-this-terminal-for",
                    "What RevKeen asked this terminal for ({0}): {1}.",
                    attempt.reference(),
                    how));
        }
    }

    /** Terminal, network or backlog look different now. */
    record StatusChanged(TillStatus status) implements TillEvent {}

    /** Something went wrong beside the sale (printing, sync) and somebody should read it. */
    record Notice(Sentence message) implements TillEvent {}
}
