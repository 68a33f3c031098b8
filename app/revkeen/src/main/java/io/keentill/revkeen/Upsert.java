package io.keentill.revkeen;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a write by foreign id ({@code PUT …/external/{source}/{id}}). */
public sealed interface Upsert<T> {

    /** The object as it now is; {@link IllegalStateException} when RevKeen kept what it had and does not show it. */
    T value();

    /**
     * It is stored.
     *
     * @param value the object as it now is
     * @param created true when new, false when an older one was changed
     * @param skipped whether RevKeen left it unchanged (products)
     * @param warnings what RevKeen remarked
     */
    record Stored<T>(T value, boolean created, boolean skipped, List<String> warnings) implements Upsert<T> {}

    /**
     * RevKeen already has the same or something newer, and kept it.
     *
     * @param reason {@code stale_update} or {@code unchanged_content}
     * @param stored time of what RevKeen holds, for a stale update
     * @param incoming time of what was sent, for a stale update
     * @param contentHash of what RevKeen holds, for unchanged content
     */
    record Ignored<T>(
            String reason,
            @Nullable Instant stored,
            @Nullable Instant incoming,
            @Nullable String contentHash) implements Upsert<T> {

        @Override
        public T value() {
            throw new IllegalStateException("RevKeen kept what it had: " + reason);
        }
    }
}
