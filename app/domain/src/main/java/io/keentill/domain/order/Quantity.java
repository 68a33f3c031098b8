package io.keentill.domain.order;

import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rounding;
import java.math.BigDecimal;

/**
 * How many, or how much by weight, in thousandths: three pieces are 3000, 0.485 kg is 485.
 *
 * @param thousandths above zero, at most 1,000,000 units
 */
public record Quantity(long thousandths) {

    /** One piece. */
    public static final Quantity ONE = new Quantity(1000);

    private static final long MOST = 1_000_000_000L;

    /** Refuses zero, negative and absurd quantities. */
    public Quantity {
        if (thousandths <= 0 || thousandths > MOST) {
            throw new IllegalArgumentException("A quantity is above 0 and at most 1,000,000");
        }
    }

    /** Whole pieces. */
    public static Quantity of(long pieces) {
        return new Quantity(Math.multiplyExact(pieces, 1000L));
    }

    /** Whether it is a whole number of pieces. */
    public boolean isWhole() {
        return thousandths % 1000 == 0;
    }

    /** The whole number of pieces; only if {@link #isWhole}. */
    public long pieces() {
        if (!isWhole()) {
            throw new IllegalStateException("Not a whole number of pieces: " + this);
        }
        return thousandths / 1000;
    }

    /** This and {@code other} together. */
    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(thousandths, other.thousandths));
    }

    /** Price for this much at {@code unitPrice} for one, rounded half away from zero. */
    public Money priceAt(Money unitPrice) {
        return new Money(Rounding.divide(unitPrice.minor(), thousandths, 1000), unitPrice.currency());
    }

    /** {@code 3} or {@code 0.485}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }
}
