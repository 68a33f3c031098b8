package io.keentill.device.zvt.codec;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of the data fields ("bitmaps") and how long each is (PA00P015, "Bitmaps"). */
public final class Bitmap {

    /** Service byte of a command. */
    public static final int SERVICE = 0x03;
    /** Amount, 12 digits, minor units. */
    public static final int AMOUNT = 0x04;
    /** Container of tagged data. */
    public static final int TLV = 0x06;
    /** Trace number, 6 digits. */
    public static final int TRACE = 0x0B;
    /** HHMMSS. */
    public static final int TIME = 0x0C;
    /** MMDD. */
    public static final int DATE = 0x0D;
    /** Sequence number of the card. */
    public static final int CARD_SEQUENCE = 0x17;
    /** Card number. */
    public static final int PAN = 0x22;
    /** Result code. */
    public static final int RESULT = 0x27;
    /** Terminal id, 8 digits. */
    public static final int TERMINAL_ID = 0x29;
    /** Contract number. */
    public static final int CONTRACT = 0x2A;
    /** Trace number of the payment that this one undoes. */
    public static final int ORIGINAL_TRACE = 0x37;
    /** Authorisation code. */
    public static final int AUTH_CODE = 0x3B;
    /** ISO 4217 number, 0978. */
    public static final int CURRENCY = 0x49;
    /** Totals of an end of day. */
    public static final int TOTALS = 0x60;
    /** Receipt number, 4 digits. */
    public static final int RECEIPT = 0x87;
    /** How long a text is shown, seconds. */
    public static final int DISPLAY_SECONDS = 0xF0;
    /** First of eight lines of text for the display. */
    public static final int DISPLAY_LINE = 0xF1;
    /** How often it beeps. */
    public static final int BEEPS = 0xF9;
    /** Number of the card's scheme. */
    public static final int CARD_TYPE = 0x8A;
    /** Name of the card's scheme. */
    public static final int CARD_NAME = 0x8B;

    /** How the length of a field is known. */
    sealed interface Form {
        /** Always the same. */
        record Fixed(int length) implements Form {}

        /** In {@code digits} bytes Fx Fy…, a decimal digit each. */
        record Counted(int digits) implements Form {}

        /** A BER length. */
        record Ber() implements Form {}
    }

    private static final Map<Integer, Form> FORMS = forms();

    private Bitmap() {}

    /** The form of the field with this number, or null if nobody told us of it. */
    static @Nullable Form form(int number) {
        return FORMS.get(number);
    }

    private static Map<Integer, Form> forms() {
        Map<Integer, Form> forms = new HashMap<>();
        fixed(forms, 1, 0x01, 0x02, 0x03, 0x05, 0x19, 0x27, 0x8A, 0x8C, 0xA0, 0xF0);
        fixed(forms, 2, 0x0D, 0x0E, 0x17, 0x3A, 0x49, 0x87);
        fixed(forms, 3, 0x0B, 0x0C, 0x37, 0x3D, 0x88, 0xAA);
        fixed(forms, 4, 0x29);
        fixed(forms, 5, 0xBA);
        fixed(forms, 6, 0x04);
        fixed(forms, 8, 0x3B);
        fixed(forms, 15, 0x2A);
        range(forms, 0xD0, 0xD3, new Form.Fixed(1));
        range(forms, 0xF9, 0xFD, new Form.Fixed(1));
        counted(forms, 2, 0x22, 0x23, 0x2D, 0x8B, 0xA7);
        range(forms, 0xE1, 0xE8, new Form.Counted(2));
        range(forms, 0xF1, 0xF8, new Form.Counted(2));
        counted(forms, 3, 0x24, 0x2E, 0x3C, 0x60, 0x9A, 0xAF);
        forms.put(TLV, new Form.Ber());
        return Map.copyOf(forms);
    }

    private static void fixed(Map<Integer, Form> forms, int length, int... numbers) {
        for (int number : numbers) {
            forms.put(number, new Form.Fixed(length));
        }
    }

    private static void counted(Map<Integer, Form> forms, int digits, int... numbers) {
        for (int number : numbers) {
            forms.put(number, new Form.Counted(digits));
        }
    }

    private static void range(Map<Integer, Form> forms, int from, int to, Form form) {
        for (int number = from; number <= to; number++) {
            forms.put(number, form);
        }
    }
}
