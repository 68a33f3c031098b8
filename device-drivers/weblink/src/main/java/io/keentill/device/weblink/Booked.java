package io.keentill.device.weblink;

import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentKind;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the terminal's books name it. Only all three together name one: receipt numbers may start again, and a
 * reversal may carry the numbers of its original.
 *
 * @param receipt the terminal's receipt number
 * @param rrn retrieval reference number
 * @param kind what it was
 */
record Booked(String receipt, String rrn, PaymentKind kind) {

    private static final int LONGEST = 40;
    private static final String BETWEEN = "/";

    /** What an approval of this kind is called; empty if the terminal did not name it. */
    static Optional<Booked> of(PaymentKind kind, CardDetails card) {
        return named(card.receiptNumber()) && named(card.rrn())
                ? Optional.of(new Booked(String.valueOf(card.receiptNumber()), String.valueOf(card.rrn()), kind))
                : Optional.empty();
    }

    private static boolean named(@Nullable String number) {
        return number != null && !number.isBlank() && number.length() <= LONGEST;
    }

    /** Reads {@link #text}; empty if it is none. */
    static Optional<Booked> parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Booked(decoded(parts[0]), decoded(parts[1]), PaymentKind.valueOf(parts[2])));
        } catch (IllegalArgumentException ofNoKindOrDamaged) {
            return Optional.empty(); // what is not known rules nothing out
        }
    }

    /** One word. */
    String text() {
        return encoded(receipt) + BETWEEN + encoded(rrn) + BETWEEN + kind;
    }

    /** {@code text} as one word without slashes. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The reverse; IllegalArgumentException if it is damaged. */
    static String decoded(String word) {
        return URLDecoder.decode(word, StandardCharsets.UTF_8);
    }
}
