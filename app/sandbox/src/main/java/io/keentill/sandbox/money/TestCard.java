package io.keentill.sandbox.money;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cards that the simulated gateway knows: the four published ones (API reference D.8), and one of the sandbox's own
 * that asks the payer to prove who they are. Only the behaviour and the last four digits are ever kept.
 */
public enum TestCard {
    /** Always approved. */
    SUCCESS("4111111111111111"),
    /** Always declined. */
    DECLINED("4000000000000002"),
    /** Declined for want of money. */
    INSUFFICIENT_FUNDS("4000000000009995"),
    /** Declined as expired. */
    EXPIRED("4000000000000069"),
    /** Approved once its owner has answered a challenge. The sandbox's own number. */
    CHALLENGE("4000000000003220");

    /** The scheme of all test cards. */
    static final String BRAND = "visa";

    private final String number;

    TestCard(String number) {
        this.number = number;
    }

    /** Its name in tokens and controls, such as {@code insufficient_funds}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The only digits that records show. */
    public String lastFour() {
        return number.substring(number.length() - 4);
    }

    /** The card of this name, or null. */
    public static @Nullable TestCard named(String word) {
        return Arrays.stream(values())
                .filter(card -> card.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** The card with this number, blanks ignored, or null. */
    public static @Nullable TestCard numbered(String number) {
        String digits = number.replace(" ", "");
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits))
                .findFirst()
                .orElse(null);
    }

    /** The card of a name that this program stored. */
    static TestCard of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
