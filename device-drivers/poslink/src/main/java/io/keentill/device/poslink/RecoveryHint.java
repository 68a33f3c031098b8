package io.keentill.device.poslink;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to find a payment again: the reference that the terminal got, and which transaction was the last in its
 * batch before. As long as that one is still there, the batch was not closed, and a payment that is not there never was.
 * Written as {@code poslink1;ecr=K7Q2M9XW4T;last=12,AB3,20261124101530}.
 *
 * @param reference the terminal's name of the payment
 * @param before what was known of the batch
 * @param last the last transaction before; null unless {@code before} is {@link Before#KNOWN}
 * @param original what it undoes or completes; null for payments that stand alone
 */
record RecoveryHint(
        String reference,
        Before before,
        @Nullable Mark last,
        @Nullable Mark original) {

    private static final String VERSION = "poslink1";
    private static final String NONE = "none";

    /** What was known of the batch before a payment was sent. */
    enum Before {
        /** The last transaction in it. */
        KNOWN,
        /** That it was empty. */
        EMPTY,
        /** Nothing: the terminal does not tell. */
        UNTOLD
    }

    /**
     * A transaction as it is recognised.
     *
     * @param number the terminal's, which starts again with each batch
     * @param reference the till's, may be empty
     * @param stamp date and time by the terminal, may be empty
     */
    record Mark(String number, String reference, String stamp) {

        boolean marks(Transaction transaction) {
            return number.equals(transaction.number())
                    && reference.equals(transaction.reference())
                    && stamp.equals(transaction.stamp());
        }

        static Mark of(Transaction transaction) {
            return new Mark(transaction.number(), transaction.reference(), transaction.stamp());
        }

        @Override
        public String toString() {
            return encoded(number) + "," + encoded(reference) + "," + encoded(stamp);
        }

        static Optional<Mark> parse(@Nullable String text) {
            String[] parts = text == null ? new String[0] : text.split(",", -1);
            try {
                return parts.length == 3
                        ? Optional.of(new Mark(decoded(parts[0]), decoded(parts[1]), decoded(parts[2])))
                        : Optional.empty();
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }
    }

    /** Reads what {@link #toString} wrote; empty if it is something else. */
    static Optional<RecoveryHint> parse(String text) {
        String[] parts = text.split(";", -1);
        if (!parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            if (pair.length != 2) {
                return Optional.empty();
            }
            values.put(pair[0], pair[1]);
        }
        String reference = values.getOrDefault("ecr", "");
        Optional<Mark> last = Mark.parse(values.get("last"));
        Before before =
                last.isPresent() ? Before.KNOWN : NONE.equals(values.get("last")) ? Before.EMPTY : Before.UNTOLD;
        return reference.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecoveryHint(
                        reference,
                        before,
                        last.orElse(null),
                        Mark.parse(values.get("original")).orElse(null)));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(VERSION).append(";ecr=").append(reference);
        switch (before) {
            case KNOWN -> text.append(";last=").append(last);
            case EMPTY -> text.append(";last=").append(NONE);
            case UNTOLD -> {
                // Nothing is known, so nothing is written.
            }
        }
        if (original != null) {
            text.append(";original=").append(original);
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
