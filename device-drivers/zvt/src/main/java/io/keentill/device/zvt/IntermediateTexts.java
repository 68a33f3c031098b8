package io.keentill.device.zvt;

import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.Progress.Stage;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.CharacterSet;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.codec.Tlv;
import io.keentill.domain.text.Sentence;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

/** What a terminal does, for the clerk (PA00P015, list of intermediate statuses). */
final class IntermediateTexts {

    /** The terminal undoes a payment. */
    static final int AUTO_REVERSAL = 0x05;

    private static final Sentence WORKING = Sentence.of("zvt.the-terminal-is-working", "The terminal is working");
    private static final Sentence TAKE_OUT = Sentence.of("zvt.take-the-card-out", "Take the card out");
    private static final int CARD_MAY_GO = 0x4A;
    private static final int WAIT = 0x0E;
    private static final int DISPLAY_TEXTS = 0x24;
    private static final int TEXT_LINE = 0x07;
    private static final int REMOVE_CARD_FROM = 0x41;
    private static final int REMOVE_CARD_TO = 0x5D;

    private IntermediateTexts() {}

    /** Looks {@code code} up; an unknown one still says that the terminal works. */
    static Progress of(int code) {
        if (code >= REMOVE_CARD_FROM && code <= REMOVE_CARD_TO) {
            Sentence text = of(code - 0x40).text();
            boolean said = code == CARD_MAY_GO || text.equals(TAKE_OUT);
            return new Progress(
                    Stage.REMOVE_CARD, said ? TAKE_OUT : Sentence.of("zvt.and-then", "{0}. {1}", text, TAKE_OUT));
        }
        return code < 0x26 ? common(code) : rare(code);
    }

