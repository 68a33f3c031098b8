package io.keentill.sandbox.hooks;

import io.keentill.sandbox.api.FanOut;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The event types that are documented anywhere (API reference F). */
final class EventTypes {
    private static final Map<String, Boolean> KNOWN = read();

    private EventTypes() {}

    /** The types that {@code POST /events/test} takes. */
    static List<String> testable() {
        return KNOWN.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a subscription to {@code wanted} can ever be told anything. */
    static boolean covered(String wanted) {
        return KNOWN.containsKey(wanted) || KNOWN.keySet().stream().anyMatch(type -> FanOut.covers(wanted, type));
    }

    private static Map<String, Boolean> read() {
        Map<String, Boolean> types = new LinkedHashMap<>();
        try (InputStream text = Objects.requireNonNull(EventTypes.class.getResourceAsStream("events.txt"))) {
            new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> types.put(line.replace(" T", ""), line.endsWith(" T")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return types;
    }
}
