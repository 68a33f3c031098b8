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
 * @param original for a reversal: trace number of the payment to undo, if known
 */
record RecoveryHint(boolean none, OptionalLong trace, OptionalLong receipt, OptionalLong original) {

    private static final String VERSION = "zvt1";

    /** Reads what {@link #toString} wrote; empty if it is something else. */
    static Optional<RecoveryHint> parse(String text) {
        String[] parts = text.split(";", -1);
        if (!parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        Map<String, Long> values = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            if (pair.length != 2 || !pair[1].matches("\\d{1,12}")) {
                return Optional.empty();
            }
            values.put(pair[0], Long.valueOf(pair[1]));
        }
        return Optional.of(new RecoveryHint(
                values.containsKey("none"),
                value(values, "trace"),
                value(values, "receipt"),
                value(values, "original")));
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
        return text.toString();
    }

    private static OptionalLong value(Map<String, Long> values, String name) {
        Long value = values.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
