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

    private static final String WORKING = "The terminal is working";
    private static final String TAKE_OUT = "Take the card out";
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
            boolean said = code == CARD_MAY_GO || text.toString().equals(TAKE_OUT);
            return new Progress(Stage.REMOVE_CARD, said ? TAKE_OUT : text + ". " + TAKE_OUT);
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
        return words.isEmpty() || !known.text().toString().equals(WORKING) ? known : new Progress(known.stage(), words);
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
            case 0x00 -> customer("Customer confirms the amount on the terminal");
            case 0x01, 0x02 -> customer("Follow the terminal's display");
            case 0x03 -> info("Not accepted");
            case 0x04 -> processing("The terminal waits for the bank");
            case AUTO_REVERSAL -> info("The terminal undoes a payment that was not confirmed");
            case 0x06 -> processing("The terminal sends stored payments");
            case 0x07 -> info("This card is not accepted here");
            case 0x08 -> info("The terminal does not know this card");
            case 0x09 -> info("The card has expired");
            case 0x0A -> new Progress(Stage.WAITING_FOR_CARD, "Insert, tap or swipe the card");
            case 0x0B -> new Progress(Stage.REMOVE_CARD, TAKE_OUT);
            case 0x0C -> info("The card could not be read");
            case 0x0D -> info("The terminal stopped the payment");
            case WAIT, 0x17 -> processing("Please wait");
            case 0x0F -> processing("The terminal closes its day by itself");
            case 0x10 -> info("The card is not valid");
            case 0x11 -> info("The terminal shows the card's balance");
            case 0x12 -> info("The terminal has a fault");
            case 0x13 -> info("The payment is not possible");
            case 0x14 -> info("The card's credit is not enough");
            case 0x15 -> customer("Wrong PIN: the customer may try again");
            case 0x16 -> info("The card's limit is not enough");
            case 0x18 -> info("Too many wrong PINs");
            case 0x19 -> info("The card's data are not right");
            case 0x1A -> info("The terminal is in service mode");
            case 0x1B -> info("Approved: the customer may fill up");
            case 0x1C -> info("Approved: the customer may take the goods");
            case 0x1D -> info("Declined");
            default -> processing(WORKING);
        };
    }

    private static Progress rare(int code) {
        return switch (code) {
            case 0x26 -> customer("Customer enters the mobile number");
            case 0x27 -> customer("Customer enters the mobile number once more");
            case 0x28 -> customer("Customer chooses the currency");
            case 0x29, 0xE1 -> customer("Customer chooses the language");
            case 0x2A -> new Progress(Stage.WAITING_FOR_CARD, "Insert the card to load it");
            case 0x2B -> processing("The terminal works without its bank, please wait");
            case 0x2C, 0xE0 -> customer("Customer chooses the card's application");
            case 0x5E -> processing("Card read, it can be taken away");
            case 0x66 -> new Progress(Stage.REMOVE_CARD, "Customer enters the mobile number. Take the card out");
            case 0x67 ->
                new Progress(Stage.REMOVE_CARD, "Customer enters the mobile number once more. Take the card out");
            case 0x68 -> processing("Card inserted");
            case 0x69 -> customer("Customer chooses in which currency to pay");
            case 0x6A, 0x6B, 0x6C, 0x6D -> customer("Customer enters the PIN");
            case 0xC7 -> customer("Customer enters the mileage");
            case 0xC8 -> info("The terminal waits for the clerk");
            case 0xC9 -> processing("The terminal checks itself (diagnosis)");
            case 0xCA -> processing("The terminal sets itself up (initialisation)");
            case 0xCB -> info("The terminal's journal is full: close its day soon");
            case 0xCC -> customer("Direct debit is not possible: customer enters the PIN");
            case 0xD2 -> processing("The terminal dials up");
            case 0xD3 -> processing("The terminal is connected");
            case 0xE2 -> info("The terminal asks for its cleaning card");
            case 0xF1 -> info("The terminal is offline");
            case 0xF2 -> processing("The terminal is online");
            case 0xF3 -> processing("The payment runs offline");
            default -> processing(WORKING);
        };
    }

    private static Progress customer(String text) {
        return new Progress(Stage.CUSTOMER_INPUT, text);
    }

    private static Progress processing(String text) {
        return new Progress(Stage.PROCESSING, text);
    }

    private static Progress info(String text) {
        return new Progress(Stage.INFORMATION, text);
    }
}
