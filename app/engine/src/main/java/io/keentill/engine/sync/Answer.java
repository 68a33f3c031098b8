package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiResult;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an answer of RevKeen means for the outbox, decided in one place. */
sealed interface Answer {

    /** Statuses from here on are the server's own fault. */
    int SERVER_FAILED = 500;

    /** Codes of a device that is switched off or not yet linked: no fault of the payment. */
    Set<String> DEVICE_NOT_READY = Set.of("device_offline", "device_unpaired");

    /** Done; {@code body} is RevKeen's answer as text. */
    record Accepted(int status, String body) implements Answer {}

    /** Not now: the same bytes under the same key again later. */
    record Later(
            @Nullable Integer status,
            Sentence why,
            @Nullable Duration after) implements Answer {

        /** Whether RevKeen itself failed, so that it should be asked less. */
        boolean strained() {
            return status != null && status >= SERVER_FAILED;
        }
    }

    /** Nothing was sent: something else comes first, or it cannot go on without somebody. */
    record NotSent(Sentence why) implements Answer {}

    /** The key lacks the permission for this kind of request; others go on. */
    record Denied(int status, Sentence why) implements Answer {}

    /** Posted for the till's device; the outcome comes through the connector. */
    record AtDevice() implements Answer {}

    /**
     * The device cannot take it now. RevKeen keeps this refusal under the key, so that only a new key is a new try; that
     * is safe, because nothing was made.
     */
    record DeviceNotReady(int status, Sentence why) implements Answer {}

    /** RevKeen cannot be reached, does not know the key, or asks for a pause: nothing else gets through either. */
    record Pause(Reason reason, Sentence why, @Nullable Duration after) implements Answer {}

    /**
     * Refused for good: a task for somebody.
     *
     * @param unspoken whether no reason can be read, so that it may be nobody's word at all: worth a few more tries
     */
    record Never(int status, Sentence why, boolean unspoken) implements Answer {}

    /** Why everything pauses. */
    enum Reason {
        /** No connection. */
        UNREACHABLE,
        /** 401. */
        KEY_REFUSED,
        /** 429. */
        RATE_LIMITED
    }

    /** No answer came. */
    static Answer unreachable(Sentence why) {
        return new Pause(Reason.UNREACHABLE, why, null);
    }

    /** Reads a result; {@code body} is taken when it was accepted. */
    static <T> Answer of(ApiResult<T> result, Function<T, String> body) {
        return switch (result) {
            case ApiResult.Ok<T> ok -> new Accepted(ok.status(), body.apply(ok.value()));
            case ApiResult.Unreachable<T> lost -> unreachable(ApiWords.lost(lost));
            case ApiResult.Refused<T> no -> of(no.error());
        };
    }

    /** Reads a refusal. */
    static Answer of(ApiError error) {
        return switch (error) {
            case ApiError.Unauthenticated no ->
                new Pause(
                        Reason.KEY_REFUSED,
                        Sentence.of(
                                "sync.revkeen-refuses-this-tills-key-set",
                                "RevKeen refuses this till's key ({0}). Set a valid key.",
                                ApiWords.said(no)),
                        null);
            case ApiError.PermissionDenied no ->
                new Denied(
                        no.status(),
                        Sentence.of(
                                "sync.this-tills-key-lacks-a-permission",
                                "This till's key lacks a permission ({0}). Add the scope in RevKeen.",
                                ApiWords.said(no)));
            case ApiError.RateLimited slow -> new Pause(Reason.RATE_LIMITED, ApiWords.said(slow), slow.retryAfter());
            case ApiError.Conflict busy
            when busy.deviceBusy() -> new DeviceNotReady(busy.status(), ApiWords.said(busy));
            case ApiError.Unprocessable device
            when DEVICE_NOT_READY.contains(String.valueOf(device.code())) ->
                new DeviceNotReady(device.status(), ApiWords.said(device));
            case ApiError again
            when again.isRetryable() -> new Later(again.status(), ApiWords.said(again), again.retryAfter());
            case ApiError no -> new Never(no.status(), ApiWords.full(no), no.saysNothing());
        };
    }
}
