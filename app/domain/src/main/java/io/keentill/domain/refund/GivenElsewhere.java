package io.keentill.domain.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.util.Currency;

/**
 * What was given back of a sale by somebody else than the till that made it: another till, or RevKeen's own dashboard or
 * API. Each is zero or above, in the sale's currency.
 *
 * @param card to its cards
 * @param cash of what was paid in cash
 * @param untold to which of its tenders is not known
 */
public record GivenElsewhere(Money card, Money cash, Money untold) {

    /** Refuses what is below zero or of several currencies. */
    public GivenElsewhere {
        if (card.plus(cash).plus(untold).isNegative()
                || card.isNegative()
                || cash.isNegative()
                || untold.isNegative()) {
            throw new IllegalArgumentException(
                    "Nobody gives back less than nothing: " + card + ", " + cash + ", " + untold);
        }
    }

    /** Nothing. */
    public static GivenElsewhere none(Currency currency) {
        Money zero = Money.zero(currency);
        return new GivenElsewhere(zero, zero, zero);
    }

    /** Both together. */
    public GivenElsewhere plus(GivenElsewhere other) {
        return new GivenElsewhere(card.plus(other.card), cash.plus(other.cash), untold.plus(other.untold));
    }

    /** All of it. */
    public Money total() {
        return card.plus(cash).plus(untold);
    }

    /** For people: {@code 1.00 GBP was given back elsewhere, on another till or in RevKeen}. */
    public Sentence words() {
        return Sentence.of(
                "refund.was-given-back-elsewhere-on-another",
                "{0} was given back elsewhere, on another till or in RevKeen",
                total());
    }
}
