package io.keentill.domain.order;

import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;

/** Something taken off a line or an order. It never takes off more than there is. */
public sealed interface Discount {

    /** What the receipt says. */
    String label();

    /** How much comes off {@code amount}: zero or above, at most {@code amount}. */
    Money from(Money amount);

    /** A share of the amount. */
    record Percent(String label, Rate rate) implements Discount {
        @Override
        public Money from(Money amount) {
            return rate.of(amount);
        }
    }

    /** A fixed amount, zero or above. */
    record Fixed(String label, Money amount) implements Discount {

        /** Refuses a negative amount, which would be a surcharge. */
        public Fixed {
            if (amount.isNegative()) {
                throw new IllegalArgumentException("A discount is zero or above: " + amount);
            }
        }

        @Override
        public Money from(Money whole) {
            return amount.min(whole);
        }
    }
}
