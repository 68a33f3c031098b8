package io.keentill.engine.office;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.RefundLine;
import io.keentill.domain.text.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What giving something back would come to, and whether the terminal can do it. */
public sealed interface RefundOffer {

    /**
     * It can be done.
     *
     * @param amount all that goes back
     * @param shares to which tender and how, in the sequence in which it is done
     */
    record Possible(Money amount, List<RefundLine> lines, List<Share> shares) implements RefundOffer {

        /** Copies the lists. */
        public Possible {
            lines = List.copyOf(lines);
            shares = List.copyOf(shares);
        }
    }

    /** It cannot; the message says why and what can. */
    record NotPossible(Sentence message) implements RefundOffer {}

    /**
     * What goes back to one tender, or stays for new goods.
     *
     * @param handed what the customer gets: for cash after rounding to the smallest coin
     * @param card scheme and last four digits of the card that paid; null for cash and where they are not known
     */
    record Share(
            TenderType type,
            Money amount,
            Money handed,
            Way way,
            @Nullable String card) {}

    /** How. */
    enum Way {
        /** It stays in the shop and pays for the new goods in the basket. */
        EXCHANGE,
        /** From the drawer. */
        CASH,
        /** The card payment is undone as if it had never been (void). */
        UNDO,
        /** Back to the card that paid, without it. */
        TO_PAYMENT,
        /** To a card that the customer presents now. */
        TO_CARD_PRESENTED
    }
}
