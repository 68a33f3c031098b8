package io.keentill.engine.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import java.util.List;

/** What RevKeen has of card payments. */
@FunctionalInterface
public interface CardsElsewhere {

    /** Asks about these payments, which this till took for sales. Blocks for as long as RevKeen takes. */
    Answer ask(List<PaymentAttempt> taken);

    /** What it has. */
    sealed interface Answer {

        /**
         * This.
         *
         * @param count how many of them it has as approved
         * @param sum what those come to there
         * @param waiting how many it was not told of yet
         * @param wrong those that it was told of and has not, or has otherwise, in sentences
         */
        record Told(long count, Money sum, long waiting, List<Sentence> wrong) implements Answer {

            /** Copies the list. */
            public Told {
                wrong = List.copyOf(wrong);
            }
        }

        /** It cannot be asked; the message says why. */
        record NotTold(Sentence message) implements Answer {}
    }
}
