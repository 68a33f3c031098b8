package io.keentill.domain.money;

/**
 * Rounding of what is paid in cash where the smallest coin is larger than the minor unit (0.05 CHF, 0.10 SEK…). It
 * applies to cash alone and is shown as a line of its own.
 *
 * @param step the smallest coin in minor units, 1 where nothing is rounded
 */
public record CashRounding(long step) {

    /** No rounding: every minor unit has a coin. */
    public static final CashRounding NONE = new CashRounding(1);

    /** Refuses a step below one. */
    public CashRounding {
        if (step < 1) {
            throw new IllegalArgumentException("The smallest coin is at least one minor unit, not " + step);
        }
    }

    /** What is asked for in cash when {@code due} is owed. */
    public Money round(Money due) {
        return new Money(Rounding.toStep(due.minor(), step), due.currency());
    }

    /** The rounding line: what to add to {@code due} to reach {@link #round}. */
    public Money adjustment(Money due) {
        return round(due).minus(due);
    }
}
