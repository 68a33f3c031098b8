package io.keentill.revkeen;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal, read from any of the API's ten error shapes (section A.8). The HTTP status decides the kind, the code refines it. */
public sealed interface ApiError {

    /**
     * What the reply said.
     *
     * @param status HTTP status
     * @param code the API's word for it, null when it gave none
     * @param message the API's sentence, or the status in words when it gave none
     * @param param the field it complains about, null when none
     * @param requestId RevKeen's name for the request, null when none
     * @param retryAfter how long the API asks to wait, null when it did not ask
     * @param extra everything else that the refusal said, such as {@code details}, {@code type} or {@code
     *     existingChargeId}, under its name on the wire
     */
    record Details(
            int status,
            @Nullable String code,
            String message,
            @Nullable String param,
            @Nullable String requestId,
            @Nullable Duration retryAfter,
            Map<String, Object> extra) {

        /** A refusal that said nothing else. */
        public Details(
                int status,
                @Nullable String code,
                String message,
                @Nullable String param,
                @Nullable String requestId,
                @Nullable Duration retryAfter) {
            this(status, code, message, param, requestId, retryAfter, Map.of());
        }

        /** What stands for the message of a refusal with this status that gave none. */
        public static String withoutReason(int status) {
            return "HTTP status " + status + " without a reason";
        }
    }

    /** 400: malformed, failed validation, or not allowed in the object's present state. */
    record BadRequest(Details details) implements ApiError {}

    /** 401: key missing, wrong, revoked, expired, or of the other environment. */
    record Unauthenticated(Details details) implements ApiError {}

    /** 403: the key lacks the scope, or the object is another merchant's. */
    record PermissionDenied(Details details) implements ApiError {}

    /** 404: no such object, or not visible to this key. */
    record NotFound(Details details) implements ApiError {}

    /** 409: idempotency collision, busy device, illegal or concurrent change. */
    record Conflict(Details details) implements ApiError {
        /** Whether the first request with this key is still running: wait, then send the same again. */
        public boolean idempotencyInProgress() {
            return "idempotency_in_progress".equals(details.code());
        }

        /** Whether the key was used before with another body: a bug or a mixed-up key; never resend. */
        public boolean idempotencyConflict() {
            return "idempotency_conflict".equals(details.code());
        }

        /** Whether the terminal has another payment open. */
        public boolean deviceBusy() {
            return "device_busy".equals(details.code());
        }
    }

    /** 422: a business rule stands against it (refund above the original, terminal offline or unpaired). */
    record Unprocessable(Details details) implements ApiError {}

    /** 429: too many requests. */
    record RateLimited(Details details) implements ApiError {}

    /** 5xx: the server failed; it may or may not have done it. */
    record ServerError(Details details) implements ApiError {}

    /** Any other status, or a 2xx whose body cannot be read: {@code code} is then {@code unreadable_reply}. */
    record Unexpected(Details details) implements ApiError {}

    /** What the reply said. */
    Details details();

    /** HTTP status. */
    default int status() {
        return details().status();
    }

    /** The API's word for it, null when it gave none. */
    default @Nullable String code() {
        return details().code();
    }

    /** The API's sentence, or the status in words. */
    default String message() {
        return details().message();
    }

    /** The field it complains about, null when none. */
    default @Nullable String param() {
        return details().param();
    }

    /** RevKeen's name for the request, null when none. */
    default @Nullable String requestId() {
        return details().requestId();
    }

    /** How long the API asks to wait, null when it did not ask. */
    default @Nullable Duration retryAfter() {
        return details().retryAfter();
    }

    /** Everything else that the refusal said, under its name on the wire. */
    default Map<String, Object> extra() {
        return details().extra();
    }

    /** Whether sending the same request again with the same idempotency key can help, without anybody changing anything. */
    default boolean isRetryable() {
        return switch (this) {
            case RateLimited _, ServerError _ -> true;
            case Conflict conflict -> conflict.idempotencyInProgress();
            case Unexpected other -> other.status() == 408 || other.status() == 425 || other.mayHaveTakenEffect();
            default -> false;
        };
    }

    /** Whether it gave no reason in any of the API's shapes: cut off, or the page of something between here and RevKeen. */
    default boolean saysNothing() {
        return code() == null && extra().isEmpty() && message().equals(Details.withoutReason(status()));
    }

    /** Whether the server may have carried out the request all the same. */
    default boolean mayHaveTakenEffect() {
        return switch (this) {
            case ServerError _ -> true;
            case Conflict conflict -> conflict.idempotencyInProgress();
            case Unexpected other -> other.status() == 408 || (other.status() >= 200 && other.status() < 300);
            default -> false;
        };
    }

    /** What to do about it, in plain words. */
    default String advice() {
        return ErrorAdvice.of(this);
    }

    /** One line for people: status, code, message and the field complained about. */
    default String summary() {
        String code = code() == null ? "" : " " + code();
        String param = param() == null ? "" : " (field " + param() + ")";
        return "RevKeen answered " + status() + code + ": " + message() + param;
    }

    /** The error of this kind for a status. */
    static ApiError of(Details details) {
        return switch (details.status()) {
            case 400 -> new BadRequest(details);
            case 401 -> new Unauthenticated(details);
            case 403 -> new PermissionDenied(details);
            case 404 -> new NotFound(details);
            case 409 -> new Conflict(details);
            case 422 -> new Unprocessable(details);
            case 429 -> new RateLimited(details);
            default ->
                details.status() >= 500 && details.status() < 600 ? new ServerError(details) : new Unexpected(details);
        };
    }
}
