package io.keentill.device.zvt.codec;

/** Class and instruction of the messages that we speak (PA00P015, "Commands"). */
public final class Command {

    /** Result of a payment, from the terminal. */
    public static final int STATUS_INFO = 0x040F;
    /** What the terminal is doing, from the terminal. */
    public static final int INTERMEDIATE = 0x04FF;
    /** Asks how the terminal is. */
    public static final int STATUS_ENQUIRY = 0x0501;
    /** Registration. */
    public static final int REGISTER = 0x0600;
    /** Payment. */
    public static final int AUTHORISE = 0x0601;
    /** Log-off. */
    public static final int LOG_OFF = 0x0602;
    /** The terminal is done. */
    public static final int COMPLETION = 0x060F;
    /** The terminal stopped; first byte is the result code. */
    public static final int ABORTED = 0x061E;
    /** The last receipt, or the status information of the last payment, again. */
    public static final int REPEAT_RECEIPT = 0x0620;
    /** Totals of the day that is open; it stays open. */
    public static final int SEND_TOTALS = 0x0610;
    /** Pre-authorisation. */
    public static final int PRE_AUTHORISE = 0x0622;
    /** Partial reversal of a pre-authorisation: lets go of an amount and takes the rest. */
    public static final int BOOK_REST = 0x0623;
    /** Takes an amount of a pre-authorisation and lets go of the rest. */
    public static final int BOOK_TOTAL = 0x0624;
    /** Reversal of a pre-authorisation. */
    public static final int RELEASE = 0x0625;
    /** Reversal. */
    public static final int REVERSE = 0x0630;
    /** Refund. */
    public static final int REFUND = 0x0631;
    /** End of day. */
    public static final int END_OF_DAY = 0x0650;
    /** Diagnosis with the host. */
    public static final int DIAGNOSE = 0x0670;
    /** Initialisation with the host. */
    public static final int INITIALISE = 0x0693;
    /** Text for the terminal's display. */
    public static final int DISPLAY_TEXT = 0x06E0;
    /** Stop, from the till. */
    public static final int ABORT = 0x06B0;
    /** A line to print, from the terminal. */
    public static final int PRINT_LINE = 0x06D1;
    /** Lines to print, from the terminal. */
    public static final int PRINT_BLOCK = 0x06D3;
    /** Yes. */
    public static final int POSITIVE = 0x8000;
    /** Also yes. */
    public static final int POSITIVE_OLD = 0x8400;
    /** No: to a status information it makes the terminal reverse. */
    public static final int NEGATIVE = 0x84A0;
    /** No: the till cannot print this. */
    public static final int CANNOT_PRINT = 0x84CC;
    /** Only goods for the amount in the data were handed out. */
    public static final int PARTIAL_GOODS = 0x849D;
    /** No: unknown command or field. */
    public static final int NOT_KNOWN = 0x8483;
    /** Not now: try again soon. */
    public static final int WAIT = 0x849C;

    private Command() {}

    /** Whether {@code command} answers a command: 80 xx or 84 xx. */
    public static boolean isReply(int command) {
        return command >> 8 == 0x80 || command >> 8 == 0x84;
    }

    /** Whether {@code command} is a yes. */
    public static boolean isPositive(int command) {
        return command == POSITIVE || command == POSITIVE_OLD;
    }
}
