package io.keentill.engine.cloud;

import io.keentill.revkeen.ApiError;
import java.util.Objects;

/** What RevKeen's refusals mean for who stands at the counter, and what to do about them. */
final class CloudWords {

    static final String SCOPES =
            "Give the till's key the scopes terminal:read and terminal:write in RevKeen" + " (Settings > API Keys)";

    private CloudWords() {}

    /** What a refusal means. Says nothing about money: the caller knows whether anything was sent before. */
    static String of(ApiError error) {
        String code = Objects.requireNonNullElse(error.code(), "");
        return switch (code) {
            case "device_busy" ->
                "The terminal is busy with another payment: let it end, or cancel it in RevKeen, then try again";
            case "device_offline" ->
                "RevKeen does not hear from the terminal's connector: start the connector program, check its network, then"
                        + " try again";
            case "device_unpaired" -> "The connector has no terminal paired with it: pair one in the connector program";
            case "device_not_found" -> noDevice();
            case "already_settled" -> "The payment has settled and cannot be undone any more: refund it instead";
            case "already_reversed" -> "The payment was given back already, as a whole or in part";
            case "amount_exceeds_remaining" -> "More than is left of the payment cannot be given back";
            default -> byStatus(error);
        };
    }

    static String noDevice() {
        return "RevKeen knows no terminal with this id: look it up with till terminals find, or in RevKeen's dashboard";
    }

    private static String byStatus(ApiError error) {
        return switch (error) {
            case ApiError.PermissionDenied _ -> "The till's key may not use terminals. " + SCOPES;
            case ApiError.Unauthenticated _ ->
                "RevKeen refuses the till's key: copy it again from Settings > API Keys, for the right environment";
            case ApiError.Conflict conflict
            when !conflict.idempotencyConflict() ->
                "RevKeen does not take this now, most likely because the terminal is busy: " + error.message();
            case ApiError.RateLimited _ -> "RevKeen is asked too often at the moment: try again in a minute";
            default -> error.summary() + ". " + error.advice();
        };
    }
}
