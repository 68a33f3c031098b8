package io.keentill.revkeen.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A request in one line for the log: nothing of its headers, query or body, and of its path only what is harmless. */
final class LogLine {
    private static final int LONGEST_SEGMENT = 80;

    /** Twelve digits or more, with or without separators: it may be a card number. */
    private static final Pattern CARD = Pattern.compile("[0-9](?:(?:%20|[ .-])?[0-9]){11,}");

    /** Keys, tokens and secrets by their beginnings (sections A.1, A.2, B.27). */
    private static final Pattern SECRET = Pattern.compile("rk_|rkcps_|whsec_", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile("@|%40");

    private LogLine() {}

    static String of(String method, String path, String outcome, Duration took) {
        return method + " " + harmless(path) + " -> " + outcome + " in " + took.toMillis() + " ms";
    }

    private static String harmless(String path) {
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        String kept = Arrays.stream(plain.split("/", -1)).map(LogLine::segment).collect(Collectors.joining("/"));
        return query < 0 ? kept : kept + "?…";
    }

    private static String segment(String segment) {
        boolean risky = segment.length() > LONGEST_SEGMENT
                || (CARD.matcher(segment).find() && !isUuid(segment))
                || SECRET.matcher(segment).find()
                || ADDRESS.matcher(segment).find();
        return risky ? "…" : segment;
    }

    /** An id of the API may by chance hold many digits; it is worth reading and is no card number. */
    private static boolean isUuid(String segment) {
        return segment.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }
}
