package io.keentill.device.zvt;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.domain.payment.CardDetails;

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

    /** Looks {@code code} up; one that nobody knows is a failure that names its number. */
    static ResultCode of(int code) {
        if (code == 0) {
            return new ResultCode(code, Kind.APPROVED, "Approved");
        }
        if (code <= 0x63) {
            return new ResultCode(
                    code,
                    Kind.DECLINED,
                    "The card issuer declined (code %02d). Ask for another card or another way to pay".formatted(code));
        }
        return switch (code) {
            case 0x6C -> new ResultCode(code, Kind.CANCELLED, "Stopped at the terminal, or nobody presented a card");
            case 0x67, 0x68, 0x6E, 0x71, 0x76, 0x78, 0x79, 0x7A, 0xC5, 0xCD, 0xF5, 0x05 -> declined(code);
            default -> new ResultCode(code, Kind.FAILED, FailureTexts.of(code));
        };
    }

    private static ResultCode declined(int code) {
        String why = switch (code) {
            case 0x6E -> "The card is blocked";
            case 0x71 -> "The card's credit is not enough";
            case 0x76 -> "The card is not on the list of accepted cards";
            case 0x78 -> "The card has expired";
            case 0x79 -> "The card is not valid yet";
            case 0x7A -> "The terminal does not know this card";
            case 0xC5 -> "This way to pay is not possible with the card";
            case 0xCD -> "Cash back is not possible with the card";
            default -> "The card is not permitted here";
        };
        return new ResultCode(code, Kind.DECLINED, why + ". Ask for another card or another way to pay");
    }
}
