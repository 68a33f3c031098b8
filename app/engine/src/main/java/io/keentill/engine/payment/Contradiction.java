package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.ManagerDecision.Word;
import io.keentill.domain.payment.PaymentAttempt;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the terminal's late word means for a payment that a manager decided. It never changes what was booked: agreeing, it
 * confirms; contradicting, it becomes a task that says what to do.
 *
 * @param word agrees or contradicts
 * @param text for people
 */
record Contradiction(Word word, String text) {

    /** Compares a decision with a certain verdict of the terminal. */
    static Contradiction between(PaymentAttempt decided, ManagerDecision decision, Verdict said) {
        Money booked = decision.approved();
        Money moved = said.state() == AttemptState.APPROVED ? said.approved() : null;
        boolean link = LinkAddress.is(decided.terminal());
        if (Objects.equals(booked, moved)) {
            String who = link ? "RevKeen" : "The terminal";
            return new Contradiction(Word.AGREES, who + " says the same: " + amount(moved) + ".");
        }
        return new Contradiction(
                Word.CONTRADICTS,
                "Payment " + decided.reference() + " was decided as " + amount(booked) + ", and now "
                        + (link ? "RevKeen" : "the terminal") + " says " + amount(moved)
                        + ". Nothing was changed by that. " + whatToDo(decided, booked, moved));
    }

    private static String amount(@Nullable Money money) {
        return money == null ? "nothing moved" : money + " moved";
    }

    private static String whatToDo(PaymentAttempt decided, @Nullable Money booked, @Nullable Money moved) {
        boolean more = moved != null && (booked == null || moved.compareTo(booked) > 0);
        if (DirectIntent.takesMoney(decided.kind())) {
            return more
                    ? "The customer was charged more than was booked: give the difference back "
                            + (LinkAddress.is(decided.terminal()) ? "in RevKeen" : "on the terminal")
                            + ", or book it with the customer."
                    : "Less was taken than was booked: ask the customer to pay, or the acquirer to find the payment.";
        }
        return more
                ? "The customer got more back than was booked: ask the acquirer before giving anything else back."
                : "The customer did not get what was booked: give it back, or ask the acquirer.";
    }
}
