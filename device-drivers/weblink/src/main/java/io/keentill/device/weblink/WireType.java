package io.keentill.device.weblink;

import io.keentill.domain.payment.PaymentKind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Our words in WebLink's: kinds, references, transaction ids. */
final class WireType {

    private static final int LONGEST_REFERENCE = 40;

    private WireType() {}

    /** The {@code transType} to send. */
    static String of(PaymentKind kind) {
        return switch (kind) {
            case SALE -> "SALE";
            case REFUND -> "REFUND";
            case REVERSAL, RELEASE -> "REVERSAL";
            case PRE_AUTHORISATION -> "PRE_AUTH";
            case COMPLETION -> "COMPLETION";
        };
    }

    /**
     * Whether the terminal may write a transaction of this kind so: the published descriptions spell one word in two ways.
     * One that does not say fits a kind that has a {@code uti} of its own, which then tells enough.
     */
    static boolean fits(PaymentKind kind, String type) {
        String letters = letters(type);
        if (letters.isEmpty()) {
            return !namedByOriginal(kind);
        }
        return letters.equals(letters(of(kind)))
                || (kind == PaymentKind.PRE_AUTHORISATION && letters.equals("AUTHORISATIONONLY"));
    }

    private static String letters(String type) {
        return type.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }

    /** Whether this kind is told by the {@code uti} of the transaction it refers to, not by one of its own. */
    static boolean namedByOriginal(PaymentKind kind) {
        return kind == PaymentKind.REVERSAL || kind == PaymentKind.RELEASE || kind == PaymentKind.COMPLETION;
    }

    /** The {@code uti} of an attempt: always the same for the same reference, so that it is never lost. */
    static String uti(String reference) {
        return UUID.nameUUIDFromBytes(("keentill " + reference).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Our reference as the terminal keeps it. */
    static String reference(String reference) {
        return reference.length() <= LONGEST_REFERENCE ? reference : reference.substring(0, LONGEST_REFERENCE);
    }
}
