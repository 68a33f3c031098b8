package io.keentill.device.zvt.emulator;

import io.keentill.device.zvt.codec.Bcd;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.codec.Tlv;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The data of 04 0F. The card number is a test card's, masked as terminals mask it. */
final class StatusFields {

    private static final int ABORTED = 0x6C;
    private static final int GROUPS = 7;
    private static final int LAST_GROUP_MAX = 99;

    private static final Charset ASCII = StandardCharsets.US_ASCII;

    private StatusFields() {}

    /** For one payment. One that was undone for want of confirmation is shown as aborted. */
    static Bytes of(LedgerEntry entry, EmulatorSettings settings) {
        int code = entry.state() == LedgerEntry.State.REVERSED ? ABORTED : entry.code();
        long told = entry.releasedMinor() >= 0 ? entry.releasedMinor() : entry.amountMinor();
        Fields fields = Fields.NONE
                .with(Bitmap.RESULT, Bytes.of(code))
                .with(Bitmap.AMOUNT, Bcd.encode(told, 6))
                .with(Bitmap.CURRENCY, number(entry.currency()))
                .with(Bitmap.TRACE, Bcd.encode(entry.trace(), 3));
        fields = moment(fields, entry.at(), settings).with(Bitmap.RECEIPT, Bcd.encode(entry.receipt(), 2));
        if (entry.originalTrace() != 0) {
            fields = fields.with(Bitmap.ORIGINAL_TRACE, Bcd.encode(entry.originalTrace(), 3));
        }
        Tlv payment = Tlv.NONE.with(0x1F10, Bytes.of(2)).with(0x1F12, Bytes.of(1));
        return fields.with(Bitmap.TERMINAL_ID, Bytes.hex(settings.terminalId()))
                .with(Bitmap.CARD_SEQUENCE, Bcd.encode(1, 2))
                .with(Bitmap.PAN, Bytes.hex("672799EEEEEE" + entry.lastFour()))
                .with(Bitmap.CARD_TYPE, Bytes.of(5))
                .with(Bitmap.CARD_NAME, Bytes.text("girocard\0", ASCII))
                .with(Bitmap.AUTH_CODE, Bytes.text("%08d".formatted(entry.trace()), ASCII))
                .with(
                        Bitmap.TLV,
                        Tlv.NONE
                                .with(0x2F, payment.encode())
                                .with(0x43, Bytes.hex("A00000035910100280"))
                                .with(0x46, Bytes.text("AID A00000035910100280\nTVR 0000048000", ASCII))
                                .with(0x47, Bytes.text("AID A00000035910100280\nTVR 0000048000\nTSI F800", ASCII))
                                .with(0x1F1F, sync(entry))
                                .encode())
                .encode();
    }

    /** For an end of day: receipt numbers from and to, then count and amount of seven card groups; ours is the first. */
    static Bytes totals(List<LedgerEntry> closed, EmulatorSettings settings) {
        long total = Math.max(0, Ledger.total(closed));
        int from = closed.isEmpty() ? 0 : closed.getFirst().receipt();
        int to = closed.isEmpty() ? 0 : closed.getLast().receipt();
        Bytes groups = Bcd.encode(from, 2)
                .plus(Bcd.encode(to, 2))
                .plus(Bcd.encode(Math.min(closed.size(), LAST_GROUP_MAX), 1))
                .plus(Bcd.encode(total, 6));
        for (int i = 1; i < GROUPS; i++) {
            groups = groups.plus(Bcd.encode(0, 7));
        }
        Fields fields = Fields.NONE.with(Bitmap.RESULT, Bytes.of(0)).with(Bitmap.AMOUNT, Bcd.encode(total, 6));
        return moment(fields, settings.clock().instant(), settings)
                .with(Bitmap.TOTALS, groups)
                .encode();
    }

    /** A number that no other payment of this terminal has. */
    private static Bytes sync(LedgerEntry entry) {
        return Bcd.encode(entry.trace(), 3).plus(Bcd.encode(entry.at().getEpochSecond() % 10_000_000_000L, 5));
    }

    /** The code of the currency with this number in two bytes. */
    static Optional<String> currency(Bytes number) {
        long wanted = Bcd.decode(number).orElse(-1);
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getNumericCode() == wanted)
                .map(Currency::getCurrencyCode)
                .sorted()
                .findFirst();
    }

    private static Bytes number(String currency) {
        return Bcd.encode(Currency.getInstance(currency).getNumericCode(), 2);
    }

    private static Fields moment(Fields fields, Instant at, EmulatorSettings settings) {
        ZonedDateTime local = at.atZone(settings.clock().getZone());
        long time = local.getHour() * 10_000L + local.getMinute() * 100L + local.getSecond();
        long date = local.getMonthValue() * 100L + local.getDayOfMonth();
        return fields.with(Bitmap.TIME, Bcd.encode(time, 3)).with(Bitmap.DATE, Bcd.encode(date, 2));
    }
}
