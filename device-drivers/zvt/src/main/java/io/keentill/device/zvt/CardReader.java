package io.keentill.device.zvt;

import io.keentill.device.zvt.codec.Bcd;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.codec.Tlv;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.EntryMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes from a status information what may be kept of a card: of its number the last four digits and no more. */
final class CardReader {

    /** The character set of ZVT texts unless one is named. */
    static final Charset TEXT = Charset.forName("IBM437");

    private CardReader() {}

    static CardDetails read(Fields fields) {
        Tlv tlv = fields.tlv();
        return new CardDetails(
                fields.get(Bitmap.CARD_TYPE)
                        .map(type -> CardSchemes.name(type.at(0)))
                        .orElse(null),
                fields.get(Bitmap.PAN).map(CardReader::lastFour).orElse(null),
                entryMode(tlv),
                text(fields.get(Bitmap.AUTH_CODE), StandardCharsets.US_ASCII),
                null,
                tlv.get(0x1F1F).map(Bcd::digits).orElse(null),
                fields.get(Bitmap.RESULT).map(Bytes::toHex).orElse(null),
                fields.get(Bitmap.TERMINAL_ID).map(Bcd::digits).orElse(null),
                fields.get(Bitmap.TRACE).map(Bcd::digits).orElse(null),
                fields.get(Bitmap.RECEIPT).map(Bcd::digits).orElse(null),
                tlv.get(0x43).map(Bcd::digits).orElse(null),
                text(fields.get(Bitmap.CARD_NAME), TEXT));
    }

    /** The last four half-bytes before the padding, if all are digits: terminals mask with E, but not all of it. */
    private static @Nullable String lastFour(Bytes pan) {
        String digits = Bcd.digits(pan).replaceAll("F+$", "");
        String four = digits.substring(Math.max(0, digits.length() - 4));
        return four.matches("\\d{4}") ? four : null;
    }

    private static EntryMode entryMode(Tlv tlv) {
        Optional<Bytes> mode = tlv.get(0x2F, 0x1F12).filter(value -> value.length() == 1);
        return switch (mode.map(value -> value.at(0)).orElse(-1)) {
            case 0 -> EntryMode.MAGNETIC_STRIPE;
            case 1 -> EntryMode.EMV_CHIP;
            case 2 -> EntryMode.CONTACTLESS;
            default -> EntryMode.UNKNOWN;
        };
    }

    /** Readable text, cut at the first zero byte; null if nothing is left or it might hold a card number. */
    private static @Nullable String text(Optional<Bytes> value, Charset charset) {
        String text = value.map(bytes -> bytes.text(charset)).orElse("");
        int end = text.indexOf('\0');
        String clean = (end < 0 ? text : text.substring(0, end))
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return clean.isEmpty() || clean.matches(".*\\d{9}.*") ? null : clean;
    }
}
