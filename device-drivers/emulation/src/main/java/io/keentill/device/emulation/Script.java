package io.keentill.device.emulation;

import java.time.Duration;

/** How a coming transaction shall go. */
public sealed interface Script {

    /** As every transaction goes unless told otherwise. */
    record Approve() implements Script {}

    /**
     * The host says no.
     *
     * @param code its response code, two characters, not {@code 00}
     */
    record Decline(String code) implements Script {}

    /** The host approves only {@code amountMinor} minor units of a sale. */
    record Partial(long amountMinor) implements Script {}

    /** The customer takes {@code delay}; the till may stop it meanwhile. */
    record Slow(Duration delay) implements Script {}

    /** The customer's first PIN is wrong, the second right. */
    record PinRetry() implements Script {}

    /** Starting is refused {@code times} times because the terminal is busy, then goes as if nothing had been. */
    record Busy(int times) implements Script {}

    /** The customer presses stop. */
    record CancelAtTerminal() implements Script {}

    /** The terminal restarts; {@code charged} says whether the host had approved before. */
    record Reboot(boolean charged) implements Script {}

    /** The terminal forgets it before the host is asked, without a word; nothing is booked. */
    record Forget() implements Script {}

    /** Approved, but the till is not told until {@link EmulatedTerminal#release}. */
    record Hold() implements Script {}

    /** Goes as {@code then} says, but one message to the till suffers. */
    record Answer(Fault fault, Script then) implements Script {}

    /** What can befall a message of the terminal, once per transaction. */
    enum Fault {
        /** The answer to the start never arrives: the connection ends instead. */
        LOSE_START,
        /** The result never arrives: the connection ends instead. */
        LOSE_RESULT,
        /** The result never arrives, and nothing else happens either. */
        HANG_RESULT,
        /** What arrives instead of the result is no message of the protocol. */
        GARBAGE,
        /** The result arrives twice. */
        DUPLICATE,
        /** The result names an amount that nobody asked for. */
        WRONG_AMOUNT,
        /** The result names another currency. */
        WRONG_CURRENCY,
        /** The result carries another reference than the till's. */
        WRONG_REFERENCE,
        /** The result is that of another transaction. */
        WRONG_TRANSACTION
    }
}
