package io.keentill.engine.payment;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the money of a card payment goes back: undone (void) while it is whole and unsettled, refunded otherwise, on an
 * earlier payment where the terminal can be told of it, to a card presented now where it cannot. RevKeen has the same
 * rules (API reference D.5): a void is of the whole payment and before settlement, both are on the same terminal.
 */
public sealed interface WayBack {

    /**
     * Like this.
     *
     * @param kind reversal or refund
     * @param linked whether the terminal is told of the payment
     */
    record How(PaymentKind kind, boolean linked) implements WayBack {}

    /** Not on this terminal; the message says why and what to do. */
    record None(Sentence message) implements WayBack {}

    /**
     * The way for {@code amount}.
     *
     * @param can what the terminal in use can do
     * @param terminal address of the terminal in use
     * @param sale the card payment; null for one of another till
     * @param back earlier attempts to give it back
     * @param settled whether the payment is of an earlier day, so that its terminal has settled it
     */
    static WayBack of(
            Set<Capability> can,
            String terminal,
            @Nullable PaymentAttempt sale,
            List<PaymentAttempt> back,
            Money amount,
            boolean settled) {
        PaymentAttempt own = sale != null && sale.terminal().equals(terminal) ? sale : null;
        boolean undoable = own != null && can.contains(Capability.REVERSAL) && !settled && isWhole(own, back, amount);
        if (undoable && !wasRefused(back)) {
            return new How(PaymentKind.REVERSAL, true);
        }
        if (own != null && can.contains(Capability.LINKED_REFUND)) {
            return new How(PaymentKind.REFUND, true);
        }
        if (can.contains(Capability.REFUND)) {
            return new How(PaymentKind.REFUND, false);
        }
        // It undoes that one payment or nothing, so where no refund can take its place it may be tried until it is
        // refused.
        return undoable && !wasDeclined(back)
                ? new How(PaymentKind.REVERSAL, true)
                : new None(why(can, terminal, sale));
    }

    /** Whether a void that failed on the way can be followed by a refund on a terminal that can do this. */
    public static boolean isRefundPossible(Set<Capability> can) {
        return can.contains(Capability.LINKED_REFUND) || can.contains(Capability.REFUND);
    }

    private static boolean wasDeclined(List<PaymentAttempt> back) {
        return back.stream().anyMatch(a -> a.kind() == PaymentKind.REVERSAL && a.state() == AttemptState.DECLINED);
    }

    /** Terminals settle at the end of the day; a void of an earlier one would be refused, or meet another payment. */
    static boolean isSettled(PaymentAttempt sale, Clock clock) {
        LocalDate day = LocalDate.ofInstant(sale.createdAt(), clock.getZone());
        return !day.equals(LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    private static boolean isWhole(PaymentAttempt sale, List<PaymentAttempt> back, Money amount) {
        return amount.equals(sale.approved()) && back.stream().noneMatch(PaymentAttempt::moved);
    }

    /** One that reached the terminal and undid nothing: it would be refused again. */
    private static boolean wasRefused(List<PaymentAttempt> back) {
        return back.stream().anyMatch(a -> a.kind() == PaymentKind.REVERSAL && mayBeRefundedInstead(a));
    }

    /** Whether a void came to its end without undoing anything, so that a refund may take its place. */
    static boolean mayBeRefundedInstead(PaymentAttempt reversal) {
        return switch (reversal.state()) {
            case DECLINED -> true;
            case FAILED -> reversal.sentAt() != null;
            case INTENDED, SENT, APPROVED, CANCELLED, UNKNOWN, OVERRIDDEN -> false;
        };
    }

    private static Sentence why(Set<Capability> can, String terminal, @Nullable PaymentAttempt sale) {
        if (sale != null && LinkAddress.is(sale.terminal())) {
            return Sentence.of(
                    "payment.this-was-paid-online-by-link",
                    "This was paid online by link, and the terminal gives money back on payments of"
                            + " its own alone. Give it back in RevKeen, and in cash only what was paid in cash.");
        }
        boolean earlierOnly = can.contains(Capability.LINKED_REFUND) || can.contains(Capability.REVERSAL);
        if (sale == null || !earlierOnly) {
            return Sentence.of(
                    "payment.this-terminal-cannot-give-the-money",
                    "This terminal cannot give the money of this payment back. Use the terminal's"
                            + " own menu or the acquirer, and give back in cash only what was paid in cash.");
        }
        if (!sale.terminal().equals(terminal)) {
            return Sentence.of(
                    "payment.this-card-payment-was-taken-on",
                    "This card payment was taken on {0}: give it back on that terminal.",
                    sale.terminal());
        }
        return Sentence.of(
                "payment.this-terminal-undoes-whole-payments-of",
                "This terminal undoes whole payments of the same day only, and this one is"
                        + " settled or in part given back. Use the acquirer's portal.");
    }
}
