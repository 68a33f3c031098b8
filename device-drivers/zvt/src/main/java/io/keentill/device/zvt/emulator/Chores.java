package io.keentill.device.zvt.emulator;

import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bcd;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.transport.ApduTransport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the emulated terminal does for a till besides payments. */
final class Chores {

    private static final int WRONG = 0x849A;
    /** A currency that nobody has, or another one than that of the day's payments. */
    static final int WRONG_CURRENCY = 0x6F;

    private static final int NOTHING_THERE = 0xB5;
    private static final int HOLDS = 0xB8;
    private static final int NOT_POSSIBLE = 0x6C;
    private static final int CONFIG_AT = 3;
    private static final int CURRENCY_AT = 4;
    private static final int FIELDS_AT = 6;
    private static final int WITH_STATUS = 0x01;
    private static final int WITHOUT_PRINT = 0x02;
    private static final int WAIT = 0x0E;

    private final Device device;
    private final ApduTransport transport;
    private final Till till;

    Chores(Device device, ApduTransport transport, Till till) {
        this.device = device;
        this.transport = transport;
        this.till = till;
    }

    void register(Bytes data) throws LinkException {
        boolean whole = data.length() == CURRENCY_AT
                || (data.length() >= FIELDS_AT
                        && Fields.read(data.from(FIELDS_AT)).unread().isEmpty());
        if (!whole || !Session.startsWithPassword(data)) {
            reply(WRONG);
            return;
        }
        reply(Command.POSITIVE);
        Fields answer = Fields.NONE
                .with(0x19, Bytes.of(0))
                .with(Bitmap.TERMINAL_ID, Bytes.hex(device.settings().terminalId()));
        Fields fields = Fields.NONE;
        if (data.length() >= FIELDS_AT) {
            Bytes currency = data.slice(CURRENCY_AT, FIELDS_AT);
            if (StatusFields.currency(currency).isEmpty()) {
                till.say(Apdu.of(Command.ABORTED, WRONG_CURRENCY));
                return;
            }
            answer = answer.with(Bitmap.CURRENCY, currency);
            fields = Fields.read(data.from(FIELDS_AT));
        }
        device.register(Registration.of(data.at(CONFIG_AT), fields));
        till.say(new Apdu(Command.COMPLETION, answer.encode()));
    }

    void statusEnquiry() throws LinkException {
        reply(Command.POSITIVE);
        Bytes version = Bytes.text("Emulator", StandardCharsets.US_ASCII);
        Bytes data = Bytes.of(0xF0, 0xF0, 0xF0 | version.length()).plus(version).plus(Bytes.of(device.condition()));
        till.say(new Apdu(Command.COMPLETION, data));
    }

    /** A diagnosis or an initialisation: afterwards nothing is wrong any more. */
    void checkItself() throws LinkException {
        reply(Command.POSITIVE);
        till.say(Apdu.of(Command.INTERMEDIATE, WAIT));
        device.condition(0);
        till.say(new Apdu(Command.COMPLETION, Bytes.EMPTY));
    }

    void show(Bytes data) throws LinkException {
        Fields fields = Fields.read(data);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            fields.get(Bitmap.DISPLAY_LINE + i)
                    .ifPresent(line -> lines.add(line.text(device.registration().charset())));
        }
        if (!fields.unread().isEmpty() || lines.isEmpty()) {
            reply(Command.NOT_KNOWN);
            return;
        }
        reply(Command.POSITIVE);
        device.show(lines);
        till.say(new Apdu(Command.COMPLETION, Bytes.EMPTY));
    }

    /** The last payment again: its status information, its receipts, or both. */
    void repeat(Bytes data) throws LinkException {
        int service =
                Fields.read(data).get(Bitmap.SERVICE).map(value -> value.at(0)).orElse(0);
        reply(Command.POSITIVE);
        Optional<LedgerEntry> last = device.ledger().last(device.settings().forgetReversed());
        if (last.isEmpty()) {
            till.say(Apdu.of(Command.ABORTED, NOTHING_THERE));
            return;
        }
        if ((service & WITH_STATUS) != 0) {
            till.say(new Apdu(Command.STATUS_INFO, StatusFields.of(last.get(), device.settings())));
        }
        boolean print = (service & WITHOUT_PRINT) == 0 && device.registration().tillPrints();
        end(print ? Slip.of(last.get(), device.settings(), true) : List.of());
    }

    /** The totals of the day, which is closed if wanted. */
    void totals(boolean close) throws LinkException {
        reply(Command.POSITIVE);
        List<LedgerEntry> day =
                close ? device.ledger().settle() : device.ledger().day();
        till.say(new Apdu(Command.STATUS_INFO, StatusFields.totals(day, device.settings())));
        end(device.registration().tillPrintsAdmin() ? Slip.ofDay(day, close) : List.of());
    }

    /** Which holds are open: their receipt numbers, by way of a refusal. */
    void holds() throws LinkException {
        reply(Command.POSITIVE);
        Fields numbers = Fields.NONE;
        for (LedgerEntry hold : device.ledger().holds()) {
            numbers = numbers.with(Bitmap.RECEIPT, Bcd.encode(hold.receipt(), 2));
        }
        till.say(new Apdu(Command.ABORTED, Bytes.of(HOLDS).plus(numbers.encode())));
    }

    private void end(List<Slip> slips) {
        for (Apdu piece : device.registration().pieces(slips)) {
            if (till.say(piece) != Till.Answer.YES) {
                till.say(Apdu.of(Command.ABORTED, NOT_POSSIBLE));
                return;
            }
        }
        till.say(new Apdu(Command.COMPLETION, Bytes.EMPTY));
    }

    private void reply(int command) throws LinkException {
        transport.send(new Apdu(command, Bytes.EMPTY));
    }
}
