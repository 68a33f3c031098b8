package io.keentill.domain.payment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What schemes want on the receipt of a chip or contactless payment besides AID and label (EMV Book 3, annex A). All but
 * the type are upper-case hexadecimal; none of it identifies a card.
 *
 * @param tvr tag 95, terminal verification results, 10 digits
 * @param tsi tag 9B, transaction status information, 4 digits
 * @param cryptogram tag 9F26, application cryptogram, 16 digits
 * @param cryptogramType TC, ARQC or AAC
 * @param panSequence tag 5F34, tells apart cards of one account, 1 to 3 digits
 */
public record EmvDetails(
        @Nullable String tvr,
        @Nullable String tsi,
        @Nullable String cryptogram,
        @Nullable String cryptogramType,
        @Nullable String panSequence) {

    /** Nothing known. */
    public static final EmvDetails NONE = new EmvDetails(null, null, null, null, null);

    private static final int LONGEST = 32;

    /**
     * Takes what a terminal said and leaves out what is not of its form: a terminal's nonsense never costs a payment.
     *
     * @param tvr with or without blanks, either case; so for the others
     */
    public static EmvDetails lenient(
            @Nullable String tvr,
            @Nullable String tsi,
            @Nullable String cryptogram,
            @Nullable String cryptogramType,
            @Nullable String panSequence) {
        return new EmvDetails(
                hex(tvr),
                hex(tsi),
                hex(cryptogram),
                clean(cryptogramType).filter(t -> t.matches("TC|ARQC|AAC")).orElse(null),
                clean(panSequence).filter(s -> s.matches("\\d{1,3}")).orElse(null));
    }

    private static @Nullable String hex(@Nullable String text) {
        return clean(text)
                .filter(t -> t.length() <= LONGEST && t.matches("(?:[0-9A-F]{2})+"))
                .orElse(null);
    }

    private static java.util.Optional<String> clean(@Nullable String text) {
        return java.util.Optional.ofNullable(text)
                .map(t -> t.replace(" ", "").toUpperCase(Locale.ROOT))
                .filter(t -> !t.isEmpty());
    }
}
