package io.keentill.sandbox.shop;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cards that the sandbox's gateway knows (API reference D.8) and how each behaves. Stored methods and tokens name
 * their card by this name; no number is kept beyond its last four digits. {@code pm_card_NAME} attaches one to a
 * customer, {@code tok_NAME} pays with one once.
 */
public enum TestCard {
    /** Every charge is approved. */
    VISA("visa", "1111", "credit", null, ""),
    /** Every charge is approved. */
    MASTERCARD("mastercard", "4444", "debit", null, ""),
    /** Every charge is declined without a reason; it cannot be set up either. */
    DECLINED("visa", "0002", "credit", "generic_decline", "The card was declined."),
    /** It can be stored, but a charge finds no money. */
    INSUFFICIENT_FUNDS("visa", "9995", "debit", "insufficient_funds", "The card has insufficient funds."),
    /** It has expired: neither charge nor set-up succeeds. */
    EXPIRED("visa", "0069", "credit", "expired_card", "The card has expired."),
    /** Its owner must confirm each charge and each set-up; off-session charges are declined. */
    AUTHENTICATION_REQUIRED(
            "visa", "3155", "credit", "authentication_required", "The card's owner must confirm this payment.");

    private static final String METHOD = "pm_card_";
    private static final String TOKEN = "tok_";

    private final String brand;
    private final String lastFour;
    private final String funding;
    private final @Nullable String declineCode;
    private final String message;

    TestCard(String brand, String lastFour, String funding, @Nullable String declineCode, String message) {
        this.brand = brand;
        this.lastFour = lastFour;
        this.funding = funding;
        this.declineCode = declineCode;
        this.message = message;
    }

    /** The card that a ready-made method such as {@code pm_card_visa} names, or null. */
    public static @Nullable TestCard ofMethod(String id) {
        return named(METHOD, id);
    }

    /** The card behind a one-time token such as {@code tok_visa}, or null. */
    public static @Nullable TestCard ofToken(String token) {
        return named(TOKEN, token);
    }

    /** The brand in payment records. */
    public String brand() {
        return brand;
    }

    /** The last four digits. */
    public String lastFour() {
        return lastFour;
    }

    /** The kind of card. */
    String funding() {
        return funding;
    }

    /** The decline's word, from the category list of the reference (B.21); null when charges are approved. */
    public @Nullable String declineCode() {
        return declineCode;
    }

    /** The decline in words, empty when charges are approved. */
    public String message() {
        return message;
    }

    /** The year it ends in, seen from this one. */
    int expiryYear(int thisYear) {
        return this == EXPIRED ? thisYear - 1 : thisYear + 4;
    }

    private static @Nullable TestCard named(String prefix, String text) {
        for (TestCard card : values()) {
            if (text.equals(prefix + card.name().toLowerCase(Locale.ROOT))) {
                return card;
            }
        }
        return null;
    }
}
