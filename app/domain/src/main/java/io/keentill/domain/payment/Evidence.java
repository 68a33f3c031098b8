package io.keentill.domain.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a manager saw, where no terminal can tell any more what became of a payment.
 *
 * @param kind what it stands on
 * @param text what exactly, in the manager's words; never a card number
 * @param approved what was taken (or given back, for a refund); null if nothing moved
 * @param authCode authorisation code as printed; needed where something moved
 */
public record Evidence(
        Kind kind,
        String text,
        @Nullable Money approved,
        @Nullable String authCode) {

    /** What evidence can stand on. */
    public enum Kind {
        /** A slip that the terminal printed. */
        PAPER_SLIP,
        /** What the terminal itself shows: its last payment, its journal. */
        TERMINAL_SCREEN,
        /** What the acquirer said on the telephone or shows in its portal. */
        ACQUIRER
    }

    private static final int SHORTEST = 3;
    private static final int LONGEST = 400;
    private static final Pattern CARD_NUMBER = Pattern.compile("(?:\\d[ -]?){12,18}\\d");
    private static final Pattern AUTH_CODE = Pattern.compile("[A-Za-z0-9]{2,12}");

    /** That nothing moved. */
    public static Evidence nothingMoved(Kind kind, String text) {
        return new Evidence(kind, text, null, null);
    }

    /** That {@code approved} moved under this authorisation code. */
    public static Evidence moved(Kind kind, String text, Money approved, String authCode) {
        return new Evidence(kind, text, approved, authCode);
    }

    /** What is wrong with it for a payment of {@code asked}, in words for people; empty if it will do. */
    public Optional<Sentence> problem(Money asked) {
        if (text.strip().length() < SHORTEST || text.length() > LONGEST) {
            return Optional.of(Sentence.of(
                    "payment.write-down-what-you-saw-and",
                    "Write down what you saw and where, in {0} to {1} characters.",
                    SHORTEST,
                    LONGEST));
        }
        if (CARD_NUMBER.matcher(text).find()) {
            return Optional.of(Sentence.of(
                    "payment.leave-the-card-number-out-no",
                    "Leave the card number out: no more than its last four digits may be kept."));
        }
        Money moved = approved;
        if (moved == null) {
            return authCode == null
                    ? Optional.empty()
                    : Optional.of(Sentence.of(
                            "payment.a-payment-that-was-not-approved",
                            "A payment that was not approved has no authorisation code."));
        }
        if (!moved.currency().equals(asked.currency())) {
            return Optional.of(
                    Sentence.of("payment.this-payment-was-in", "This payment was in {0}.", asked.currency()));
        }
        if (!moved.isPositive() || moved.compareTo(asked) > 0) {
            return Optional.of(Sentence.of(
                    "payment.the-payment-was-for-cannot-have",
                    "The payment was for {0}; {1} cannot have been approved.",
                    asked,
                    moved));
        }
        return authCode != null && AUTH_CODE.matcher(authCode).matches()
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "payment.enter-the-authorisation-code-as-it",
                        "Enter the authorisation code as it stands on the slip: 2 to 12 letters and" + " digits."));
    }
}
