package io.keentill.device.escpos;

import io.keentill.domain.receipt.ReceiptElement.Align;
import java.io.ByteArrayOutputStream;

/** Writes single ESC/POS commands (terminal-protocols 10.2, standard Epson set). */
final class Commands {

    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int LF = 0x0A;
    private static final int PARTIAL_CUT_AFTER_FEED = 0x42;
    private static final int LARGE = 0x11;
    private static final int BYTE = 0xFF;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Commands reset() {
        return raw(ESC, '@');
    }

    Commands codePage(int table) {
        return raw(ESC, 't', table);
    }

    /** Left margin and width of what follows, in dots. */
    Commands area(int left, int width) {
        return raw(GS, 'L', left & BYTE, left >> 8).raw(GS, 'W', width & BYTE, width >> 8);
    }

    Commands align(Align align) {
        int where = switch (align) {
            case LEFT -> 0;
            case CENTRE -> 1;
            case RIGHT -> 2;
        };
        return raw(ESC, 'a', where);
    }

    Commands bold(boolean on) {
        return raw(ESC, 'E', on ? 1 : 0);
    }

    /** Twice as wide and high, or back to normal. */
    Commands large(boolean on) {
        return raw(GS, '!', on ? LARGE : 0);
    }

    Commands line(byte[] text) {
        return raw(text).raw(LF);
    }

    Commands feed(int lines) {
        return raw(ESC, 'd', lines);
    }

    Commands cut() {
        return raw(GS, 'V', PARTIAL_CUT_AFTER_FEED, 0);
    }

    /** Times go over the wire in units of 2 ms. */
    Commands pulse(DrawerPulse pulse) {
        return raw(ESC, 'p', pulse.connector(), pulse.onMillis() / 2, pulse.offMillis() / 2);
    }

    /** {@code GS ( k}: one function of a two-dimensional code; 0x31 is QR. */
    Commands qr(int function, int... parameters) {
        int length = parameters.length + 2;
        return raw(GS, '(', 'k', length & BYTE, length >> 8, 0x31, function).raw(parameters);
    }

    Commands raw(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    Commands raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
