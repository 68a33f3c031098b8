package io.keentill.device.nexo;

import io.keentill.domain.text.Sentence;

/** nexo's ErrorCondition in words. */
final class Conditions {

    private Conditions() {}

    /** For clerk and customer: what it means and what to do. */
    static Sentence text(String condition) {
        return switch (condition) {
            case "Aborted" -> Sentence.of("nexo.stopped-by-the-till", "Stopped by the till");
            case "Cancel" -> Sentence.of("nexo.stopped-at-the-terminal", "Stopped at the terminal");
            case "Busy", "InProgress" ->
                Sentence.of(
                        "nexo.the-terminal-is-busy-with-something",
                        "The terminal is busy with something else: wait until it is ready");
            case "DeviceOut", "UnavailableDevice" ->
                Sentence.of("nexo.the-terminal-is-not-ready-look", "The terminal is not ready: look at its screen");
            case "InvalidCard" ->
                Sentence.of("nexo.the-card-cannot-be-used-try", "The card cannot be used: try another one");
            case "LoggedOut" ->
                Sentence.of(
                        "nexo.the-terminal-is-logged-out-log", "The terminal is logged out: log it in and try again");
            case "MessageFormat" ->
                Sentence.of(
                        "nexo.the-terminal-did-not-understand-the",
                        "The terminal did not understand the till: check its software and the till's" + " settings");
            case "NotAllowed" ->
                Sentence.of(
                        "nexo.the-terminal-may-not-do-this",
                        "The terminal may not do this: check what it is allowed to");
            case "NotFound" ->
                Sentence.of("nexo.the-terminal-does-not-know-the-payment", "The terminal does not know the payment");
            case "PaymentRestriction" ->
                Sentence.of("nexo.this-card-may-not-pay-for", "This card may not pay for this: try another one");
            case "Refusal" -> Sentence.of("nexo.the-card-was-declined", "The card was declined");
            case "UnavailableService" ->
                Sentence.of("nexo.the-terminal-cannot-do-this-now", "The terminal cannot do this now");
            case "UnreachableHost" ->
                Sentence.of(
                        "nexo.the-terminal-has-no-connection-to",
                        "The terminal has no connection to the bank: check its network");
            case "WrongPIN" -> Sentence.of("nexo.the-pin-was-wrong-too-often", "The PIN was wrong too often");
            default ->
                condition.isEmpty()
                        ? Sentence.of("nexo.declined-without-a-reason", "Declined without a reason")
                        : Sentence.of("nexo.declined", "Declined: {0}", condition);
        };
    }
}
