package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.ManagerDecision.Word;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the terminal's late word means for a payment that a manager decided. It never changes what was booked: agreeing, it
 * confirms; contradicting, it becomes a task that says what to do.
 *
 * @param word agrees or contradicts
 * @param text for people
 */
record Contradiction(Word word, Sentence text) {

    /** Compares a decision with a certain verdict of the terminal. */
    static Contradiction between(PaymentAttempt decided, ManagerDecision decision, Verdict said) {
        Money booked = decision.approved();
        Money moved = said.state() == AttemptState.APPROVED ? said.approved() : null;
        boolean link = LinkAddress.is(decided.terminal());
        if (Objects.equals(booked, moved)) {
            Sentence who = link ? Sentence.quoted("RevKeen") : Sentence.of("payment.the-terminal", "The terminal");
            return new Contradiction(
                    Word.AGREES, Sentence.of("payment.says-the-same", "{0} says the same: {1}.", who, amount(moved)));
        }
        return new Contradiction(
                Word.CONTRADICTS,
                Sentence.of(
                        "payment.payment-was-decided-as-and-now",
                        "Payment {0} was decided as {1}, and now {2} says {3}. Nothing was changed by" + " that. {4}",
                        decided.reference(),
                        amount(booked),
                        link ? "RevKeen" : Sentence.of("payment.the-terminal-within", "the terminal"),
                        amount(moved),
                        whatToDo(decided, booked, moved)));
    }

    private static Sentence amount(@Nullable Money money) {
        return money == null
                ? Sentence.of("payment.nothing-moved", "nothing moved")
                : Sentence.of("payment.moved", "{0} moved", money);
    }

    private static Sentence whatToDo(PaymentAttempt decided, @Nullable Money booked, @Nullable Money moved) {
        boolean more = moved != null && (booked == null || moved.compareTo(booked) > 0);
        if (DirectIntent.takesMoney(decided.kind())) {
            return more
                    ? Sentence.of(
                            "payment.the-customer-was-charged-more-than",
                            "The customer was charged more than was booked: give the difference back {0}, or"
                                    + " book it with the customer.",
                            LinkAddress.is(decided.terminal())
                                    ? Sentence.of("payment.in-revkeen", "in RevKeen")
                                    : Sentence.of("payment.on-the-terminal", "on the terminal"))
                    : Sentence.of(
                            "payment.less-was-taken-than-was-booked",
                            "Less was taken than was booked: ask the customer to pay, or the acquirer to"
                                    + " find the payment.");
        }
        return more
                ? Sentence.of(
                        "payment.the-customer-got-more-back-than",
                        "The customer got more back than was booked: ask the acquirer before giving"
                                + " anything else back.")
                : Sentence.of(
                        "payment.the-customer-did-not-get-what",
                        "The customer did not get what was booked: give it back, or ask the acquirer.");
    }
}
