package io.keentill.device.weblink;

import io.keentill.domain.payment.PaymentKind;
import java.nio.charset.StandardCharsets;
import java.util.Set;
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

    /** Whether the terminal may write a transaction of this kind so; one that does not say fits any. */
    static boolean fits(PaymentKind kind, String type) {
        return type.isEmpty()
                || switch (kind) {
                    case PRE_AUTHORISATION ->
                        Set.of("PRE_AUTH", "AUTHORISATION_ONLY").contains(type);
                    default -> of(kind).equals(type);
                };
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
