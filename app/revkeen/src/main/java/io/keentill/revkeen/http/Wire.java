package io.keentill.revkeen.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one attempt brought back. */
public sealed interface Wire {

    /** A complete answer of any status. */
    @SuppressWarnings("ArrayRecordComponent") // passed along inside this package, never compared
    record Reply(
            int status,
            byte[] body,
            @Nullable String requestId,
            boolean replayed,
            @Nullable Duration retryAfter) implements Wire {}

    /** No complete answer. */
    record Lost(Throwable cause, boolean maybeSent, String message) implements Wire {}
}
