package io.keentill.device.escpos;

import io.keentill.domain.receipt.ReceiptElement.Code;
import io.keentill.domain.receipt.ReceiptElement.Symbology;
import java.nio.charset.StandardCharsets;

/** Prints scannable codes. Bars too wide for the paper become a square code: a code cut off scans as nothing. */
final class CodeCommands {

    private static final int GS = 0x1D;
    private static final int CODE128 = 73;
    private static final int MODULES_PER_CHARACTER = 11;
    /** Start and check character, stop pattern, and a quiet zone of ten modules at each side. */
    private static final int MODULES_AROUND = 2 * MODULES_PER_CHARACTER + 13 + 20;

    private static final int BAR_HEIGHT = 80;
    private static final int QR_MODEL_2 = 50;
    private static final int QR_LEVEL_M = 49;
    private static final int MOST_QR_BYTES = 700;

    private CodeCommands() {}

    /** Whether {@code code} can be printed to be scanned; longer ones are printed as text. */
    static boolean isScannable(Code code) {
        int length = code.data().getBytes(StandardCharsets.UTF_8).length;
        return length > 0 && length <= MOST_QR_BYTES;
    }

    /** Appends the code in the form that fits {@code dots}; the alignment is the caller's. */
    static void print(Code code, int dots, Commands to) {
        int width = code.symbology() == Symbology.CODE_128 ? moduleWidth(code.data(), dots) : 0;
        if (width > 0) {
            bars(code.data(), width, to);
        } else {
            square(code.data().getBytes(StandardCharsets.UTF_8), to);
        }
    }

    /** Dots of the narrowest bar, 3 or 2; 0 if it does not fit or has characters that bars have not. */
    private static int moduleWidth(String data, int dots) {
        if (!data.chars().allMatch(c -> c >= ' ' && c < 127)) {
            return 0;
        }
        int modules = data.length() * MODULES_PER_CHARACTER + MODULES_AROUND;
        return modules * 3 <= dots ? 3 : modules * 2 <= dots ? 2 : 0;
    }

    /** Code set B is named in the data; a brace is the escape character and is doubled. */
    private static void bars(String data, int width, Commands to) {
        byte[] content = ("{B" + data.replace("{", "{{")).getBytes(StandardCharsets.US_ASCII);
        to.raw(GS, 'h', BAR_HEIGHT)
                .raw(GS, 'w', width)
                .raw(GS, 'f', 0)
                .raw(GS, 'H', 2)
                .raw(GS, 'k', CODE128, content.length)
                .raw(content);
    }

    private static void square(byte[] data, Commands to) {
        int moduleDots = data.length <= 100 ? 6 : data.length <= 300 ? 4 : 3;
        int[] store = new int[data.length + 1];
        store[0] = '0';
        for (int i = 0; i < data.length; i++) {
            store[i + 1] = data[i] & 0xFF;
        }
        to.qr('A', QR_MODEL_2, 0)
                .qr('C', moduleDots)
                .qr('E', QR_LEVEL_M)
                .qr('P', store)
                .qr('Q', '0');
    }
}
