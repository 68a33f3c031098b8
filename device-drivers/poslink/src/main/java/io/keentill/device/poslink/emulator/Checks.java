package io.keentill.device.poslink.emulator;

import io.keentill.device.poslink.codec.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the emulated terminal refuses as malformed (100003): it is stricter than any real one, so that nothing passes by luck. */
final class Checks {

    /** Longest reference of the till that is taken. */
    static final int LONGEST_REFERENCE = 16;

    private static final Pattern VERSION = Pattern.compile("1\\.\\d{1,3}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Za-z._-]{1," + LONGEST_REFERENCE + "}");
    private static final Pattern STAMP = Pattern.compile("\\d{14}");
    private static final Pattern TWO_DIGITS = Pattern.compile("\\d{2}");
    /** Most fields of type, amount, account, trace, address, cashier, commercial, e-commerce and extended data. */
    private static final int[] MOST_FIELDS = {1, 6, 6, 12, 2, 2, 10, 8, 64};

    private static final int TYPE = 2;
    private static final int AMOUNT_GROUP = 3;
    private static final int ACCOUNT = 4;
    private static final int TRACE = 5;
    private static final int MOST_PAYMENT_GROUPS = 11;

    private Checks() {}

    /** What is wrong with a command that is not a payment. */
    static Optional<String> command(Message message) {
        if (!message.text(0).matches("[A-Z]\\d{2}")
                || Integer.parseInt(message.text(0).substring(1)) > 98) {
            return Optional.of("COMMAND");
        }
        return VERSION.matcher(message.text(1)).matches() ? Optional.empty() : Optional.of("VERSION");
    }

    /** What is wrong with a T00. */
    static Optional<String> payment(Message message) {
        if (message.groups().size() < TRACE + 1 || message.groups().size() > MOST_PAYMENT_GROUPS) {
            return Optional.of("NUMBER OF GROUPS");
        }
        for (int i = 0; i < MOST_FIELDS.length; i++) {
            if (message.group(TYPE + i).size() > MOST_FIELDS[i]) {
                return Optional.of("TOO MANY FIELDS");
            }
        }
        List<String> amounts = message.group(AMOUNT_GROUP);
        if (!amounts.stream()
                .allMatch(text -> text.isEmpty() || AMOUNT.matcher(text).matches())) {
            return Optional.of("AMOUNT");
        }
        if (!TWO_DIGITS.matcher(message.text(TYPE)).matches()) {
            return Optional.of("TRANSACTION TYPE");
        }
        if (!REFERENCE.matcher(message.text(TRACE)).matches()) {
            return Optional.of("ECR REFERENCE");
        }
        // A till of this kind never knows a card number, nor may it override the check for duplicates unasked.
        return message.group(ACCOUNT).isEmpty() ? Optional.empty() : Optional.of("ACCOUNT");
    }

    /** Cents, 0 if there are none. */
    static long amount(Message payment) {
        String text = payment.field(AMOUNT_GROUP, 0);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    /** What is wrong with a B00. */
    static Optional<String> close(Message message) {
        return STAMP.matcher(message.text(2)).matches() ? Optional.empty() : Optional.of("TIMESTAMP");
    }

    /** What is wrong with an R00 or R02. */
    static Optional<String> report(Message message) {
        return message.text(2).matches("0[0-7]") ? Optional.empty() : Optional.of("EDC TYPE");
    }
}
