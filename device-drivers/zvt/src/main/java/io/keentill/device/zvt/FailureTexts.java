package io.keentill.device.zvt;

import io.keentill.domain.text.Sentence;

/** Words for result codes that neither approve nor decline: what happened and what to do. */
final class FailureTexts {

    private FailureTexts() {}

    static Sentence of(int code) {
        return Sentence.of("zvt.code", "{0} (terminal code {1})", words(code), "%02X".formatted(code));
    }

    private static Sentence words(int code) {
        if (code >= 0xA0) {
            return code >= 0xDC ? ofTerminal(code) : ofLineAndLimits(code);
        }
        return switch (code) {
            case 0x64 ->
                Sentence.of(
                        "zvt.the-card-could-not-be-read",
                        "The card could not be read. Nothing was charged. Try again or take another card");
            case 0x65 ->
                Sentence.of(
                        "zvt.the-card-holds-neither-chip-nor",
                        "The card holds neither chip nor stripe data. Nothing was charged. Take another" + " card");
            case 0x66 ->
                Sentence.of(
                        "zvt.the-terminal-could-not-process-the",
                        "The terminal could not process the card. Nothing was charged. Try again");
            case 0x6A ->
                Sentence.of(
                        "zvt.the-terminals-list-of-payments-is",
                        "The terminal's list of payments is full. Close its day, then try again");
            case 0x6B ->
                Sentence.of(
                        "zvt.the-till-was-not-registered-at", "The till was not registered at the terminal. Try again");
            case 0x6F ->
                Sentence.of(
                        "zvt.the-terminal-does-not-take-this",
                        "The terminal does not take this currency. Check the terminal's contract");
            case 0x72 ->
                Sentence.of(
                        "zvt.the-cards-chip-gave-an-error",
                        "The card's chip gave an error. Nothing was charged. Try again or take another" + " card");
            case 0x73 ->
                Sentence.of(
                        "zvt.the-cards-data-are-not-right",
                        "The card's data are not right. Nothing was charged. Take another card");
            case 0x74 ->
                Sentence.of(
                        "zvt.the-terminal-has-used-up-its",
                        "The terminal has used up its keys. Call the terminal's provider");
            case 0x75 ->
                Sentence.of(
                        "zvt.the-terminal-does-not-trust-a",
                        "The terminal does not trust a text it was to show. Call the terminal's provider");
            case 0x77 ->
                Sentence.of(
                        "zvt.the-terminal-cannot-close-its-day",
                        "The terminal cannot close its day now. Wait for running payments, then try again");
            case 0x7B, 0x7C ->
                Sentence.of(
                        "zvt.the-chip-could-not-be-used",
                        "The chip could not be used, and the stripe may not be. Nothing was charged."
                                + " Take another card");
            case 0x7D ->
                Sentence.of(
                        "zvt.the-terminals-network-module-does-not",
                        "The terminal's network module does not answer. Nothing was charged. Restart the"
                                + " terminal");
            case 0x7E ->
                Sentence.of(
                        "zvt.the-chip-could-not-be-used-nothing",
                        "The chip could not be used. Nothing was charged. Take another card, or a direct"
                                + " debit at the terminal");
            case 0x83 ->
                Sentence.of(
                        "zvt.the-terminal-does-not-know-this",
                        "The terminal does not know this function. Check its software version");
            case 0x85 ->
                Sentence.of(
                        "zvt.the-terminal-lacks-a-key-start",
                        "The terminal lacks a key. Start an initialisation at the terminal, then try" + " again");
            case 0x89 ->
                Sentence.of(
                        "zvt.the-terminals-pin-pad-is-out",
                        "The terminal's PIN pad is out of order. Call the terminal's service");
            case 0x9A ->
                Sentence.of(
                        "zvt.the-terminal-did-not-understand-the",
                        "The terminal did not understand the till. Nothing was charged. Check its"
                                + " software version");
            case 0x9B ->
                Sentence.of(
                        "zvt.the-terminals-connection-to-its-bank",
                        "The terminal's connection to its bank failed. Nothing was charged. Check its"
                                + " network, try again");
            case 0x9C ->
                Sentence.of(
                        "zvt.the-terminal-is-busy-wait-until",
                        "The terminal is busy. Wait until its display shows ready, then try again");
            case 0x51 ->
                Sentence.of(
                        "zvt.the-terminal-needs-an-initialisation-start",
                        "The terminal needs an initialisation. Start one at the terminal, then try again");
            case 0x62 ->
                Sentence.of(
                        "zvt.the-terminals-date-or-time-is",
                        "The terminal's date or time is wrong. Set it at the terminal, then try again");
            default -> unknown();
        };
    }

