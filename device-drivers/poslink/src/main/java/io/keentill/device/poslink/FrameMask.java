package io.keentill.device.poslink;

import io.keentill.device.poslink.codec.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes messages for the frame trace. Of a group that can hold card data or a name only its number of fields is written;
 * elsewhere anything that looks like a card number is cut to its last four digits.
 */
final class FrameMask {

    private static final Pattern NUMBER = Pattern.compile("\\d{9,15}(?=\\d{4}(?!\\d))");
    private static final Pattern UNSHOWABLE = Pattern.compile("[^ -~\\u00A0-\\u00FF]");
    private static final int LONGEST_FIELD = 60;
    /** Of a T01 account, cards' address, commercial, e-commerce and extended data; of an R03 its account and what follows. */
    private static final Set<Integer> HIDDEN_IN_PAYMENT = Set.of(8, 10, 11, 12, 13);

    private static final Set<Integer> HIDDEN_IN_RECORD = Set.of(12, 14, 15, 16, 17, 18);
    private static final Set<Integer> HIDDEN_IN_REQUEST = Set.of(4, 6, 8, 9, 10);
    /** Date and time as one number would look like a card's. */
    private static final Pattern STAMP = Pattern.compile("(20\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)");

    private static final int TIME_FIELD = 2;

    private FrameMask() {}

    /** One line. */
    static String text(Message message) {
        Set<Integer> hidden = message.text(0).equals("T00")
                ? HIDDEN_IN_REQUEST
                : switch (message.text(1)) {
                    case "T01" -> HIDDEN_IN_PAYMENT;
                    case "R03" -> HIDDEN_IN_RECORD;
                    default -> Set.of();
                };
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < message.groups().size(); i++) {
            List<String> fields = message.group(i);
            // Whatever comes after the groups that are known is hidden too.
            boolean hide = hidden.contains(i) || (!hidden.isEmpty() && i > 18);
            groups.add(hide && !fields.isEmpty() ? "<" + fields.size() + " fields>" : plain(fields));
        }
        return String.join(" | ", groups);
    }

    /** A text of the terminal, fit to be shown and stored. */
    static String shown(String text) {
        String clean =
                NUMBER.matcher(UNSHOWABLE.matcher(text).replaceAll(" ").strip()).replaceAll("****");
        return clean.substring(0, Math.min(LONGEST_FIELD, clean.length()));
    }

    private static String plain(List<String> fields) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            Matcher time = STAMP.matcher(field);
            shown.add(i == TIME_FIELD && time.matches() ? time.replaceAll("$1-$2-$3 $4:$5:$6") : shown(field));
        }
        return String.join(",", shown);
    }
}
