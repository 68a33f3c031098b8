package io.keentill.device.nexo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that a terminal names instead of writing them: {@code TransactionID=…&event=TENDER_CREATED}. */
final class DisplayTexts {

    private static final Pattern EVENT = Pattern.compile("(?:^|&)event=([A-Z_]+)");

    private DisplayTexts() {}

    /** For the clerk. */
    static String of(String reference) {
        Matcher event = EVENT.matcher(reference);
        return switch (event.find() ? event.group(1) : reference) {
            case "TENDER_CREATED" -> "The terminal is ready for the card";
            case "CARD_INSERTED" -> "Card inserted";
            case "CARD_PRESENTED" -> "Card presented";
            case "CARD_SWIPED" -> "Card swiped";
            case "WAIT_FOR_APP_SELECTION" -> "The customer chooses how to pay";
            case "APPLICATION_SELECTED" -> "The customer has chosen how to pay";
            case "ASK_SIGNATURE" -> "The customer signs";
            case "CHECK_SIGNATURE" -> "Check the customer's signature";
            case "SIGNATURE_CHECKED" -> "Signature checked";
            case "WAIT_FOR_PIN" -> "The customer enters the PIN";
            case "PIN_ENTERED" -> "PIN entered";
            case "PRINT_RECEIPT" -> "The receipt is printed";
            case "RECEIPT_PRINTED" -> "Receipt printed";
            case "CARD_REMOVED" -> "Card removed";
            case "TENDER_FINAL" -> "The terminal has finished";
            case String other -> other;
        };
    }
}
