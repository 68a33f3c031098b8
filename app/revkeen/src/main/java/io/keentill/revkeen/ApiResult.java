package io.keentill.revkeen;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended. Nothing about a refused or lost call is thrown.
 *
 * @param <T> what a successful reply holds
 */
public sealed interface ApiResult<T> {

    /**
     * The API did it (any 2xx).
     *
     * @param value the reply, read
     * @param status HTTP status
     * @param requestId RevKeen's name for the request, for support; null when it gave none
     * @param replayed whether this is the stored answer to an earlier request with the same idempotency key
     * @param rawBody the reply's bytes exactly as received
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are the caller's own copy, equality is not asked of results
    record Ok<T>(T value, int status, @Nullable String requestId, boolean replayed, byte[] rawBody)
            implements ApiResult<T> {}

    /** The API answered, and did not do it, or answered in a way nobody can read. */
    record Refused<T>(ApiError error) implements ApiResult<T> {}

    /**
     * No complete answer came.
     *
     * @param cause what went wrong
     * @param maybeSent false: certainly nothing reached the server (no such host, refused, TLS, no connection in time,
     *     own rate limit); true: the server may have received and carried out the request
     * @param message one sentence for people, without secrets
     */
    record Unreachable<T>(Throwable cause, boolean maybeSent, String message) implements ApiResult<T> {}

    /** The same result with its value translated. */
    default <R> ApiResult<R> map(Function<? super T, ? extends R> translate) {
        return switch (this) {
            case Ok<T> ok ->
                new Ok<>(translate.apply(ok.value()), ok.status(), ok.requestId(), ok.replayed(), ok.rawBody());
            case Refused<T> refused -> new Refused<>(refused.error());
            case Unreachable<T> lost -> new Unreachable<>(lost.cause(), lost.maybeSent(), lost.message());
        };
    }

    /** The value, or {@link ApiFailureException} where a failure is not expected. */
    default T orThrow() {
        return switch (this) {
            case Ok<T> ok -> ok.value();
            case Refused<T> refused -> throw new ApiFailureException(refused, null);
            case Unreachable<T> lost -> throw new ApiFailureException(lost, lost.cause());
        };
    }
}
