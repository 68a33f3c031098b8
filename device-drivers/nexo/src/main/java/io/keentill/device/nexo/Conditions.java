package io.keentill.device.nexo;

/** nexo's ErrorCondition in words. */
final class Conditions {

    private Conditions() {}

    /** For clerk and customer: what it means and what to do. */
    static String text(String condition) {
        return switch (condition) {
            case "Aborted" -> "Stopped by the till";
            case "Cancel" -> "Stopped at the terminal";
            case "Busy", "InProgress" -> "The terminal is busy with something else: wait until it is ready";
            case "DeviceOut", "UnavailableDevice" -> "The terminal is not ready: look at its screen";
            case "InvalidCard" -> "The card cannot be used: try another one";
            case "LoggedOut" -> "The terminal is logged out: log it in and try again";
            case "MessageFormat" ->
                "The terminal did not understand the till: check its software and the till's settings";
            case "NotAllowed" -> "The terminal may not do this: check what it is allowed to";
            case "NotFound" -> "The terminal does not know the payment";
            case "PaymentRestriction" -> "This card may not pay for this: try another one";
            case "Refusal" -> "The card was declined";
            case "UnavailableService" -> "The terminal cannot do this now";
            case "UnreachableHost" -> "The terminal has no connection to the bank: check its network";
            case "WrongPIN" -> "The PIN was wrong too often";
            default -> condition.isEmpty() ? "Declined without a reason" : "Declined: " + condition;
        };
    }
}
