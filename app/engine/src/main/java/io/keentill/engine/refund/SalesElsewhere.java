package io.keentill.engine.refund;

import io.keentill.domain.text.Sentence;

/** Asks RevKeen for sales of other tills, and what of them may still go back. Blocks for the network. */
public interface SalesElsewhere {

    /** The sale with this code, which stands on its receipt. */
    Answer find(String code);

    /** What RevKeen says. */
    sealed interface Answer {

        /** This sale, with what may go back of it right now. */
        record Found(ForeignSale sale) implements Answer {}

        /** RevKeen shows no such sale among those of the last weeks. */
        record Unknown() implements Answer {}

        /** RevKeen cannot be asked; the message says why. Nothing of a foreign sale goes back without asking. */
        record NotReachable(Sentence message) implements Answer {}
    }
}
