package io.keentill.engine.cloud;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.revkeen.ApiError;
import java.util.Objects;

/** What RevKeen's refusals mean for who stands at the counter, and what to do about them. */
final class CloudWords {

    static final Sentence SCOPES = Sentence.of(
            "cloud.give-the-tills-key-the-scopes",
            "Give the till's key the scopes terminal:read and terminal:write in RevKeen" + " (Settings > API Keys)");

    private CloudWords() {}

    /** What a refusal means. Says nothing about money: the caller knows whether anything was sent before. */
    static Sentence of(ApiError error) {
        String code = Objects.requireNonNullElse(error.code(), "");
        return switch (code) {
            case "device_busy" ->
                Sentence.of(
                        "cloud.the-terminal-is-busy-with-another",
                        "The terminal is busy with another payment: let it end, or cancel it in RevKeen,"
                                + " then try again");
            case "device_offline" ->
                Sentence.of(
                        "cloud.revkeen-does-not-hear-from-the-terminals",
                        "RevKeen does not hear from the terminal's connector: start the connector"
                                + " program, check its network, then try again");
            case "device_unpaired" ->
                Sentence.of(
                        "cloud.the-connector-has-no-terminal-paired",
                        "The connector has no terminal paired with it: pair one in the connector program");
            case "device_not_found" -> noDevice();
            case "already_settled" ->
                Sentence.of(
                        "cloud.the-payment-has-settled-and-cannot",
                        "The payment has settled and cannot be undone any more: refund it instead");
            case "already_reversed" ->
                Sentence.of(
                        "cloud.the-payment-was-given-back-already",
                        "The payment was given back already, as a whole or in part");
            case "amount_exceeds_remaining" ->
                Sentence.of("cloud.more-than-is-left-of-the", "More than is left of the payment cannot be given back");
            default -> byStatus(error);
        };
    }

    static Sentence noDevice() {
        return Sentence.of(
                "cloud.revkeen-knows-no-terminal-with-this",
                "RevKeen knows no terminal with this id: look it up with till terminals find, or"
                        + " in RevKeen's dashboard");
    }

    private static Sentence byStatus(ApiError error) {
        return switch (error) {
            case ApiError.PermissionDenied _ ->
                Sentence.of("cloud.the-tills-key-may-not-use", "The till's key may not use terminals. {0}", SCOPES);
            case ApiError.Unauthenticated _ ->
                Sentence.of(
                        "cloud.revkeen-refuses-the-tills-key-copy",
                        "RevKeen refuses the till's key: copy it again from Settings > API Keys, for the"
                                + " right environment");
            case ApiError.Conflict conflict
            when !conflict.idempotencyConflict() ->
                Sentence.of(
                        "cloud.revkeen-does-not-take-this-now",
                        "RevKeen does not take this now, most likely because the terminal is busy: {0}",
                        ApiWords.said(error));
            case ApiError.RateLimited _ ->
                Sentence.of(
                        "cloud.revkeen-is-asked-too-often-at",
                        "RevKeen is asked too often at the moment: try again in a minute");
            default -> Sentence.of("text.stop", "{0}.", ApiWords.summary(error)).then(ApiWords.advice(error));
        };
    }
}
