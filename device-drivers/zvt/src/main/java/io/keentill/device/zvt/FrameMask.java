package io.keentill.device.zvt;

import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import java.util.Set;

/**
 * Writes messages for the frame trace. Only fields that can hold neither card data nor a password are written out; of all
 * others just number and length.
 */
final class FrameMask {

    private static final Set<Integer> PLAIN = Set.of(
            Bitmap.SERVICE,
            Bitmap.AMOUNT,
            Bitmap.TRACE,
            Bitmap.TIME,
            Bitmap.DATE,
            Bitmap.RESULT,
            Bitmap.TERMINAL_ID,
            Bitmap.ORIGINAL_TRACE,
            Bitmap.CURRENCY,
            Bitmap.RECEIPT,
            Bitmap.CARD_TYPE,
            0x19,
            0x8C,
            0xA0);
    private static final Set<Integer> WITH_PASSWORD = Set.of(
            Command.REGISTER,
            Command.REPEAT_RECEIPT,
            Command.REVERSE,
            Command.REFUND,
            Command.END_OF_DAY,
            Command.SEND_TOTALS);
    private static final int PASSWORD_LENGTH = 3;

    private FrameMask() {}

    /** One line. */
    static String text(Apdu apdu) {
        StringBuilder text = new StringBuilder(apdu.name());
        Bytes data = apdu.data();
        if (WITH_PASSWORD.contains(apdu.command()) && data.length() >= PASSWORD_LENGTH) {
            text.append(" pw=***");
            data = data.from(PASSWORD_LENGTH);
        }
        switch (apdu.command()) {
            case Command.STATUS_INFO,
                    Command.AUTHORISE,
                    Command.REVERSE,
                    Command.REFUND,
                    Command.PRE_AUTHORISE,
                    Command.BOOK_REST,
                    Command.BOOK_TOTAL,
                    Command.RELEASE,
                    Command.REPEAT_RECEIPT -> appendFields(text, data);
            case Command.ABORTED, Command.INTERMEDIATE -> appendCode(text, data);
            default -> text.append(" (").append(data.length()).append(" bytes)");
        }
        return text.toString();
    }

    private static void appendCode(StringBuilder text, Bytes data) {
        if (!data.isEmpty()) {
            text.append(" code=").append(data.slice(0, 1).toHex());
            text.append(" (").append(data.length() - 1).append(" more bytes)");
        }
    }

    private static void appendFields(StringBuilder text, Bytes data) {
        Fields fields = Fields.read(data);
        for (Fields.Field field : fields.list()) {
            text.append(" %02X=".formatted(field.number()));
            text.append(
                    PLAIN.contains(field.number())
                            ? field.value().toHex().replace(" ", "")
                            : "<" + field.value().length() + " bytes>");
        }
        if (!fields.unread().isEmpty()) {
            text.append(" unread from field %02X: %d bytes"
                    .formatted(fields.unread().at(0), fields.unread().length()));
        }
    }
}