    private static Sentence ofLineAndLimits(int code) {
        return switch (code) {
            case 0xA0 ->
                Sentence.of(
                        "zvt.the-terminal-is-not-ready-to",
                        "The terminal is not ready to receive. Wait a moment, then try again");
            case 0xA1 ->
                Sentence.of(
                        "zvt.the-terminals-bank-does-not-answer",
                        "The terminal's bank does not answer. Nothing was charged. Try again in a moment");
            case 0xA3 ->
                Sentence.of(
                        "zvt.the-terminal-has-no-connection-to",
                        "The terminal has no connection to its bank. Nothing was charged. Check its"
                                + " network, try again");
            case 0xA4 ->
                Sentence.of(
                        "zvt.the-terminal-could-not-hand-in",
                        "The terminal could not hand in its electronic cash. Try again later");
            case 0xA5 ->
                Sentence.of(
                        "zvt.the-rules-for-card-data-do", "The rules for card data do not allow this on the terminal");
            case 0xB1 ->
                Sentence.of(
                        "zvt.the-terminals-memory-is-full-close",
                        "The terminal's memory is full. Close its day, then try again");
            case 0xB2 ->
                Sentence.of(
                        "zvt.the-terminals-journal-is-full-close",
                        "The terminal's journal is full. Close its day, then try again");
            case 0xB4 -> Sentence.of("zvt.this-payment-was-reversed-before", "This payment was reversed before");
            case 0xB5 ->
                Sentence.of(
                        "zvt.the-terminal-cannot-reverse-this-payment",
                        "The terminal cannot reverse this payment. If its day was closed, give a refund");
            case 0xB7 ->
                Sentence.of(
                        "zvt.the-amount-does-not-fit-the",
                        "The amount does not fit the reservation: it is higher, or another one");
            case 0xB8 ->
                Sentence.of("zvt.the-terminal-has-no-such-reservation", "The terminal has no such reservation");
            case 0xBF ->
                Sentence.of(
                        "zvt.the-terminals-power-supply-is-too",
                        "The terminal's power supply is too weak. Check its battery and cable");
            case 0xC0 ->
                Sentence.of(
                        "zvt.the-terminals-card-lock-is-broken",
                        "The terminal's card lock is broken. Call the terminal's service");
            case 0xC1 ->
                Sentence.of(
                        "zvt.the-shops-own-card-is-locked",
                        "The shop's own card is locked. Call the terminal's provider");
            case 0xC2 ->
                Sentence.of(
                        "zvt.the-terminal-needs-a-diagnosis-start",
                        "The terminal needs a diagnosis. Start one at the terminal, then try again");
            case 0xC3 ->
                Sentence.of(
                        "zvt.the-amount-is-above-the-terminals",
                        "The amount is above the terminal's limit. Take another way to pay");
            case 0xC4 ->
                Sentence.of(
                        "zvt.the-terminals-card-profiles-are-out",
                        "The terminal's card profiles are out of date. Start a diagnosis, then try again");
            case 0xC6 ->
                Sentence.of(
                        "zvt.this-currency-cannot-be-used-with",
                        "This currency cannot be used with the card. Take another card");
            case 0xC8 ->
                Sentence.of(
                        "zvt.the-amount-is-below-the-terminals",
                        "The amount is below the terminal's limit. Take another way to pay");
            case 0xC9 ->
                Sentence.of(
                        "zvt.the-terminals-highest-amount-is-set",
                        "The terminal's highest amount is set too low. Call the terminal's provider");
            case 0xCB -> Sentence.of("zvt.the-terminal-can-do-this-in", "The terminal can do this in euro only");
            case 0xCC ->
                Sentence.of(
                        "zvt.the-terminal-cannot-print-put-paper",
                        "The terminal cannot print. Put paper in, then try again");
            default -> unknown();
        };
    }

