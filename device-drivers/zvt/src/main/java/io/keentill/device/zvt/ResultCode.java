package io.keentill.device.zvt;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What a result code means (PA00P015, list of error messages), in words for a clerk.
 *
 * @param code 0 to 255
 * @param kind what it means for the payment
 * @param message what happened and what to do
 */
record ResultCode(int code, Kind kind, Sentence message) {

    enum Kind {
        APPROVED,
        DECLINED,
        CANCELLED,
        FAILED
    }

    private static final int LAST_OF_HOST = 0x63;
    private static final int STOPPED = 0x6C;

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
        return words.isBlank()
                ? this
                : new ResultCode(
                        code,
                        kind,
                        Sentence.of("zvt.the-terminal-says", "{0}. The terminal says: {1}", message, words));
    }

    /** Looks {@code code} up; one that nobody knows is a failure that names its number. */
    static ResultCode of(int code) {
        if (code == 0) {
            return new ResultCode(code, Kind.APPROVED, Sentence.of("zvt.approved", "Approved"));
        }
        if (code <= LAST_OF_HOST) {
            return new ResultCode(
                    code,
                    Kind.DECLINED,
                    another(Sentence.of(
                            "zvt.the-card-issuer-declined",
                            "The card issuer declined (code {0})",
                            "%02d".formatted(code))));
        }
        if (code == STOPPED) {
            return new ResultCode(
                    code,
                    Kind.CANCELLED,
                    Sentence.of(
                            "zvt.stopped-at-the-terminal-or-nobody",
                            "Stopped at the terminal, or nobody presented a card"));
        }
        Sentence refusal = refusal(code);
        return refusal == null
                ? new ResultCode(code, Kind.FAILED, FailureTexts.of(code))
                : new ResultCode(code, Kind.DECLINED, another(refusal));
    }

    private static Sentence another(Sentence why) {
        return Sentence.of("zvt.another", "{0}. Ask for another card or another way to pay", why);
    }

    /** Why this card is not taken; null if the code is about something else. */
    private static @Nullable Sentence refusal(int code) {
        return switch (code) {
            case 0x67 ->
                Sentence.of(
                        "zvt.this-is-not-permitted-for-girocard",
                        "This is not permitted for girocard and Maestro cards");
            case 0x68 ->
                Sentence.of("zvt.this-is-not-permitted-for-credit", "This is not permitted for credit and fuel cards");
            case 0x6E -> Sentence.of("zvt.the-card-is-blocked", "The card is blocked");
            case 0x71 -> Sentence.of("zvt.the-cards-credit-is-not-enough", "The card's credit is not enough");
            case 0x76 -> Sentence.of("zvt.the-card-is-not-on-the", "The card is not on the list of accepted cards");
            case 0x78 -> Sentence.of("zvt.the-card-has-expired", "The card has expired");
            case 0x79 -> Sentence.of("zvt.the-card-is-not-valid-yet", "The card is not valid yet");
            case 0x7A ->
                Sentence.of("zvt.the-terminal-does-not-know-this-card", "The terminal does not know this card");
            case 0xC5 -> Sentence.of("zvt.this-way-to-pay-is-not", "This way to pay is not possible with the card");
            case 0xCD -> Sentence.of("zvt.cash-back-is-not-possible-with", "Cash back is not possible with the card");
            case 0xD2 ->
                Sentence.of(
                        "zvt.this-is-not-permitted-for-service",
                        "This is not permitted for service and customer cards");
            case 0xE9 -> Sentence.of("zvt.the-card-may-not-be-used", "The card may not be used for these goods");
            case 0xEA ->
                Sentence.of(
                        "zvt.the-card-is-not-permitted-here",
                        "The card is not permitted here. If it should be, start a diagnosis at the" + " terminal");
            case 0xF5 -> Sentence.of("zvt.the-card-is-not-permitted-here-2", "The card is not permitted here");
            default -> null;
        };
    }
}
