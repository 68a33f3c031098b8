package io.keentill.device.poslink;

import io.keentill.device.poslink.codec.Message;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.CardVerification;
import io.keentill.domain.payment.EmvDetails;
import io.keentill.domain.payment.EntryMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes from an answer what may be kept of a card: of its number the last four digits, of the holder nothing. The terminal's
 * number serves as receipt number, the till's reference as unique id.
 */
final class CardReader {

    private static final int ENTRY_MODE = 1;
    private static final int CARD_TYPE = 6;

    private CardReader() {}

    static CardDetails read(Message message, List<String> host, int accountGroup, int traceGroup) {
        Map<String, String> extended = extended(message, traceGroup + 1);
        return CardDetails.builder()
                .scheme(scheme(message.field(accountGroup, CARD_TYPE)))
                .cardNumber(message.field(accountGroup, 0))
                .entryMode(entryMode(message.field(accountGroup, ENTRY_MODE)))
                .responseCode(kept(field(host, 0)))
                .authCode(kept(field(host, 2)))
                .rrn(kept(hostReference(host, extended)))
                .traceNumber(kept(field(host, 4)))
                .receiptNumber(kept(message.field(traceGroup, 0)))
                .uti(ours(message.field(traceGroup, 1)))
                .applicationId(applicationId(extended.get("AID")))
                .cardName(kept(extended.get("APPLAB")))
                .verification(verification(extended.get("CVM")))
                .emv(EmvDetails.lenient(
                        extended.get("TVR"), extended.get("TSI"), extended.get("TC"), cryptogramType(extended), null))
                .build();
    }

    /** Linked refunds name the host's own long reference where the terminal tells it. */
    private static @Nullable String hostReference(List<String> host, Map<String, String> extended) {
        String told = extended.get("HREF");
        return told == null || told.isEmpty() ? field(host, 3) : told;
    }

    private static @Nullable String cryptogramType(Map<String, String> extended) {
        return extended.containsKey("TC") ? "TC" : null;
    }

    /** {@code KEY=VALUE} fields, wherever they stand after the trace: terminals differ in how many groups come between. */
    private static Map<String, String> extended(Message message, int from) {
        Map<String, String> values = new HashMap<>();
        for (int i = from; i < message.groups().size(); i++) {
            for (String field : message.group(i)) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    values.putIfAbsent(
                            field.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                            field.substring(equals + 1).strip());
                }
            }
        }
        return values;
    }

    private static @Nullable String scheme(String code) {
        return switch (code) {
            case "01" -> "VISA";
            case "02" -> "MASTERCARD";
            case "03" -> "AMEX";
            case "04" -> "DISCOVER";
            case "05" -> "DINERS";
            case "07" -> "JCB";
            default -> null;
        };
    }

    private static EntryMode entryMode(String code) {
        return switch (code) {
            case "0" -> EntryMode.MANUAL_ENTRY;
            case "1" -> EntryMode.MAGNETIC_STRIPE;
            case "2" -> EntryMode.CONTACTLESS;
            case "4" -> EntryMode.EMV_CHIP;
            case "5" -> EntryMode.FALLBACK;
            default -> EntryMode.UNKNOWN;
        };
    }

    /** Values of CVM as terminals of this maker send them; those not known stay unknown. */
    private static CardVerification verification(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "1", "2", "4" -> CardVerification.PIN;
            case "3", "5" -> CardVerification.PIN_AND_SIGNATURE;
            case "6" -> CardVerification.SIGNATURE;
            default -> CardVerification.UNKNOWN;
        };
    }

    /** An AID: hexadecimal, and its first digit is a letter, as no card number's is. */
    private static @Nullable String applicationId(@Nullable String text) {
        return text != null && text.matches("[A-Fa-f][0-9A-Fa-f]{9,31}") ? text.toUpperCase(Locale.ROOT) : null;
    }

    /** The reference that the till gave; whatever has another form is not one of ours. */
    private static @Nullable String ours(String text) {
        return EcrReference.fits(text) ? text : null;
    }

    /** A text without what might be a card number; null if nothing is left. */
    private static @Nullable String kept(@Nullable String text) {
        String shown = text == null ? "" : FrameMask.shown(text);
        return shown.isEmpty() || shown.contains("****") ? null : shown;
    }

    private static String field(List<String> group, int index) {
        return index < group.size() ? group.get(index) : "";
    }
}
