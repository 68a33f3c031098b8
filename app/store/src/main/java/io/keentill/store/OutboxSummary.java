package io.keentill.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much RevKeen does not know yet.
 *
 * @param waiting rows still to be sent, those behind a task included
 * @param blocked rows that need a person
 * @param oldestWaiting when the oldest waiting row was made; null if none waits
 */
public record OutboxSummary(
        int waiting, int blocked, @Nullable Instant oldestWaiting) {}