    /** The same, with the terminal's own words (tag 24, within it 07) where it sent some and we have no better. */
    static Progress of(Apdu message, Charset agreed) {
        Bytes data = message.data();
        int code = data.isEmpty() ? WAIT : data.at(0);
        Tlv tlv = fields(data).tlv();
        Charset charset = CharacterSet.of(tlv, agreed);
        String words =
                tlv.get(DISPLAY_TEXTS).map(Tlv::read).map(texts -> texts.all(TEXT_LINE)).orElse(List.of()).stream()
                        .map(line -> CardReader.clean(line, charset))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" "));
        Progress known = of(code);
        return words.isEmpty() || !known.text().equals(WORKING) ? known : new Progress(known.stage(), words);
    }

    /** Behind the code may stand a time in minutes; fields follow. */
    private static Fields fields(Bytes data) {
        for (int from = 1; from <= 2 && from < data.length(); from++) {
            if (data.at(from) == Bitmap.TLV
                    && Fields.read(data.from(from)).unread().isEmpty()) {
                return Fields.read(data.from(from));
            }
        }
        return Fields.NONE;
    }

    private static Progress common(int code) {
        return switch (code) {
            case 0x00 ->
                customer(Sentence.of(
                        "zvt.customer-confirms-the-amount-on-the", "Customer confirms the amount on the terminal"));
            case 0x01, 0x02 ->
                customer(Sentence.of("zvt.follow-the-terminals-display", "Follow the terminal's display"));
            case 0x03 -> info(Sentence.of("zvt.not-accepted", "Not accepted"));
            case 0x04 ->
                processing(Sentence.of("zvt.the-terminal-waits-for-the-bank", "The terminal waits for the bank"));
            case AUTO_REVERSAL ->
                info(Sentence.of(
                        "zvt.the-terminal-undoes-a-payment-that",
                        "The terminal undoes a payment that was not confirmed"));
            case 0x06 ->
                processing(Sentence.of("zvt.the-terminal-sends-stored-payments", "The terminal sends stored payments"));
            case 0x07 -> info(Sentence.of("zvt.this-card-is-not-accepted-here", "This card is not accepted here"));
            case 0x08 ->
                info(Sentence.of("zvt.the-terminal-does-not-know-this-card", "The terminal does not know this card"));
            case 0x09 -> info(Sentence.of("zvt.the-card-has-expired", "The card has expired"));
            case 0x0A ->
                new Progress(
                        Stage.WAITING_FOR_CARD,
                        Sentence.of("zvt.insert-tap-or-swipe-the-card", "Insert, tap or swipe the card"));
            case 0x0B -> new Progress(Stage.REMOVE_CARD, TAKE_OUT);
            case 0x0C -> info(Sentence.of("zvt.the-card-could-not-be-read-2", "The card could not be read"));
            case 0x0D -> info(Sentence.of("zvt.the-terminal-stopped-the-payment", "The terminal stopped the payment"));
            case WAIT, 0x17 -> processing(Sentence.of("zvt.please-wait", "Please wait"));
            case 0x0F ->
                processing(Sentence.of("zvt.the-terminal-closes-its-day-by", "The terminal closes its day by itself"));
            case 0x10 -> info(Sentence.of("zvt.the-card-is-not-valid", "The card is not valid"));
            case 0x11 ->
                info(Sentence.of("zvt.the-terminal-shows-the-cards-balance", "The terminal shows the card's balance"));
            case 0x12 -> info(Sentence.of("zvt.the-terminal-has-a-fault", "The terminal has a fault"));
            case 0x13 -> info(Sentence.of("zvt.the-payment-is-not-possible", "The payment is not possible"));
            case 0x14 -> info(Sentence.of("zvt.the-cards-credit-is-not-enough", "The card's credit is not enough"));
            case 0x15 ->
                customer(Sentence.of("zvt.wrong-pin-the-customer-may-try", "Wrong PIN: the customer may try again"));
            case 0x16 -> info(Sentence.of("zvt.the-cards-limit-is-not-enough", "The card's limit is not enough"));
            case 0x18 -> info(Sentence.of("zvt.too-many-wrong-pins", "Too many wrong PINs"));
            case 0x19 -> info(Sentence.of("zvt.the-cards-data-are-not-right-2", "The card's data are not right"));
            case 0x1A -> info(Sentence.of("zvt.the-terminal-is-in-service-mode", "The terminal is in service mode"));
            case 0x1B ->
                info(Sentence.of("zvt.approved-the-customer-may-fill-up", "Approved: the customer may fill up"));
            case 0x1C ->
                info(Sentence.of(
                        "zvt.approved-the-customer-may-take-the", "Approved: the customer may take the goods"));
            case 0x1D -> info(Sentence.of("zvt.declined", "Declined"));
            default -> processing(WORKING);
        };
    }

    private static Progress rare(int code) {
        return switch (code) {
            case 0x26 ->
                customer(Sentence.of("zvt.customer-enters-the-mobile-number", "Customer enters the mobile number"));
            case 0x27 ->
                customer(Sentence.of(
                        "zvt.customer-enters-the-mobile-number-once", "Customer enters the mobile number once more"));
            case 0x28 -> customer(Sentence.of("zvt.customer-chooses-the-currency", "Customer chooses the currency"));
            case 0x29, 0xE1 ->
                customer(Sentence.of("zvt.customer-chooses-the-language", "Customer chooses the language"));
            case 0x2A ->
                new Progress(
                        Stage.WAITING_FOR_CARD,
                        Sentence.of("zvt.insert-the-card-to-load-it", "Insert the card to load it"));
            case 0x2B ->
                processing(Sentence.of(
                        "zvt.the-terminal-works-without-its-bank", "The terminal works without its bank, please wait"));
            case 0x2C, 0xE0 ->
                customer(Sentence.of(
                        "zvt.customer-chooses-the-cards-application", "Customer chooses the card's application"));
            case 0x5E -> processing(Sentence.of("zvt.card-read-it-can-be-taken", "Card read, it can be taken away"));
            case 0x66 ->
                new Progress(
                        Stage.REMOVE_CARD,
                        Sentence.of(
                                "zvt.customer-enters-the-mobile-number-take",
                                "Customer enters the mobile number. Take the card out"));
            case 0x67 ->
                new Progress(
                        Stage.REMOVE_CARD,
                        Sentence.of(
                                "zvt.customer-enters-the-mobile-number-once-more",
                                "Customer enters the mobile number once more. Take the card out"));
            case 0x68 -> processing(Sentence.of("zvt.card-inserted", "Card inserted"));
            case 0x69 ->
                customer(Sentence.of(
                        "zvt.customer-chooses-in-which-currency-to", "Customer chooses in which currency to pay"));
            case 0x6A, 0x6B, 0x6C, 0x6D ->
                customer(Sentence.of("zvt.customer-enters-the-pin", "Customer enters the PIN"));
            case 0xC7 -> customer(Sentence.of("zvt.customer-enters-the-mileage", "Customer enters the mileage"));
            case 0xC8 -> info(Sentence.of("zvt.the-terminal-waits-for-the-clerk", "The terminal waits for the clerk"));
            case 0xC9 ->
                processing(Sentence.of(
                        "zvt.the-terminal-checks-itself-diagnosis", "The terminal checks itself (diagnosis)"));
            case 0xCA ->
                processing(Sentence.of(
                        "zvt.the-terminal-sets-itself-up-initialisation",
                        "The terminal sets itself up (initialisation)"));
            case 0xCB ->
                info(Sentence.of(
                        "zvt.the-terminals-journal-is-full-close-its",
                        "The terminal's journal is full: close its day soon"));
            case 0xCC ->
                customer(Sentence.of(
                        "zvt.direct-debit-is-not-possible-customer",
                        "Direct debit is not possible: customer enters the PIN"));
            case 0xD2 -> processing(Sentence.of("zvt.the-terminal-dials-up", "The terminal dials up"));
            case 0xD3 -> processing(Sentence.of("zvt.the-terminal-is-connected", "The terminal is connected"));
            case 0xE2 ->
                info(Sentence.of("zvt.the-terminal-asks-for-its-cleaning", "The terminal asks for its cleaning card"));
            case 0xF1 -> info(Sentence.of("zvt.the-terminal-is-offline", "The terminal is offline"));
            case 0xF2 -> processing(Sentence.of("zvt.the-terminal-is-online", "The terminal is online"));
            case 0xF3 -> processing(Sentence.of("zvt.the-payment-runs-offline", "The payment runs offline"));
            default -> processing(WORKING);
        };
    }

    private static Progress customer(Sentence text) {
        return new Progress(Stage.CUSTOMER_INPUT, text);
    }

    private static Progress processing(Sentence text) {
        return new Progress(Stage.PROCESSING, text);
    }

    private static Progress info(Sentence text) {
        return new Progress(Stage.INFORMATION, text);
    }
}
