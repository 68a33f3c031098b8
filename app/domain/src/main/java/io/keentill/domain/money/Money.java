package io.keentill.domain.money;

import java.util.Currency;
import java.util.Objects;

/**
 * An amount in minor units of one currency (pence of GBP, yen of JPY, fils of KWD).
 *
 * <p>Arithmetic that overflows 64 bits or mixes currencies throws {@link ArithmeticException} or {@link
 * CurrencyMismatchException}: both are bugs, never data.
 *
 * @param minor the amount in minor units, any sign
 * @param currency ISO 4217
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /** Refuses a null currency. */
    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    /** {@code minor} minor units of {@code currency}. */
    public static Money of(long minor, Currency currency) {
        return new Money(minor, currency);
    }

    /** {@code minor} minor units of the currency with this ISO 4217 code, in either case. */
    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode.toUpperCase(java.util.Locale.ROOT)));
    }

    /** Nothing, in {@code currency}. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** This plus {@code other}. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    /** This minus {@code other}. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    /** This taken {@code factor} times. */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    /** The same amount with the opposite sign. */
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** Whether nothing is owed either way. */
    public boolean isZero() {
        return minor == 0;
    }

    /** Whether above zero. */
    public boolean isPositive() {
        return minor > 0;
    }

    /** Whether below zero. */
    public boolean isNegative() {
        return minor < 0;
    }

    /** The smaller of the two. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of the two. */
    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** Plain figures with the currency's own number of decimals and its code, for logs and messages: {@code 12.30 GBP}. */
    @Override
    public String toString() {
        return java.math.BigDecimal.valueOf(minor, digits()).toPlainString() + " " + currency.getCurrencyCode();
    }

    /** How many decimals this currency has: 0 for JPY, 2 for GBP, 3 for KWD. */
    public int digits() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatchException(this, other);
        }
        return other;
    }
}
