package io.keentill.device.zvt.emulator;

import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.CharacterSet;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.codec.Tlv;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * What a till registered as.
 *
 * @param config config byte
 * @param blocks whether it takes 06 D3
 * @param charset of texts for it
 */
record Registration(int config, boolean blocks, Charset charset) {

    /** Before any. */
    static final Registration NONE = new Registration(0, false, CharacterSet.STANDARD);

    private static final int TILL_PRINTS_PAYMENTS = 0x02;
    private static final int TILL_PRINTS_ADMIN = 0x04;
    private static final int TEXT_FROM_TERMINAL = 0x80;
    private static final int PERMITTED_COMMANDS = 0x26;
    private static final int ONE_COMMAND = 0x0A;
    private static final int DISPLAY_TEXTS = 0x24;
    private static final int PRINT_TEXTS = 0x25;
    private static final int TEXT = 0x07;
    private static final int ATTRIBUTE = 0x09;
    private static final int RECEIPT_TYPE = 0x1F07;
    private static final int LAST_LINE = 0x81;

    /** From the config byte and the fields behind the currency. */
    static Registration of(int config, Fields fields) {
        Tlv tlv = fields.tlv();
        Bytes block = Bytes.of(Command.PRINT_BLOCK >> 8, Command.PRINT_BLOCK);
        boolean blocks = tlv.get(PERMITTED_COMMANDS)
                .map(Tlv::read)
                .map(list -> list.all(ONE_COMMAND).contains(block))
                .orElse(false);
        return new Registration(config, blocks, CharacterSet.of(tlv, CharacterSet.STANDARD));
    }

    boolean tillPrints() {
        return (config & TILL_PRINTS_PAYMENTS) != 0 && (config & TEXT_FROM_TERMINAL) != 0;
    }

    boolean tillPrintsAdmin() {
        return (config & TILL_PRINTS_ADMIN) != 0 && (config & TEXT_FROM_TERMINAL) != 0;
    }

    /** Messages that print {@code slips}, one after the other. */
    List<Apdu> pieces(List<Slip> slips) {
        List<Apdu> pieces = new ArrayList<>();
        for (Slip slip : slips) {
            List<String> lines = slip.lines(charset);
            if (blocks) {
                pieces.add(block(slip.type(), lines));
            } else {
                for (int i = 0; i < lines.size(); i++) {
                    int attribute = i == lines.size() - 1 ? LAST_LINE : 0;
                    pieces.add(
                            new Apdu(Command.PRINT_LINE, Bytes.of(attribute).plus(Bytes.text(lines.get(i), charset))));
                }
            }
        }
        return pieces;
    }

    /** The data of an intermediate status with words. */
    Bytes text(int code, String words) {
        Tlv texts = Tlv.NONE.with(TEXT, Bytes.text(words, charset));
        return Bytes.of(code)
                .plus(Fields.NONE
                        .with(
                                Bitmap.TLV,
                                named(Tlv.NONE.with(DISPLAY_TEXTS, texts.encode()))
                                        .encode())
                        .encode());
    }

    private Apdu block(int type, List<String> lines) {
        Tlv texts = Tlv.NONE;
        for (String line : lines) {
            texts = texts.with(TEXT, Bytes.text(line, charset));
        }
        Tlv all = named(Tlv.NONE
                .with(RECEIPT_TYPE, Bytes.of(type))
                .with(PRINT_TEXTS, texts.with(ATTRIBUTE, Bytes.of(LAST_LINE)).encode()));
        return new Apdu(
                Command.PRINT_BLOCK, Fields.NONE.with(Bitmap.TLV, all.encode()).encode());
    }

    /** With the name of the character set, if it is not the standard one. */
    private Tlv named(Tlv tlv) {
        return CharacterSet.number(charset)
                .map(number -> tlv.with(CharacterSet.TAG, number))
                .orElse(tlv);
    }
}
