package io.keentill.engine.refund;

import io.keentill.domain.order.Order;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.text.Sentence;

/**
 * Asks RevKeen what somebody else gave back on a sale of this till, and whether a refund may have its money: whoever claims
 * it first, on whichever till, has it. Blocks for the network, a few seconds at most.
 */
@FunctionalInterface
public interface MoneyElsewhere {

    /** Asks now; what RevKeen tells is stored before this returns, and counts from then on. */
    Answer ask(Order sale);

    /** Waits until RevKeen has taken or refused the credit note with which a stored refund claims its money. */
    default Claim claim(Refund refund) {
        return new Claim.NotAnswered();
    }

    /**
     * Waits for what this till is just telling RevKeen of a sale and would be counted twice until it is answered; whether
     * there was any.
     */
    default boolean awaitOwn(String saleId) {
        return false;
    }

    /** How claiming went. */
    sealed interface Claim {

        /** The money is this refund's: RevKeen refuses it to everybody else. */
        record Granted() implements Claim {}

        /** Somebody else has it, or RevKeen refuses the credit note for another reason, told by the message. */
        record Denied(Sentence message) implements Claim {}

        /** RevKeen did not say in time; it will. */
        record NotAnswered() implements Claim {}
    }

    /** How asking went. */
    sealed interface Answer {

        /** RevKeen told all it knows, or cannot know of this sale yet. */
        record Heard() implements Answer {}

        /** It could not be asked, and what it told last is all there is; the message says why. */
        record NotHeard(Sentence message) implements Answer {}
    }
}
