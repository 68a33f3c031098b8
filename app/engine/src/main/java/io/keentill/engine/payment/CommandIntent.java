package io.keentill.engine.payment;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.store.Tx;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What RevKeen commanded under its own reference, at most once for each. What goes back is checked by this till's books,
 * too: RevKeen does not know yet what was given back here a moment ago. A void is the whole payment undone on the terminal
 * that took it; a refund names the payment to that terminal, or asks for the card where the terminal can only do that (API
 * reference D.5).
 *
 * @param can what the terminal can do
 * @param along is stored with the intent
 */
record CommandIntent(RemoteCommand command, Set<Capability> can, Consumer<Tx> along) implements Intention {

    @Override
    public void stored(Tx tx, PaymentAttempt intent) {
        along.accept(tx);
    }

    @Override
    public Checked check(Tx tx, String terminal) {
        if (tx.attemptByReference(command.reference()).isPresent()) {
            return new Checked.Refused(Sentence.of(
                    "payment.reference-was-already-carried-out-here",
                    "Reference {0} was already carried out here.",
                    command.reference()));
        }
        if (!command.amount().isPositive()) {
            return new Checked.Refused(Sentence.of(
                    "payment.cannot-be-charged-or-given-back",
                    "{0} cannot be charged or given back",
                    command.amount()));
        }
        return switch (command.kind()) {
            case SALE -> allowed(command.amount(), null, false);
            case REFUND, REVERSAL -> back(tx, terminal);
            case PRE_AUTHORISATION, COMPLETION, RELEASE ->
                new Checked.Refused(Sentence.of(
                        "payment.this-till-does-not-take-commands",
                        "This till does not take {0} commands from elsewhere",
                        command.kind()));
        };
    }

    private Checked back(Tx tx, String terminal) {
        String original = command.original();
        if (original == null) {
            return new Checked.Refused(Sentence.of(
                    "payment.revkeen-does-not-say-which-payment", "RevKeen does not say which payment is to go back."));
        }
        return switch (BackCheck.of(tx, original, command.kind(), command.amount())) {
            case BackCheck.Refused no -> new Checked.Refused(no.message());
            case BackCheck.Allowed(PaymentAttempt sale, Money amount) -> way(sale, amount, terminal);
        };
    }

    private Checked way(PaymentAttempt sale, Money amount, String terminal) {
        boolean here = sale.terminal().equals(terminal);
        if (command.kind() == PaymentKind.REVERSAL) {
            return here && can.contains(Capability.REVERSAL)
                    ? allowed(amount, sale.id(), true)
                    : new Checked.Refused(
                            here
                                    ? Sentence.of(
                                            "payment.this-terminal-cannot-undo-a-payment",
                                            "This terminal cannot undo a payment. Refund it instead.")
                                    : Sentence.of(
                                            "payment.the-payment-was-taken-on-only",
                                            "The payment was taken on {0}: only that terminal can undo it.",
                                            sale.terminal()));
        }
        if (here && can.contains(Capability.LINKED_REFUND)) {
            return allowed(amount, sale.id(), true);
        }
        return can.contains(Capability.REFUND)
                ? allowed(amount, sale.id(), false)
                : new Checked.Refused(Sentence.of(
                        "payment.this-terminal-cannot-refund-this-payment",
                        "This terminal cannot refund this payment."));
    }

    private Checked allowed(Money amount, @Nullable String originalId, boolean linked) {
        return new Checked.Allowed(command.reference(), null, command.kind(), amount, originalId, linked);
    }
}
