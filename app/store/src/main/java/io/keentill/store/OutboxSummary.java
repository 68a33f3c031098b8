package io.keentill.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much RevKeen does not know yet.
 *
 * @param waiting rows still to be sent, those behind a task included
 * @param blocked rows that need a person
 * @param oldestWaiting when the first waiting row in the sequence was made; null if none waits
 */
public record OutboxSummary(
        int waiting, int blocked, @Nullable Instant oldestWaiting) {}
