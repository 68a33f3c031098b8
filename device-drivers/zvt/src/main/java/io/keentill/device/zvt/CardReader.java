package io.keentill.device.zvt;

import io.keentill.device.zvt.codec.Bcd;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.CharacterSet;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.codec.Tlv;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.CardVerification;
import io.keentill.domain.payment.EmvDetails;
import io.keentill.domain.payment.EntryMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes from a status information what may be kept of a card: of its number the last four digits and no more. */
final class CardReader {

    private static final int PAYMENT = 0x2F;
    private static final int VERIFICATION = 0x1F10;
    private static final int TECHNOLOGY = 0x1F12;
    private static final int CARD_TYPE = 0x41;
    private static final int APPLICATION = 0x60;
    private static final int APPLICATION_ID = 0x43;
    private static final int PREFERRED_NAME = 0x44;
    private static final int SYNCHRONISATION = 0x1F1F;
    private static final int LONG_TRACE = 0x1F2B;

    private CardReader() {}

    /** @param charset of texts, unless the message names another */
    static CardDetails read(Fields fields, Charset charset) {
        Tlv tlv = fields.tlv();
        Charset here = CharacterSet.of(tlv, charset);
        String name = text(fields.get(Bitmap.CARD_NAME), here);
        return CardDetails.builder()
                .scheme(scheme(fields, tlv))
                .cardNumber(fields.get(Bitmap.PAN).map(CardReader::lastFour).orElse(null))
                .entryMode(entryMode(tlv))
                .authCode(text(fields.get(Bitmap.AUTH_CODE), StandardCharsets.US_ASCII))
                .uti(tlv.get(SYNCHRONISATION).map(Bcd::digits).orElse(null))
                .responseCode(fields.get(Bitmap.RESULT).map(Bytes::toHex).orElse(null))
                .terminalId(fields.get(Bitmap.TERMINAL_ID).map(Bcd::digits).orElse(null))
                .traceNumber(fields.get(Bitmap.TRACE)
                        .or(() -> tlv.get(LONG_TRACE))
                        .map(Bcd::digits)
                        .orElse(null))
                .receiptNumber(fields.get(Bitmap.RECEIPT).map(Bcd::digits).orElse(null))
                .applicationId(applicationId(tlv))
                .cardName(name == null ? text(inApplication(tlv, PREFERRED_NAME), here) : name)
                .verification(verification(tlv))
                .emv(emv(fields, tlv))
                .build();
    }

    /** Readable text, cut at the first zero byte; empty if nothing is left or it might hold a card number. */
    static String clean(Bytes value, Charset charset) {
        String text = text(Optional.of(value), charset);
        return text == null ? "" : text;
    }

    /** A line to print as it stands, with runs of digits blotted out that may be a card number. */
    static String line(Bytes value, Charset charset) {
        return value.text(charset)
                .replaceAll("\\p{Cntrl}", "")
                .replaceAll("\\d{9,}(?=\\d{4})", "****")
                .stripTrailing();
    }

    /** By number: one byte, or in tag 41 as many as it takes for numbers above 255. */
    private static @Nullable String scheme(Fields fields, Tlv tlv) {
        Optional<Integer> high = tlv.get(CARD_TYPE)
                .filter(value -> value.length() == 1 || value.length() == 2)
                .map(value -> value.length() == 1 ? value.at(0) : value.at(0) << 8 | value.at(1));
        return high.or(() -> fields.get(Bitmap.CARD_TYPE).map(type -> type.at(0)))
                .map(CardSchemes::name)
                .orElse(null);
    }

    private static @Nullable String applicationId(Tlv tlv) {
        return inApplication(tlv, APPLICATION_ID)
                .filter(value -> value.length() >= 5 && value.length() <= 16)
                .map(Bcd::digits)
                .orElse(null);
    }

    private static Optional<Bytes> inApplication(Tlv tlv, int tag) {
        return tlv.get(tag).or(() -> tlv.get(APPLICATION, tag));
    }

    private static CardVerification verification(Tlv tlv) {
        return switch (oneByte(tlv.get(PAYMENT, VERIFICATION).or(() -> tlv.get(VERIFICATION)))) {
            case 0 -> CardVerification.NONE;
            case 1 -> CardVerification.SIGNATURE;
            case 2, 3, 4 -> CardVerification.PIN;
            case 5, 6, 7 -> CardVerification.PIN_AND_SIGNATURE;
            default -> CardVerification.UNKNOWN;
        };
    }

    private static EntryMode entryMode(Tlv tlv) {
        return switch (oneByte(tlv.get(PAYMENT, TECHNOLOGY).or(() -> tlv.get(TECHNOLOGY)))) {
            case 0 -> EntryMode.MAGNETIC_STRIPE;
            case 1 -> EntryMode.EMV_CHIP;
            case 2 -> EntryMode.CONTACTLESS;
            default -> EntryMode.UNKNOWN;
        };
    }

    private static EmvDetails emv(Fields fields, Tlv tlv) {
        return EmvDetails.lenient(
                hex(inApplication(tlv, 0x95)),
                hex(inApplication(tlv, 0x9B)),
                hex(inApplication(tlv, 0x9F26)),
                null,
                fields.get(Bitmap.CARD_SEQUENCE)
                        .map(Bcd::decode)
                        .filter(java.util.OptionalLong::isPresent)
                        .map(number -> "%02d".formatted(number.getAsLong()))
                        .orElse(null));
    }

    private static @Nullable String hex(Optional<Bytes> value) {
        return value.map(Bytes::toHex).orElse(null);
    }

    private static int oneByte(Optional<Bytes> value) {
        return value.filter(bytes -> bytes.length() == 1)
                .map(bytes -> bytes.at(0))
                .orElse(-1);
    }

    /** The last four half-bytes before the padding, if all are digits: terminals mask with E, but not all of it. */
    private static @Nullable String lastFour(Bytes pan) {
        String digits = Bcd.digits(pan).replaceAll("F+$", "");
        String four = digits.substring(Math.max(0, digits.length() - 4));
        return four.matches("\\d{4}") ? four : null;
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
