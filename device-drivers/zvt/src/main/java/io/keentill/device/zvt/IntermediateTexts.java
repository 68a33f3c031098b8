package io.keentill.device.zvt;

import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.Progress.Stage;

/** What a terminal does, for the clerk (PA00P015, list of intermediate statuses). */
final class IntermediateTexts {

    /** The terminal undoes a payment. */
    static final int AUTO_REVERSAL = 0x05;

    private static final int REMOVE_CARD_FROM = 0x41;
    private static final int REMOVE_CARD_TO = 0x5D;

    private IntermediateTexts() {}

    /** Looks {@code code} up; an unknown one still says that the terminal works. */
    static Progress of(int code) {
        if (code >= REMOVE_CARD_FROM && code <= REMOVE_CARD_TO) {
            return new Progress(Stage.REMOVE_CARD, of(code - 0x40).text() + ". Take the card out");
        }
        return switch (code) {
            case 0x00 -> customer("Customer confirms the amount on the terminal");
            case 0x01, 0x02 -> customer("Follow the terminal's display");
            case 0x03, 0x07, 0x08, 0x09 -> info("This card is not accepted");
            case 0x04 -> processing("The terminal waits for the bank");
            case AUTO_REVERSAL -> info("The terminal undoes a payment that was not confirmed");
            case 0x06 -> processing("The terminal sends stored payments");
            case 0x0A -> new Progress(Stage.WAITING_FOR_CARD, "Insert, tap or swipe the card");
            case 0x0B -> new Progress(Stage.REMOVE_CARD, "Take the card out");
            case 0x0C -> info("The card could not be read");
            case 0x0D -> info("The terminal stopped the payment");
            case 0x0E, 0x17 -> processing("Please wait");
            case 0x0F -> processing("The terminal closes its day by itself");
            case 0x10, 0x11, 0x14, 0x16, 0x19 -> info("The card cannot be used for this payment");
            case 0x12, 0x13 -> info("The terminal cannot do this now");
            case 0x15 -> customer("Wrong PIN: the customer may try again");
            case 0x18 -> info("Too many wrong PINs");
            case 0x1C -> info("Approved");
            case 0x1D -> info("Declined");
            case 0x28, 0x29, 0x2C -> customer("Customer chooses on the terminal");
            case 0x5E -> processing("Card read, it can be taken away");
            case 0x66, 0x67 -> customer("Customer uses the phone or card again");
            case 0x68 -> processing("Card inserted");
            case 0x69 -> customer("Customer chooses the currency");
            case 0x6A, 0x6B, 0x6C, 0x6D -> customer("Customer enters the PIN");
            case 0xC8 -> info("The terminal waits for the clerk");
            case 0xC9, 0xCA -> processing("The terminal checks itself");
            case 0xCB -> info("The terminal's memory is full: close its day soon");
            case 0xD2, 0xD3 -> processing("The terminal dials up");
            default -> processing("The terminal is working");
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
