package io.keentill.device.poslink.emulator;

import java.time.Duration;

/** How the next payment shall go. */
public sealed interface NextOutcome {

    /** As every payment goes unless told otherwise. */
    record Approve() implements NextOutcome {}

    /** Approved without asking the host (000001). */
    record ApproveOffline() implements NextOutcome {}

    /** The host declines with its {@code code}, two characters. */
    record Decline(String code) implements NextOutcome {}

    /** The host approves only {@code amountMinor} minor units (000002). */
    record Partial(long amountMinor) implements NextOutcome {}

    /** Approved after {@code delay}; the till may stop it meanwhile. */
    record Slow(Duration delay) implements NextOutcome {}

    /** The customer's first PIN is wrong, the second right. */
    record PinRetry() implements NextOutcome {}

    /** The first {@code times} payments and reports are not acknowledged, as a terminal in its menu does; then approved. */
    record Busy(int times) implements NextOutcome {}

    /** The customer presses the red key (100002). */
    record CancelAtTerminal() implements NextOutcome {}

    /** The customer does nothing until the terminal gives up (100001). */
    record CustomerTimeout() implements NextOutcome {}

    /** The terminal restarts without a word: after the host approved if {@code charged}, otherwise before it was asked. */
    record Reboot(boolean charged) implements NextOutcome {}

    /** Approved at the host; no answer is sent and the link is closed, or just silent if {@code hang}. */
    record DropAnswer(boolean hang) implements NextOutcome {}

    /** Approved at the host; silent until {@link PoslinkEmulator#release} or the loss of the link. */
    record HoldAnswer() implements NextOutcome {}

    /** Approved at the host; what is sent instead of the answer is no POSLINK. */
    record Garbage() implements NextOutcome {}

    /** Approved; the answer is sent a second time, as if the till's ACK had been lost. */
    record DuplicateAnswer() implements NextOutcome {}

    /** Approved; the answer's check byte is wrong the first time and right after the till's NAK. */
    record WrongCheck() implements NextOutcome {}

    /** The host takes the payment for a repetition of the last one: nothing is booked, 100011 names that one. */
    record HostDuplicate() implements NextOutcome {}

    /** Approved, and answered with another amount than was booked. */
    record WrongAmount() implements NextOutcome {}

    /** Approved, and answered under the reference of somebody else. */
    record WrongReference() implements NextOutcome {}

    /** Refused with {@code code}, six digits, and nothing else; booked nevertheless if {@code charged}. */
    record Refuse(String code, boolean charged) implements NextOutcome {}
}
