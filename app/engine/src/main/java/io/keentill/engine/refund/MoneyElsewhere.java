package io.keentill.engine.refund;

import io.keentill.domain.order.Order;

/** Asks RevKeen what somebody else gave back on a sale of this till. Blocks for the network, a few seconds at most. */
@FunctionalInterface
public interface MoneyElsewhere {

    /** Asks now; what RevKeen tells is stored before this returns, and counts from then on. */
    Answer ask(Order sale);

    /** How asking went. */
    sealed interface Answer {

        /** RevKeen told all it knows, or cannot know of this sale yet. */
        record Heard() implements Answer {}

        /** It could not be asked, and what it told last is all there is; the message says why. */
        record NotHeard(String message) implements Answer {}
    }
}
