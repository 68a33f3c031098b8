package io.keentill.engine;

import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiFailureException;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.UnusableTargetException;

/** What came of asking RevKeen, as sentences. RevKeen's own words stay as they came. */
public final class ApiWords {

    private ApiWords() {}

    /** RevKeen's sentence as it sent it, or that it gave none. */
    public static Sentence said(ApiError error) {
        return error.saysNothing()
                ? Sentence.of("revkeen.no-reason", "HTTP status {0} without a reason", error.status())
                : Sentence.quoted(error.message());
    }

    /** One line: status, code, RevKeen's sentence and the field it complains about. */
    public static Sentence summary(ApiError error) {
        Sentence field = error.param() == null
                ? Sentence.quoted("")
                : Sentence.of("revkeen.field", " (field {0})", error.param());
        String code = error.code() == null ? "" : " " + error.code();
        return Sentence.of(
                "revkeen.answered", "RevKeen answered {0}{1}: {2}{3}", error.status(), code, said(error), field);
    }

    /** What to do about it. */
    public static Sentence advice(ApiError error) {
        return Sentence.of("revkeen.advice-" + kind(error), error.advice());
    }

    /** What it answered, and what to do about it. */
    public static Sentence full(ApiError error) {
        return summary(error).then(advice(error));
    }

    /** That no answer came, and whether the request may have arrived. */
    public static Sentence lost(ApiResult.Unreachable<?> lost) {
        return Sentence.of(lost.maybeSent() ? "revkeen.lost-maybe-sent" : "revkeen.lost-not-sent", lost.message());
    }

    /** Why an address and a key cannot be used together. */
    public static Sentence target(UnusableTargetException e) {
        return switch (e.reason()) {
            case HOST ->
                Sentence.of(
                        "revkeen.the-host-is-neither-revkeen-nor",
                        "the host {0} is neither RevKeen nor this machine: allow it explicitly",
                        e.host());
            case ADDRESS -> Sentence.of("revkeen.target-address", e.words());
            case KEY_FORM -> Sentence.of("revkeen.target-key-form", e.words());
            case NOT_LIVE -> Sentence.of("revkeen.target-not-live", e.words());
            case NOT_TEST -> Sentence.of("revkeen.target-not-test", e.words());
            case IN_THE_CLEAR -> Sentence.of("revkeen.target-in-the-clear", e.words());
        };
    }

    /** What an exception says on the way to RevKeen: in any language if it can, otherwise as it came. */
    public static Sentence by(Throwable e) {
        return switch (e) {
            case UnusableTargetException target -> target(target);
            case ApiFailureException failed
            when failed.result() instanceof ApiResult.Refused<?> no -> summary(no.error());
            case ApiFailureException failed when failed.result() instanceof ApiResult.Unreachable<?> lost -> lost(lost);
            default -> Spoken.by(e);
        };
    }

    private static String kind(ApiError error) {
        return switch (error) {
            case ApiError.BadRequest _ -> "bad-request";
            case ApiError.Unauthenticated _ -> "unauthenticated";
            case ApiError.PermissionDenied _ -> "permission-denied";
            case ApiError.NotFound _ -> "not-found";
            case ApiError.Conflict conflict when conflict.idempotencyInProgress() -> "in-progress";
            case ApiError.Conflict conflict when conflict.idempotencyConflict() -> "key-used";
            case ApiError.Conflict conflict when conflict.deviceBusy() -> "device-busy";
            case ApiError.Conflict _ -> "conflict";
            case ApiError.Unprocessable _ -> "unprocessable";
            case ApiError.RateLimited _ -> "rate-limited";
            case ApiError.ServerError _ -> "server-error";
            case ApiError.Unexpected other when other.mayHaveTakenEffect() -> "unreadable";
            case ApiError.Unexpected _ -> "unexpected";
        };
    }
}
