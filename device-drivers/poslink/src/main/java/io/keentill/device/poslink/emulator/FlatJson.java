package io.keentill.device.poslink.emulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON objects whose values are plain: text without exotic escapes, numbers, true, false. All the emulator needs. */
final class FlatJson {

    private static final Pattern MEMBER =
            Pattern.compile("\\s*\"([^\"\\\\]*)\"\\s*:\\s*(?:\"([^\"\\\\]*)\"|(-?\\d+|true|false))\\s*(,|$)");

    private FlatJson() {}

    /**
     * Names and values as text.
     *
     * @throws IllegalArgumentException if {@code json} is something else
     */
    static Map<String, String> parse(String json) {
        String text = json.strip();
        if (!text.startsWith("{") || !text.endsWith("}")) {
            throw new IllegalArgumentException("A JSON object is expected: {\"name\":\"value\"}");
        }
        String inner = text.substring(1, text.length() - 1).strip();
        Map<String, String> values = new LinkedHashMap<>();
        Matcher member = MEMBER.matcher(inner);
        int at = 0;
        while (at < inner.length()) {
            if (!member.find(at) || member.start() != at) {
                throw new IllegalArgumentException("The JSON cannot be read from character " + (at + 1) + " on");
            }
            values.put(member.group(1), member.group(2) != null ? member.group(2) : member.group(3));
            at = member.end();
        }
        return values;
    }

    /** {@code text} as a JSON string, with quotes. */
    static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
    }
}
