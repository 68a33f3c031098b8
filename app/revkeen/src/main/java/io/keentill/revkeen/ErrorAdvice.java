package io.keentill.revkeen;

import java.time.Duration;

/** Plain words for each kind of refusal. */
final class ErrorAdvice {
    private ErrorAdvice() {}

    static String of(ApiError error) {
        return switch (error) {
            case ApiError.BadRequest _ ->
                "RevKeen does not accept this request as it is. Correct what it names, then send it anew.";
            case ApiError.Unauthenticated _ ->
                "RevKeen does not know this API key. Check in Dashboard > Settings > API Keys that it is complete, active and made for this environment.";
            case ApiError.PermissionDenied _ ->
                "The API key may not do this. Give it the missing scope in the dashboard, or use the key of the right merchant.";
            case ApiError.NotFound _ ->
                "RevKeen has no such object for this key. It may have been deleted, or belong to another environment or merchant.";
            case ApiError.Conflict conflict -> conflict(conflict);
            case ApiError.Unprocessable _ ->
                "A rule of RevKeen stands against this: check the amount, and that the terminal is online and paired.";
            case ApiError.RateLimited limited ->
                "Too many requests at once. Nothing was done; send the same again " + after(limited) + ".";
            case ApiError.ServerError _ ->
                "RevKeen failed and may or may not have done it. Send the same again with the same idempotency key.";
            case ApiError.Unexpected other -> unexpected(other);
        };
    }

    private static String conflict(ApiError.Conflict conflict) {
        if (conflict.idempotencyInProgress()) {
            return "The same request is still being carried out. Wait a moment, then send the same again with the same key.";
        }
        if (conflict.idempotencyConflict()) {
            return "This idempotency key was used before for something else. Do not resend: look up what was stored first.";
        }
        if (conflict.deviceBusy()) {
            return "The terminal has another payment open. Let it finish or cancel it, then start again.";
        }
        return "The object is not in a state that allows this. Read it again and decide on what it says now.";
    }

    private static String unexpected(ApiError.Unexpected other) {
        if (other.mayHaveTakenEffect()) {
            return "The answer could not be read, so it may have been done. Send the same again with the same idempotency key, or look it up.";
        }
        if (other.status() >= 300 && other.status() < 400) {
            return "The address redirects elsewhere, which is not followed. Check the base URL.";
        }
        return "This answer was not expected. Check that the base URL is that of RevKeen, ending in /v2.";
    }

    private static String after(ApiError.RateLimited limited) {
        Duration wait = limited.retryAfter();
        return wait == null ? "in a moment" : "in " + wait.toSeconds() + " s";
    }
}
