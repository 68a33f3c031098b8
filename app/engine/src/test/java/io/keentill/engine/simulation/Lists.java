package io.keentill.engine.simulation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The simulated RevKeen's lists: newest first, page by page (API reference A.7). */
final class Lists {

    private Lists() {}

    /** What was asked for, by name. */
    static Map<String, String> query(String query) {
        Map<String, String> asked = new HashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            asked.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return asked;
    }

    /** After the id asked for. */
    static <T> SimRevKeen.Reply cursor(
            List<T> all, Map<String, String> asked, Function<T, String> id, Function<T, String> json) {
        List<T> newest = all.reversed();
        String after = asked.get("starting_after");
        int from = 0;
        while (after != null
                && from < newest.size()
                && !id.apply(newest.get(from++)).equals(after)) {
            // goes on to the one after it
        }
        int to = Math.min(newest.size(), from + limit(asked));
        return SimRevKeen.ok(
                200,
                "{\"data\":[" + data(newest.subList(from, to), json) + "],\"has_more\":" + (to < newest.size()) + "}");
    }

    /** From the offset asked for. */
    static <T> SimRevKeen.Reply offset(List<T> all, Map<String, String> asked, Function<T, String> json) {
        List<T> newest = all.reversed();
        int from = Math.min(newest.size(), Integer.parseInt(asked.getOrDefault("offset", "0")));
        int to = Math.min(newest.size(), from + limit(asked));
        String data = data(newest.subList(from, to), json);
        return SimRevKeen.ok(200, "{\"data\":[" + data + "],\"pagination\":{\"total\":" + newest.size() + "}}");
    }

    private static <T> String data(List<T> some, Function<T, String> json) {
        return some.stream().map(json).collect(Collectors.joining(","));
    }

    private static int limit(Map<String, String> asked) {
        return Integer.parseInt(asked.getOrDefault("limit", "20"));
    }
}
