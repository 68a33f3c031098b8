package io.keentill.device.zvt;

/** Words for result codes that neither approve nor decline: what happened and what to do. */
final class FailureTexts {

    private FailureTexts() {}

    static String of(int code) {
        return "%s (terminal code %02X)".formatted(words(code), code);
    }

    private static String words(int code) {
        return switch (code) {
            case 0x64, 0x65, 0x72, 0x73 ->
                "The card could not be read. Nothing was charged. Try again or take another card";
            case 0x66, 0x9A -> "The terminal could not process the request. Nothing was charged. Try again";
            case 0x6A, 0xB1, 0xB2 -> "The terminal's memory is full. Close its day, then try again";
            case 0x6B -> "The till was not registered at the terminal. Try again";
            case 0x6F, 0xC6 -> "The terminal does not take this currency. Check the terminal's contract";
            case 0x77 -> "The terminal cannot close its day now. Wait for running payments, then try again";
            case 0x7B, 0x7C, 0x7E -> "The card must be used another way. Follow the terminal's display and try again";
            case 0x7D, 0x9B, 0xA3 ->
                "The terminal could not reach its bank. Nothing was charged. Check the terminal's network and try again";
            case 0x83 -> "The terminal does not know this function. Check its software version";
            case 0x85, 0xC2 -> "The terminal needs a diagnosis. Start one at the terminal, then try again";
            case 0x89, 0xDF -> "The terminal or its PIN pad is out of order. Call the terminal's service";
            case 0x9C, 0xA0, 0xA1 -> "The terminal is busy. Wait until its display shows ready, then try again";
            case 0xB4 -> "This payment was reversed before";
            case 0xB5 -> "The terminal cannot reverse this payment. If its day was closed, give a refund";
            case 0xB7, 0xB8 -> "The terminal has no such reservation";
            case 0xC3, 0xC4 -> "The amount is above the terminal's limit. Take another way to pay";
            case 0xC8, 0xC9 -> "The amount is below the terminal's limit. Take another way to pay";
            case 0xCC -> "The terminal cannot print. Put paper in, then try again";
            case 0xDC -> "A card is still in the terminal. Take it out, then try again";
            case 0xE4 -> "The terminal is not activated. Call the terminal's provider";
            case 0xF0 -> "The terminal wants its day closed first. Close it, then try again";
            case 0xFA, 0xFC, 0xFD, 0xFE -> "The terminal reports a fault of its own. Restart it and try again";
            default -> "The terminal stopped. Nothing was charged. Look at its display and try again";
        };
    }
}
