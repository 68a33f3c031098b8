package io.keentill.device.zvt.emulator;

import java.time.Duration;

/** How the next payment shall go. */
public sealed interface NextOutcome {

    /** As every payment goes unless told otherwise. */
    record Approve() implements NextOutcome {}

    /** The host declines with {@code code}, 1 to 255. */
    record Decline(int code) implements NextOutcome {}

    /** The host approves only {@code amountMinor} minor units. */
    record Partial(long amountMinor) implements NextOutcome {}

    /** Approved after {@code delay}; 04 FF goes on meanwhile, and the till may stop it. */
    record Slow(Duration delay) implements NextOutcome {}

    /** The customer's first PIN is wrong, the second right. */
    record PinRetry() implements NextOutcome {}

    /** Approved; meanwhile 04 FF carries these words of the terminal's own. */
    record Say(String words) implements NextOutcome {}

    /** The first {@code times} commands are answered with 84 9C, then approved. */
    record Busy(int times) implements NextOutcome {}

    /** The customer presses stop. */
    record CancelAtTerminal() implements NextOutcome {}

    /** Approved at the host, then the terminal restarts without having said so. */
    record Reboot() implements NextOutcome {}

    /** Approved at the host; 04 0F is never sent and the link is closed, or just silent if {@code hang}. */
    record DropAnswer(boolean hang) implements NextOutcome {}

    /** Approved at the host; silent until {@link ZvtEmulator#release} or the loss of the link. */
    record HoldAnswer() implements NextOutcome {}

    /** Approved at the host; what is sent instead of 04 0F is no ZVT. */
    record Garbage() implements NextOutcome {}

    /** Declined with {@code code}, 1 to 255; what is sent instead of 04 0F is nothing, or no ZVT if {@code garbage}. */
    record DeclineUnheard(int code, boolean garbage) implements NextOutcome {}

    /** Approved; 04 0F is sent twice, as if the till's answer had been lost. */
    record Duplicate() implements NextOutcome {}

    /** Approved and confirmed; 06 0F is never sent. */
    record NoCompletion() implements NextOutcome {}

    /** Approved, but 06 0F is sent without a 04 0F before it. */
    record NoStatus() implements NextOutcome {}

    /** Approved; 04 0F names {@code more} minor units more than were asked for and booked. */
    record WrongAmount(long more) implements NextOutcome {}

    /** Approved; 04 0F names this currency, an ISO 4217 code, instead of the one asked for and booked. */
    record WrongCurrency(String currency) implements NextOutcome {}

    /** Approved; 04 0F has no amount. */
    record NoAmount() implements NextOutcome {}

    /** Approved; in 04 0F a field that nobody knows stands before the amount and everything after it. */
    record UnknownField() implements NextOutcome {}

    /**
     * The terminal gives the customer up in the moment in which the till's 06 B0 is on its way: it ends with 06 1E and only
     * then answers 06 B0, with {@code reply}.
     */
    record StopCrosses(int reply) implements NextOutcome {}

    /** Nothing happens at the host; 04 0F is that of the payment before. If there is none, the payment is stopped. */
    record AnswerOfBefore() implements NextOutcome {}
}
