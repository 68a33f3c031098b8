package io.keentill.device.zvt;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.domain.payment.CardDetails;
import org.jspecify.annotations.Nullable;

/**
 * What a result code means (PA00P015, list of error messages), in words for a clerk.
 *
 * @param code 0 to 255
 * @param kind what it means for the payment
 * @param message what happened and what to do
 */
record ResultCode(int code, Kind kind, String message) {

    enum Kind {
        APPROVED,
        DECLINED,
        CANCELLED,
        FAILED
    }

    private static final int LAST_OF_HOST = 0x63;
    private static final int STOPPED = 0x6C;
    private static final String ANOTHER = ". Ask for another card or another way to pay";

    /** The code as people find it in a terminal's manual: {@code 6C}. */
    String hex() {
        return "%02X".formatted(code);
    }

    /** How an attempt ends that the terminal ended with this code; not for 0. */
    Outcome outcome(CardDetails card) {
        return switch (kind) {
            case DECLINED -> new Outcome.Declined(hex(), message, card, TerminalReceipts.NONE);
            case CANCELLED -> new Outcome.Cancelled(message);
            case FAILED -> new Outcome.Failed(message);
            case APPROVED -> throw new IllegalStateException("Code 00 refuses nothing");
        };
    }

    /** The same with what the terminal itself says of it, if it says anything. */
    ResultCode saying(String words) {
        return words.isBlank() ? this : new ResultCode(code, kind, message + ". The terminal says: " + words);
    }

    /** Looks {@code code} up; one that nobody knows is a failure that names its number. */
    static ResultCode of(int code) {
        if (code == 0) {
            return new ResultCode(code, Kind.APPROVED, "Approved");
        }
        if (code <= LAST_OF_HOST) {
            return new ResultCode(
                    code, Kind.DECLINED, "The card issuer declined (code %02d)".formatted(code) + ANOTHER);
        }
        if (code == STOPPED) {
            return new ResultCode(code, Kind.CANCELLED, "Stopped at the terminal, or nobody presented a card");
        }
        String refusal = refusal(code);
        return refusal == null
                ? new ResultCode(code, Kind.FAILED, FailureTexts.of(code))
                : new ResultCode(code, Kind.DECLINED, refusal + ANOTHER);
    }

    /** Why this card is not taken; null if the code is about something else. */
    private static @Nullable String refusal(int code) {
        return switch (code) {
            case 0x67 -> "This is not permitted for girocard and Maestro cards";
            case 0x68 -> "This is not permitted for credit and fuel cards";
            case 0x6E -> "The card is blocked";
            case 0x71 -> "The card's credit is not enough";
            case 0x76 -> "The card is not on the list of accepted cards";
            case 0x78 -> "The card has expired";
            case 0x79 -> "The card is not valid yet";
            case 0x7A -> "The terminal does not know this card";
            case 0xC5 -> "This way to pay is not possible with the card";
            case 0xCD -> "Cash back is not possible with the card";
            case 0xD2 -> "This is not permitted for service and customer cards";
            case 0xE9 -> "The card may not be used for these goods";
            case 0xEA -> "The card is not permitted here. If it should be, start a diagnosis at the terminal";
            case 0xF5 -> "The card is not permitted here";
            default -> null;
        };
    }
}