    private static Sentence ofTerminal(int code) {
        return switch (code) {
            case 0xDC ->
                Sentence.of(
                        "zvt.a-card-is-still-in-the", "A card is still in the terminal. Take it out, then try again");
            case 0xDD ->
                Sentence.of(
                        "zvt.the-terminal-could-not-give-the",
                        "The terminal could not give the card back. Take it out, or call the terminal's" + " service");
            case 0xDE ->
                Sentence.of(
                        "zvt.the-terminal-could-not-draw-the",
                        "The terminal could not draw the card in. Nothing was charged. Try again");
            case 0xDF ->
                Sentence.of(
                        "zvt.the-terminal-is-out-of-order",
                        "The terminal is out of order. Call the terminal's service");
            case 0xE0 ->
                Sentence.of(
                        "zvt.the-terminal-is-being-maintained-from",
                        "The terminal is being maintained from afar. Wait until it is done, then try" + " again");
            case 0xE2 ->
                Sentence.of(
                        "zvt.the-terminals-card-reader-does-not",
                        "The terminal's card reader does not answer. Restart the terminal");
            case 0xE3 ->
                Sentence.of(
                        "zvt.the-terminals-shutter-is-closed-open",
                        "The terminal's shutter is closed. Open it, then try again");
            case 0xE4 ->
                Sentence.of(
                        "zvt.the-terminal-is-not-activated-call",
                        "The terminal is not activated. Call the terminal's provider");
            case 0xE7 ->
                Sentence.of(
                        "zvt.the-terminal-does-not-know-a",
                        "The terminal does not know a group of these goods. Call the terminal's provider");
            case 0xE8 ->
                Sentence.of(
                        "zvt.the-terminal-has-no-table-of",
                        "The terminal has no table of goods groups. Call the terminal's provider");
            case 0xEB, 0xEC ->
                Sentence.of(
                        "zvt.the-terminal-cannot-check-this-cards",
                        "The terminal cannot check this card's PIN. Nothing was charged. Take another" + " card");
            case 0xED ->
                Sentence.of(
                        "zvt.the-terminals-pin-pad-is-out",
                        "The terminal's PIN pad is out of order. Call the terminal's service");
            case 0xF0 ->
                Sentence.of(
                        "zvt.the-terminal-wants-its-day-closed",
                        "The terminal wants its day closed first. Close it, then try again");
            case 0xF1 ->
                Sentence.of(
                        "zvt.the-terminal-cannot-take-this-card",
                        "The terminal cannot take this card without its bank. Nothing was charged. Try"
                                + " again later");
            case 0xF6 ->
                Sentence.of(
                        "zvt.the-terminal-must-be-personalised-first",
                        "The terminal must be personalised first. Call the terminal's provider");
            case 0xFA ->
                Sentence.of(
                        "zvt.the-terminal-could-not-hand-in-payments",
                        "The terminal could not hand in payments it took offline. Close its day again" + " later");
            case 0xFB ->
                Sentence.of(
                        "zvt.the-terminals-list-of-payments-is-damaged",
                        "The terminal's list of payments is damaged. Call the terminal's service");
            case 0xFC ->
                Sentence.of(
                        "zvt.a-part-of-the-terminal-is",
                        "A part of the terminal is missing or broken. Restart it and try again");
            case 0xFD ->
                Sentence.of(
                        "zvt.the-terminal-does-not-know-this-line",
                        "The terminal does not know this line speed. Set baud in the terminal's address");
            case 0xFE ->
                Sentence.of(
                        "zvt.the-terminal-does-not-know-one",
                        "The terminal does not know one of its registers. Call the terminal's service");
            case 0xFF ->
                Sentence.of(
                        "zvt.the-terminal-reports-a-fault-of",
                        "The terminal reports a fault of its own. Restart it and try again");
            default -> unknown();
        };
    }

    private static Sentence unknown() {
        return Sentence.of(
                "zvt.the-terminal-stopped-nothing-was-charged",
                "The terminal stopped. Nothing was charged. Look at its display and try again");
    }
}
