package io.keentill.engine.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderTotals;
import io.keentill.domain.text.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goods would give without a receipt. */
public sealed interface NoReceiptOffer {

    /**
     * So much, by the catalogue of now.
     *
     * @param lines with name, price and tax, in the sequence of the goods
     * @param totals of the lines
     * @param handed what the customer gets in coins and notes
     * @param limit the most that one return gives
     * @param problem why it cannot be given as it is, in words for people; null if it can
     */
    record Priced(
            List<OrderLine> lines,
            OrderTotals totals,
            Money handed,
            Money limit,
            @Nullable Sentence problem) implements NoReceiptOffer {

        /** Copies the lines. */
        public Priced {
            lines = List.copyOf(lines);
        }
    }

    /** Nothing; the message says why and what to do. */
    record NotPossible(Sentence message) implements NoReceiptOffer {}
}
