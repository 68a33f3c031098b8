package io.keentill.revkeen;

/**
 * A mutating call that is prepared and not yet sent. Its bytes and key are fixed, so it can be stored first and sent
 * later.
 *
 * @param <T> what a successful reply holds
 */
public interface ApiCall<T> {

    /** Everything that will go over the wire. */
    FrozenRequest request();

    /** POST, PUT, PATCH or DELETE. */
    default String method() {
        return request().method();
    }

    /** Relative to the base URL, with its query if it has one. */
    default String path() {
        return request().path();
    }

    /** A copy of the exact body; empty for none. */
    default byte[] body() {
        return request().body();
    }

    /** Generated when the call was prepared, unless given. */
    default String idempotencyKey() {
        return request().idempotencyKey();
    }

    /** The same call under this key: 1 to 255 visible ASCII characters. */
    ApiCall<T> withIdempotencyKey(String key);

    /** Sends it once. It is never repeated behind the caller's back. */
    ApiResult<T> send();

    /**
     * Sends it until it is answered for good or the policy is used up: always the same bytes and key, and only for
     * reasons that a repeat can heal. Stops at once when the thread is interrupted.
     */
    ApiResult<T> sendWithRetry(RetryPolicy policy);
}
