package io.keentill.device.zvt.codec;

import java.util.OptionalLong;

/** Binary coded decimals: two digits a byte, most significant first. */
public final class Bcd {

    private Bcd() {}

    /**
     * {@code value} in {@code length} bytes.
     *
     * @throws IllegalArgumentException if it is negative or has more digits
     */
    public static Bytes encode(long value, int length) {
        int[] out = new int[length];
        long rest = value;
        for (int i = length - 1; i >= 0; i--) {
            int pair = (int) (rest % 100);
            out[i] = ((pair / 10) << 4) | (pair % 10);
            rest /= 100;
        }
        if (value < 0 || rest != 0) {
            throw new IllegalArgumentException(value + " does not fit " + 2 * length + " digits");
        }
        return Bytes.of(out);
    }

    /** The number, or empty if a half-byte is no digit or there are more than 18 digits. */
    public static OptionalLong decode(Bytes bytes) {
        if (bytes.length() > 9) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < bytes.length(); i++) {
            int high = bytes.at(i) >> 4;
            int low = bytes.at(i) & 0x0F;
            if (high > 9 || low > 9) {
                return OptionalLong.empty();
            }
            value = value * 100 + high * 10L + low;
        }
        return OptionalLong.of(value);
    }

    /** The half-bytes as digits and the letters A to F, keeping leading zeros. */
    public static String digits(Bytes bytes) {
        return bytes.toHex().replace(" ", "");
    }
}
