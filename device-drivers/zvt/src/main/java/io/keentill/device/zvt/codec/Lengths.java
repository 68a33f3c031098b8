package io.keentill.device.zvt.codec;

import java.util.Optional;

/** Reads and writes the length forms of ZVT: fixed, Fx Fy, Fx Fy Fz and BER. */
final class Lengths {

    /** Where a value lies: {@code start} up to and without {@code end}. */
    record Span(int start, int end) {}

    private Lengths() {}

    /** Where the value of the field that begins at {@code at} lies; empty if unknown or cut short. */
    static Optional<Span> ofField(Bytes data, int at) {
        return switch (Bitmap.form(data.at(at))) {
            case null -> Optional.empty();
            case Bitmap.Form.Fixed fixed -> within(data, at + 1, fixed.length());
            case Bitmap.Form.Counted counted -> counted(data, at + 1, counted.digits());
            case Bitmap.Form.Ber _ -> ber(data, at + 1);
        };
    }

    /** What stands between the number of a field and its value. */
    static Bytes prefix(int number, int length) {
        return switch (Bitmap.form(number)) {
            case null -> throw new IllegalArgumentException("No form known for field " + Integer.toHexString(number));
            case Bitmap.Form.Fixed fixed -> {
                if (fixed.length() != length) {
                    throw new IllegalArgumentException("Field " + Integer.toHexString(number) + " takes "
                            + fixed.length() + " bytes, not " + length);
                }
                yield Bytes.EMPTY;
            }
            case Bitmap.Form.Counted counted -> countedPrefix(length, counted.digits());
            case Bitmap.Form.Ber _ -> berPrefix(length);
        };
    }

    /** A value after a length in {@code digits} bytes F0 to F9. */
    static Optional<Span> counted(Bytes data, int at, int digits) {
        int length = 0;
        for (int i = 0; i < digits; i++) {
            if (at + i >= data.length() || data.at(at + i) >> 4 != 0xF || (data.at(at + i) & 0xF) > 9) {
                return Optional.empty();
            }
            length = length * 10 + (data.at(at + i) & 0xF);
        }
        return within(data, at + digits, length);
    }

    /** A value after a BER length: one byte below 80, or 81 xx, or 82 xx xx. */
    static Optional<Span> ber(Bytes data, int at) {
        if (at >= data.length()) {
            return Optional.empty();
        }
        int first = data.at(at);
        if (first < 0x80) {
            return within(data, at + 1, first);
        }
        int count = first - 0x80;
        if (count < 1 || count > 2 || at + count >= data.length()) {
            return Optional.empty();
        }
        int length = count == 1 ? data.at(at + 1) : (data.at(at + 1) << 8) | data.at(at + 2);
        return within(data, at + 1 + count, length);
    }

    /** A BER length. */
    static Bytes berPrefix(int length) {
        if (length < 0x80) {
            return Bytes.of(length);
        }
        return length <= 0xFF ? Bytes.of(0x81, length) : Bytes.of(0x82, length >> 8, length & 0xFF);
    }

    private static Bytes countedPrefix(int length, int digits) {
        int limit = digits == 2 ? 99 : 999;
        if (length > limit) {
            throw new IllegalArgumentException(length + " bytes are more than " + limit);
        }
        Bytes low = Bytes.of(0xF0 | length / 10 % 10, 0xF0 | length % 10);
        return digits == 2 ? low : Bytes.of(0xF0 | length / 100).plus(low);
    }

    private static Optional<Span> within(Bytes data, int start, int length) {
        return start + length <= data.length() ? Optional.of(new Span(start, start + length)) : Optional.empty();
    }
}
