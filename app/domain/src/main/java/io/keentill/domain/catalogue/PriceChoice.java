package io.keentill.domain.catalogue;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;

/**
 * One of the prices of a product that has several.
 *
 * @param id unique within the product
 * @param name what the clerk picks and the receipt says, such as {@code large}
 * @param price for one unit, zero or above
 */
public record PriceChoice(String id, String name, Money price) {

    /** Refuses a name that cannot be read, and a negative price. */
    public PriceChoice {
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new BadInputException(
                    Sentence.of("setup.a-price-to-choose-needs-a-name", "A price to choose needs a name of one line"));
        }
        if (price.isNegative()) {
            throw new IllegalArgumentException("A price is zero or above: " + name + " at " + price);
        }
    }
}
