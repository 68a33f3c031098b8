package io.keentill.revkeen;

import org.jspecify.annotations.Nullable;

/** A call failed where its caller asked for the plain value: {@link ApiResult#orThrow()} and {@link Listing#stream()}. */
public final class ApiFailureException extends RuntimeException {
    private final transient ApiResult<?> result;

    ApiFailureException(ApiResult<?> result, @Nullable Throwable cause) {
        super(describe(result), cause);
        this.result = result;
    }

    /** The failed result: {@link ApiResult.Refused} or {@link ApiResult.Unreachable}. */
    public ApiResult<?> result() {
        return result;
    }

    private static String describe(ApiResult<?> result) {
        return switch (result) {
            case ApiResult.Ok<?> ok -> "HTTP " + ok.status();
            case ApiResult.Refused<?> refused -> refused.error().summary();
            case ApiResult.Unreachable<?> lost -> lost.message();
        };
    }
}
