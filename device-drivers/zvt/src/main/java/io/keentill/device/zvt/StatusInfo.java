package io.keentill.device.zvt;

import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bcd;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.CharacterSet;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.domain.payment.CardDetails;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a terminal says of a payment in 04 0F (PA00P015, "Status-Information"). Every field may be missing.
 *
 * @param result 0 is yes
 * @param amount minor units
 * @param currency ISO 4217 number
 * @param trace running number
 * @param receipt receipt number
 * @param originalTrace of the payment that this one undoes
 * @param date MMDD
 * @param time HHMMSS
 * @param card what may be kept of the card
 * @param sync the terminal's unique number of the payment (tag 1F1F), in hexadecimal digits
 * @param whole whether all of it could be read; otherwise any field that is missing may be in what could not
 * @param data the fields as they came, to recognise a repetition; never shown or stored
 */
record StatusInfo(
        OptionalInt result,
        OptionalLong amount,
        OptionalLong currency,
        OptionalLong trace,
        OptionalLong receipt,
        OptionalLong originalTrace,
        OptionalLong date,
        OptionalLong time,
        Optional<String> sync,
        CardDetails card,
        boolean whole,
        Bytes data) {

    private static final int SYNCHRONISATION = 0x1F1F;
    private static final long DATE_BEFORE_TIME = 1_000_000;

    /** Reads 04 0F with texts in the standard character set; never fails. */
    static StatusInfo read(Apdu apdu) {
        return read(apdu, CharacterSet.STANDARD);
    }

    /** Reads 04 0F with texts in {@code charset}, unless it names another; never fails. */
    static StatusInfo read(Apdu apdu, Charset charset) {
        Fields fields = Fields.read(apdu.data());
        OptionalLong original = fields.number(Bitmap.ORIGINAL_TRACE);
        return new StatusInfo(
                fields.get(Bitmap.RESULT)
                        .map(value -> OptionalInt.of(value.at(0)))
                        .orElse(OptionalInt.empty()),
                fields.number(Bitmap.AMOUNT),
                fields.number(Bitmap.CURRENCY),
                fields.number(Bitmap.TRACE),
                fields.number(Bitmap.RECEIPT),
                original.isPresent() && original.getAsLong() == 0 ? OptionalLong.empty() : original,
                fields.number(Bitmap.DATE),
                fields.number(Bitmap.TIME),
                fields.tlv().get(SYNCHRONISATION).map(Bcd::digits),
                CardReader.read(fields, charset),
                fields.unread().isEmpty(),
                apdu.data());
    }

    /** Date and time as one number, MMDDHHMMSS; empty unless it says both. */
    OptionalLong at() {
        return date.isPresent() && time.isPresent()
                ? OptionalLong.of(date.getAsLong() * DATE_BEFORE_TIME + time.getAsLong())
                : OptionalLong.empty();
    }

    /** Whether an amount is there at all, if only one that is no number. */
    boolean namesAmount() {
        return Fields.read(data).get(Bitmap.AMOUNT).isPresent();
    }

    /** Whether the terminal says yes. */
    boolean approved() {
        return result.isPresent() && result.getAsInt() == 0;
    }
}
