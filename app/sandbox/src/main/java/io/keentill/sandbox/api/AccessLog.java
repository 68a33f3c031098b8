package io.keentill.sandbox.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Which endpoints were reached and how they answered, counted: proof for tests that a call arrived where it should. */
public final class AccessLog {
    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

    private record Key(String method, @Nullable String path, int status) {}

    /**
     * Answers of one kind.
     *
     * @param method upper case
     * @param path the endpoint's path with its placeholders, null when the request fitted no endpoint
     * @param status the HTTP status that it was answered with
     * @param count how often
     */
    public record Entry(String method, @Nullable String path, int status, long count) {}

    /** Notes one answer; {@code endpoint} null when the request fitted none. */
    void note(String method, @Nullable Endpoint endpoint, int status) {
        Key key = new Key(method, endpoint == null ? null : endpoint.path(), status);
        counts.computeIfAbsent(key, fresh -> new LongAdder()).increment();
    }

    /** Everything noted since the start or the last {@link #clear}. */
    public List<Entry> entries() {
        return counts.entrySet().stream()
                .map(entry -> new Entry(
                        entry.getKey().method(),
                        entry.getKey().path(),
                        entry.getKey().status(),
                        entry.getValue().sum()))
                .sorted(Comparator.comparing((Entry entry) -> String.valueOf(entry.path()))
                        .thenComparing(Entry::method)
                        .thenComparingInt(Entry::status))
                .toList();
    }

    /** Forgets everything noted. */
    public void clear() {
        counts.clear();
    }
}
