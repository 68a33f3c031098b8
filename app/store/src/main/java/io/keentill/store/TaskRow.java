package io.keentill.store;

import io.keentill.domain.text.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person has to look at, until somebody says that it is done.
 *
 * @param id UUIDv7
 * @param kind what it is, in the engine's words
 * @param subject what it is about, usually an id
 * @param text what happened and what to do, for people
 * @param openedAt since when
 * @param closedAt when it was done; null while it is open
 * @param closedBy who did it
 * @param note what they did
 */
public record TaskRow(
        String id,
        String kind,
        String subject,
        Sentence text,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String note) {

    /** A new one. */
    public static TaskRow open(String id, String kind, String subject, Sentence text, Instant at) {
        return new TaskRow(id, kind, subject, text, at, null, null, null);
    }

    /** Done by somebody. */
    public TaskRow closed(String by, String what, Instant at) {
        return new TaskRow(id, kind, subject, text, openedAt, at, by, what);
    }
}
