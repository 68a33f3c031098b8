package io.keentill.device.zvt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was the last payment of the terminal before ours was sent: the only way to tell later whether ours ran, as ZVT
 * carries no reference of the till. Written as {@code zvt1;trace=122;receipt=45}.
 *
 * @param none whether the terminal said that it had no payment yet
 * @param trace of the last payment; empty if it had none or did not say
 * @param receipt of the last payment, if it said
 * @param original for what refers to an earlier payment: its trace number, if known
 * @param told the amount that the message names, where it is not that of the attempt
 * @param sync unique number that the terminal gave its last payment (tag 1F1F), in hexadecimal digits, if it does that
 * @param at date and time of the last payment, MMDDHHMMSS, if it said
 */
record RecoveryHint(
        boolean none,
        OptionalLong trace,
        OptionalLong receipt,
        OptionalLong original,
        OptionalLong told,
        Optional<String> sync,
        OptionalLong at) {

    private static final String VERSION = "zvt1";
    private static final String SYNC = "sync";

    /** One that knows nothing of the terminal's last payment, {@code none} or not. */
    static RecoveryHint without(boolean none) {
        return new RecoveryHint(
                none,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    /** One whose terminal had {@code last} as its last payment. */
    static RecoveryHint of(StatusInfo last) {
        return new RecoveryHint(
                false,
                last.trace(),
                last.receipt(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                last.sync(),
                last.at());
    }

    /** The same for a message that names an earlier payment, or an amount that is not the attempt's. */
    RecoveryHint naming(OptionalLong earlier, OptionalLong amount) {
        return new RecoveryHint(none, trace, receipt, earlier, amount, sync, at);
    }

    /** Reads what {@link #toString} wrote; empty if it is something else. */
    static Optional<RecoveryHint> parse(String text) {
        String[] parts = text.split(";", -1);
        if (!parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        Map<String, Long> values = new HashMap<>();
        Optional<String> sync = Optional.empty();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            if (pair[0].equals(SYNC) && pair.length == 2 && pair[1].matches("[0-9A-F]{1,64}")) {
                sync = Optional.of(pair[1]);
                continue;
            }
            if (pair.length != 2 || !pair[1].matches("\\d{1,12}")) {
                return Optional.empty();
            }
            values.put(pair[0], Long.valueOf(pair[1]));
        }
        return Optional.of(new RecoveryHint(
                values.containsKey("none"),
                value(values, "trace"),
                value(values, "receipt"),
                value(values, "original"),
                value(values, "told"),
                sync,
                value(values, "at")));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(VERSION);
        if (none) {
            text.append(";none=1");
        }
        trace.ifPresent(value -> text.append(";trace=").append(value));
        receipt.ifPresent(value -> text.append(";receipt=").append(value));
        original.ifPresent(value -> text.append(";original=").append(value));
        told.ifPresent(value -> text.append(";told=").append(value));
        sync.ifPresent(value -> text.append(";" + SYNC + "=").append(value));
        at.ifPresent(value -> text.append(";at=").append(value));
        return text.toString();
    }

    private static OptionalLong value(Map<String, Long> values, String name) {
        Long value = values.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
