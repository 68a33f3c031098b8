package io.keentill.device.zvt;

/** Words for result codes that neither approve nor decline: what happened and what to do. */
final class FailureTexts {

    private static final String NOT_CHARGED = " Nothing was charged.";

    private FailureTexts() {}

    static String of(int code) {
        return "%s (terminal code %02X)".formatted(words(code), code);
    }

    private static String words(int code) {
        if (code >= 0xA0) {
            return code >= 0xDC ? ofTerminal(code) : ofLineAndLimits(code);
        }
        return switch (code) {
            case 0x64 -> "The card could not be read." + NOT_CHARGED + " Try again or take another card";
            case 0x65 -> "The card holds neither chip nor stripe data." + NOT_CHARGED + " Take another card";
            case 0x66 -> "The terminal could not process the card." + NOT_CHARGED + " Try again";
            case 0x6A -> "The terminal's list of payments is full. Close its day, then try again";
            case 0x6B -> "The till was not registered at the terminal. Try again";
            case 0x6F -> "The terminal does not take this currency. Check the terminal's contract";
            case 0x72 -> "The card's chip gave an error." + NOT_CHARGED + " Try again or take another card";
            case 0x73 -> "The card's data are not right." + NOT_CHARGED + " Take another card";
            case 0x74 -> "The terminal has used up its keys. Call the terminal's provider";
            case 0x75 -> "The terminal does not trust a text it was to show. Call the terminal's provider";
            case 0x77 -> "The terminal cannot close its day now. Wait for running payments, then try again";
            case 0x7B, 0x7C ->
                "The chip could not be used, and the stripe may not be." + NOT_CHARGED + " Take another card";
            case 0x7D -> "The terminal's network module does not answer." + NOT_CHARGED + " Restart the terminal";
            case 0x7E ->
                "The chip could not be used." + NOT_CHARGED + " Take another card, or a direct debit at the terminal";
            case 0x83 -> "The terminal does not know this function. Check its software version";
            case 0x85 -> "The terminal lacks a key. Start an initialisation at the terminal, then try again";
            case 0x89 -> "The terminal's PIN pad is out of order. Call the terminal's service";
            case 0x9A -> "The terminal did not understand the till." + NOT_CHARGED + " Check its software version";
            case 0x9B ->
                "The terminal's connection to its bank failed." + NOT_CHARGED + " Check its network, try again";
            case 0x9C -> "The terminal is busy. Wait until its display shows ready, then try again";
            case 0x51 -> "The terminal needs an initialisation. Start one at the terminal, then try again";
            case 0x62 -> "The terminal's date or time is wrong. Set it at the terminal, then try again";
            default -> unknown();
        };
    }

    private static String ofLineAndLimits(int code) {
        return switch (code) {
            case 0xA0 -> "The terminal is not ready to receive. Wait a moment, then try again";
            case 0xA1 -> "The terminal's bank does not answer." + NOT_CHARGED + " Try again in a moment";
            case 0xA3 -> "The terminal has no connection to its bank." + NOT_CHARGED + " Check its network, try again";
            case 0xA4 -> "The terminal could not hand in its electronic cash. Try again later";
            case 0xA5 -> "The rules for card data do not allow this on the terminal";
            case 0xB1 -> "The terminal's memory is full. Close its day, then try again";
            case 0xB2 -> "The terminal's journal is full. Close its day, then try again";
            case 0xB4 -> "This payment was reversed before";
            case 0xB5 -> "The terminal cannot reverse this payment. If its day was closed, give a refund";
            case 0xB7 -> "The amount does not fit the reservation: it is higher, or another one";
            case 0xB8 -> "The terminal has no such reservation";
            case 0xBF -> "The terminal's power supply is too weak. Check its battery and cable";
            case 0xC0 -> "The terminal's card lock is broken. Call the terminal's service";
            case 0xC1 -> "The shop's own card is locked. Call the terminal's provider";
            case 0xC2 -> "The terminal needs a diagnosis. Start one at the terminal, then try again";
            case 0xC3 -> "The amount is above the terminal's limit. Take another way to pay";
            case 0xC4 -> "The terminal's card profiles are out of date. Start a diagnosis, then try again";
            case 0xC6 -> "This currency cannot be used with the card. Take another card";
            case 0xC8 -> "The amount is below the terminal's limit. Take another way to pay";
            case 0xC9 -> "The terminal's highest amount is set too low. Call the terminal's provider";
            case 0xCB -> "The terminal can do this in euro only";
            case 0xCC -> "The terminal cannot print. Put paper in, then try again";
            default -> unknown();
        };
    }

    private static String ofTerminal(int code) {
        return switch (code) {
            case 0xDC -> "A card is still in the terminal. Take it out, then try again";
            case 0xDD -> "The terminal could not give the card back. Take it out, or call the terminal's service";
            case 0xDE -> "The terminal could not draw the card in." + NOT_CHARGED + " Try again";
            case 0xDF -> "The terminal is out of order. Call the terminal's service";
            case 0xE0 -> "The terminal is being maintained from afar. Wait until it is done, then try again";
            case 0xE2 -> "The terminal's card reader does not answer. Restart the terminal";
            case 0xE3 -> "The terminal's shutter is closed. Open it, then try again";
            case 0xE4 -> "The terminal is not activated. Call the terminal's provider";
            case 0xE7 -> "The terminal does not know a group of these goods. Call the terminal's provider";
            case 0xE8 -> "The terminal has no table of goods groups. Call the terminal's provider";
            case 0xEB, 0xEC -> "The terminal cannot check this card's PIN." + NOT_CHARGED + " Take another card";
            case 0xED -> "The terminal's PIN pad is out of order. Call the terminal's service";
            case 0xF0 -> "The terminal wants its day closed first. Close it, then try again";
            case 0xF1 -> "The terminal cannot take this card without its bank." + NOT_CHARGED + " Try again later";
            case 0xF6 -> "The terminal must be personalised first. Call the terminal's provider";
            case 0xFA -> "The terminal could not hand in payments it took offline. Close its day again later";
            case 0xFB -> "The terminal's list of payments is damaged. Call the terminal's service";
            case 0xFC -> "A part of the terminal is missing or broken. Restart it and try again";
            case 0xFD -> "The terminal does not know this line speed. Set baud in the terminal's address";
            case 0xFE -> "The terminal does not know one of its registers. Call the terminal's service";
            case 0xFF -> "The terminal reports a fault of its own. Restart it and try again";
            default -> unknown();
        };
    }

    private static String unknown() {
        return "The terminal stopped." + NOT_CHARGED + " Look at its display and try again";
    }
}
