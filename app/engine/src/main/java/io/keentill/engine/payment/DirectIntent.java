package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.store.Tx;
import org.jspecify.annotations.Nullable;

/**
 * Something to do on a terminal that pays for no order, and whether what is stored allows it.
 *
 * @param kind sale, refund or reversal
 * @param amount how much; null for all that is left of the original
 * @param original reference of the payment that it gives back; null for none
 * @param linked whether the terminal can be told of the earlier payment in a refund
 */
record DirectIntent(
        PaymentKind kind, @Nullable Money amount, @Nullable String original, boolean linked) implements Intention {

    @Override
    public Checked check(Tx view, String terminal) {
        if (original == null) {
            return amount != null && amount.isPositive()
                    ? allowed(amount, null)
                    : new Checked.Refused(Sentence.of(
                            "payment.an-amount-above-zero-is-needed",
                            "An amount above zero is needed. Nothing was sent."));
        }
        return switch (BackCheck.of(view, original, kind, amount)) {
            case BackCheck.Refused no -> new Checked.Refused(no.message());
            case BackCheck.Allowed(PaymentAttempt sale, Money wanted) ->
                sale.terminal().equals(terminal)
                        ? allowed(wanted, sale.id())
                        : new Checked.Refused(Sentence.of(
                                "payment.the-payment-was-taken-on-give",
                                "The payment {0} was taken on {1}: give it back on that terminal.",
                                original,
                                sale.terminal()));
        };
    }

    private Checked allowed(Money wanted, @Nullable String originalId) {
        return new Checked.Allowed(null, null, kind, wanted, originalId, linked);
    }

    /** Whether this kind of attempt takes money from a card, so that it can go back. */
    static boolean takesMoney(PaymentKind kind) {
        return kind == PaymentKind.SALE || kind == PaymentKind.COMPLETION;
    }
}
