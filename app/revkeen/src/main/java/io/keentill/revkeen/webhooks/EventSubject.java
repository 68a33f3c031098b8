package io.keentill.revkeen.webhooks;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event is about: a few facts to find it by, as they were when the event happened. */
public sealed interface EventSubject {

    /** Of the object; empty when the delivery gave none. */
    String id();

    /** What the delivery said and no member names, under its name on the wire. */
    Map<String, Object> extra();

    /**
     * A payment on a terminal.
     *
     * @param id of the terminal payment
     * @param amountMinor minor units of the currency; null when not said
     * @param currency ISO 4217, in either letter case
     * @param status {@code succeeded} here where the REST object says approved; null in the older form
     * @param deviceId where
     * @param terminalSerial of the terminal
     * @param invoiceId what it pays; null for a walk-in
     * @param cardScheme such as VISA
     * @param lastFour digits of the card, never more
     * @param authCode when approved
     * @param entryMode older form only
     * @param failureCode such as {@code insufficient_funds}
     * @param failureReason timeout, terminal_error or connection_lost
     * @param failureMessage for people
     * @param cancelledAt when cancelled
     */
    record TerminalPayment(
            String id,
            @Nullable Long amountMinor,
            @Nullable String currency,
            @Nullable String status,
            @Nullable String deviceId,
            @Nullable String terminalSerial,
            @Nullable String invoiceId,
            @Nullable String cardScheme,
            @Nullable String lastFour,
            @Nullable String authCode,
            @Nullable String entryMode,
            @Nullable String failureCode,
            @Nullable String failureReason,
            @Nullable String failureMessage,
            @Nullable Instant cancelledAt,
            Map<String, Object> extra)
            implements EventSubject {}

    /**
     * A refund or void on a terminal.
     *
     * @param id of the reversal
     * @param isVoid a void, not a refund
     * @param amountMinor minor units of the currency; null when not said
     * @param currency ISO 4217, in either letter case
     * @param status as of then
     * @param paymentId the sale that it reverses
     * @param deviceId where
     * @param terminalSerial of the terminal
     */
    record TerminalReversal(
            String id,
            boolean isVoid,
            @Nullable Long amountMinor,
            @Nullable String currency,
            @Nullable String status,
            @Nullable String paymentId,
            @Nullable String deviceId,
            @Nullable String terminalSerial,
            Map<String, Object> extra)
            implements EventSubject {}

    /**
     * Anything else, also of types that we do not know.
     *
     * @param id of the object
     * @param object what kind of object, such as {@code invoice}; null when not said
     * @param amountMinor minor units of the currency, whatever the resource calls them; null when it has none
     * @param currency ISO 4217, in either letter case
     * @param status as of then
     * @param customerId whose
     * @param invoiceId the invoice that it belongs to
     * @param paymentId the payment that it belongs to
     * @param failureCode why it failed
     * @param failureMessage for people
     */
    record Thing(
            String id,
            @Nullable String object,
            @Nullable Long amountMinor,
            @Nullable String currency,
            @Nullable String status,
            @Nullable String customerId,
            @Nullable String invoiceId,
            @Nullable String paymentId,
            @Nullable String failureCode,
            @Nullable String failureMessage,
            Map<String, Object> extra)
            implements EventSubject {}

    /** The subject of an event of this type, from {@code data.object} or from the older flat {@code data}. */
    static EventSubject read(String type, Fields f) {
        return switch (type.replaceFirst("^billing\\.", "").replaceFirst("\\..*", "")) {
            case "terminal_payment" -> Subjects.terminalPayment(f);
            case "terminal_refund" -> Subjects.reversal(f, false);
            case "terminal_void" -> Subjects.reversal(f, true);
            default -> Subjects.thing(f);
        };
    }
}
