package io.keentill.device.nexo;

import io.keentill.domain.text.Sentence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that a terminal names instead of writing them: {@code TransactionID=…&event=TENDER_CREATED}. */
final class DisplayTexts {

    private static final Pattern EVENT = Pattern.compile("(?:^|&)event=([A-Z_]+)");

    private DisplayTexts() {}

    /** For the clerk. */
    static Sentence of(String reference) {
        Matcher event = EVENT.matcher(reference);
        return switch (event.find() ? event.group(1) : reference) {
            case "TENDER_CREATED" ->
                Sentence.of("nexo.the-terminal-is-ready-for-the", "The terminal is ready for the card");
            case "CARD_INSERTED" -> Sentence.of("nexo.card-inserted", "Card inserted");
            case "CARD_PRESENTED" -> Sentence.of("nexo.card-presented", "Card presented");
            case "CARD_SWIPED" -> Sentence.of("nexo.card-swiped", "Card swiped");
            case "WAIT_FOR_APP_SELECTION" ->
                Sentence.of("nexo.the-customer-chooses-how-to-pay", "The customer chooses how to pay");
            case "APPLICATION_SELECTED" ->
                Sentence.of("nexo.the-customer-has-chosen-how-to", "The customer has chosen how to pay");
            case "ASK_SIGNATURE" -> Sentence.of("nexo.the-customer-signs", "The customer signs");
            case "CHECK_SIGNATURE" ->
                Sentence.of("nexo.check-the-customers-signature", "Check the customer's signature");
            case "SIGNATURE_CHECKED" -> Sentence.of("nexo.signature-checked", "Signature checked");
            case "WAIT_FOR_PIN" -> Sentence.of("nexo.the-customer-enters-the-pin", "The customer enters the PIN");
            case "PIN_ENTERED" -> Sentence.of("nexo.pin-entered", "PIN entered");
            case "PRINT_RECEIPT" -> Sentence.of("nexo.the-receipt-is-printed", "The receipt is printed");
            case "RECEIPT_PRINTED" -> Sentence.of("nexo.receipt-printed", "Receipt printed");
            case "CARD_REMOVED" -> Sentence.of("nexo.card-removed", "Card removed");
            case "TENDER_FINAL" -> Sentence.of("nexo.the-terminal-has-finished", "The terminal has finished");
            case String other -> Sentence.quoted(other);
        };
    }
}
