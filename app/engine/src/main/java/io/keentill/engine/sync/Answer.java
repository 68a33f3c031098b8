package io.keentill.engine.sync;

import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an answer of RevKeen means for the outbox, decided in one place. */
sealed interface Answer {

    /** Done. */
    record Accepted(int status, byte[] body) implements Answer {}

    /** Not now: the same bytes again later. */
    record Later(@Nullable Integer status, String why, @Nullable Duration after) implements Answer {}

    /** RevKeen cannot be reached, refuses the key, or asks for a pause: nothing else gets through either. */
    record Pause(Reason reason, String why, @Nullable Duration after) implements Answer {}

    /** Refused for good: a task for somebody. */
    record Never(int status, String why) implements Answer {}

    /** Why everything pauses. */
    enum Reason {
        /** No connection. */
        UNREACHABLE,
        /** 401 or 403. */
        KEY_REFUSED,
        /** 429. */
        RATE_LIMITED
    }

    /** Reads a result; {@code body} is taken when it was accepted. */
    static <T> Answer of(ApiResult<T> result, java.util.function.Function<T, byte[]> body) {
        return switch (result) {
            case ApiResult.Ok<T> ok -> new Accepted(ok.status(), body.apply(ok.value()));
            case ApiResult.Unreachable<T> lost -> new Pause(Reason.UNREACHABLE, lost.message(), null);
            case ApiResult.Refused<T> no -> of(no.error());
        };
    }

    /** Reads a refusal. */
    static Answer of(ApiError error) {
        return switch (error.kind()) {
            case UNAUTHENTICATED ->
                new Pause(
                        Reason.KEY_REFUSED,
                        "RevKeen refuses this till's key (" + error.message() + "). Set a valid key.",
                        null);
            case PERMISSION_DENIED ->
                new Pause(
                        Reason.KEY_REFUSED,
                        "This till's key lacks a permission (" + error.message() + "). Add the scope in RevKeen.",
                        null);
            case RATE_LIMITED -> new Pause(Reason.RATE_LIMITED, error.message(), error.retryAfter());
            case SERVER, IDEMPOTENCY_IN_PROGRESS, DEVICE_BUSY ->
                new Later(error.status(), error.message(), error.retryAfter());
            case BAD_REQUEST, NOT_FOUND, CONFLICT, IDEMPOTENCY_CONFLICT, UNPROCESSABLE, UNEXPECTED ->
                refusal(error);
        };
    }

    private static Answer refusal(ApiError error) {
        @Nullable String code = error.code();
        boolean device = code != null && (code.equals("device_offline") || code.equals("device_unpaired"));
        if (device || error.isRetryable()) {
            return new Later(error.status(), error.message(), error.retryAfter());
        }
        return new Never(error.status(), "RevKeen said " + error.status() + ": " + error.message());
    }
}
