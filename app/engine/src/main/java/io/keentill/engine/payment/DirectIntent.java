package io.keentill.engine.payment;

import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.store.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to do on a terminal that pays for no order, and whether what is stored allows it.
 *
 * @param kind sale, refund or reversal
 * @param amount how much; null for all that is left of the original
 * @param original reference of the payment that it gives back; null for none
 */
record DirectIntent(
        PaymentKind kind, @Nullable Money amount, @Nullable String original) {

    /** What the intent comes to. */
    sealed interface Checked {
        /** Go on with this amount. */
        record Allowed(Money amount, @Nullable PaymentAttempt original) implements Checked {}

        /** Not allowed. */
        record Refused(String message) implements Checked {}
    }

    Checked check(View view, String terminal) {
        if (original == null) {
            return amount != null && amount.isPositive()
                    ? new Checked.Allowed(amount, null)
                    : new Checked.Refused("An amount above zero is needed. Nothing was sent.");
        }
        Optional<PaymentAttempt> found = view.attemptByReference(original);
        if (found.isEmpty()) {
            return new Checked.Refused("This till knows no payment with the reference " + original + ".");
        }
        PaymentAttempt sale = found.get();
        Money approved = sale.approved();
        if (sale.kind() != PaymentKind.SALE || !sale.moved() || approved == null) {
            return new Checked.Refused("The payment " + original + " took no money (" + sale.kind() + ", "
                    + sale.state() + "), so there is nothing to give back.");
        }
        if (!sale.terminal().equals(terminal)) {
            return new Checked.Refused("The payment " + original + " was taken on " + sale.terminal()
                    + ": give it back on that terminal.");
        }
        return left(view, sale, approved);
    }

    private Checked left(View view, PaymentAttempt sale, Money approved) {
        List<PaymentAttempt> back = view.attemptsOn(sale.id());
        if (back.stream().anyMatch(a -> a.state().isOpen())) {
            return new Checked.Refused("Giving back payment " + original
                    + " is still being clarified: wait until the terminal has answered.");
        }
        Money left = back.stream()
                .filter(PaymentAttempt::moved)
                .map(PaymentAttempt::approved)
                .reduce(approved, (rest, a) -> a == null ? rest : rest.minus(a), Money::plus);
        Money wanted = amount == null ? left : amount;
        if (!wanted.currency().equals(left.currency())) {
            return new Checked.Refused("The payment " + original + " was in " + left.currency() + ".");
        }
        if (!left.isPositive() || wanted.compareTo(left) > 0 || !wanted.isPositive()) {
            return new Checked.Refused(
                    "Of payment " + original + " " + left + " is left; " + wanted + " cannot be given back.");
        }
        if (kind == PaymentKind.REVERSAL && !left.equals(approved)) {
            return new Checked.Refused("Part of payment " + original
                    + " was given back already: a void is of the whole payment. Refund the rest instead.");
        }
        return new Checked.Allowed(wanted, sale);
    }

    /**
     * The request for a stored intent.
     *
     * @param sale what it gives back
     * @param linked whether the terminal can be told of the earlier payment in a refund
     */
    static TerminalRequest request(PaymentAttempt intent, @Nullable PaymentAttempt sale, boolean linked) {
        return switch (intent.kind()) {
            case SALE -> new TerminalRequest.Sale(intent.reference(), intent.amount());
            case REFUND ->
                new TerminalRequest.Refund(
                        intent.reference(), intent.amount(), sale == null || !linked ? null : earlier(sale));
            case REVERSAL -> {
                if (sale == null) {
                    throw new IllegalArgumentException("A reversal refers to a payment");
                }
                yield new TerminalRequest.Reversal(intent.reference(), intent.amount(), earlier(sale));
            }
            case PRE_AUTHORISATION, COMPLETION, RELEASE ->
                throw new IllegalArgumentException("Not a direct payment: " + intent.kind());
        };
    }

    private static Original earlier(PaymentAttempt sale) {
        Instant at = sale.sentAt() == null ? sale.createdAt() : sale.sentAt();
        Money approved = sale.approved() == null ? sale.amount() : sale.approved();
        String hint = sale.recoveryHint() == null ? "" : sale.recoveryHint();
        return new Original(sale.reference(), approved, sale.card(), at, hint);
    }
}
