package io.keentill.device.zvt.codec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The character set of texts: code page 437 unless a message, or the registration, names another in tag 14 (PA00P015, "TLV
 * tags"). Code page 437 has umlauts, but no euro sign.
 */
public final class CharacterSet {

    /** The standard one. */
    public static final Charset STANDARD = Charset.forName("IBM437");

    /** The tag that names one. */
    public static final int TAG = 0x14;

    private static final int UTF_8 = 0xFE;
    private static final int LAST_ISO = 0x10;

    private CharacterSet() {}

    /** The one that {@code tlv} names, otherwise {@code agreed}. */
    public static Charset of(Tlv tlv, Charset agreed) {
        return tlv.get(TAG)
                .filter(value -> value.length() == 1)
                .flatMap(value -> byNumber(value.at(0)))
                .orElse(agreed);
    }

    /** The number of {@code charset} in tag 14; empty for the standard one, which needs no name. */
    public static Optional<Bytes> number(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return Optional.of(Bytes.of(UTF_8));
        }
        String name = charset.name();
        return name.startsWith("ISO-8859-")
                ? Optional.of(Bytes.of(Integer.parseInt(name.substring("ISO-8859-".length()))))
                : Optional.empty();
    }

    private static Optional<Charset> byNumber(int number) {
        if (number == UTF_8) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        String iso = "ISO-8859-" + number;
        return number >= 1 && number <= LAST_ISO && Charset.isSupported(iso)
                ? Optional.of(Charset.forName(iso))
                : Optional.empty();
    }
}
