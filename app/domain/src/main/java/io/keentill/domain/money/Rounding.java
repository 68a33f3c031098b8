package io.keentill.domain.money;

import java.math.BigInteger;

/** The one rounding of this house: half away from zero, exact at any size, overflow is an error. */
public final class Rounding {

    private Rounding() {}

    /**
     * {@code value × numerator / denominator}, rounded half away from zero.
     *
     * @param denominator above zero
     * @throws ArithmeticException if the answer does not fit 64 bits
     */
    public static long divide(long value, long numerator, long denominator) {
        if (denominator <= 0) {
            throw new IllegalArgumentException("Denominator must be positive: " + denominator);
        }
        BigInteger product = BigInteger.valueOf(value).multiply(BigInteger.valueOf(numerator));
        BigInteger twice = product.abs().shiftLeft(1).add(BigInteger.valueOf(denominator));
        BigInteger magnitude = twice.divide(BigInteger.valueOf(denominator).shiftLeft(1));
        return (product.signum() < 0 ? magnitude.negate() : magnitude).longValueExact();
    }

    /** {@code value} to the nearest multiple of {@code step}, halves away from zero. A step of 1 changes nothing. */
    public static long toStep(long value, long step) {
        return Math.multiplyExact(divide(value, 1, step), step);
    }
}
