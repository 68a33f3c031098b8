package io.keentill.device.zvt.emulator;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bcd;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.transport.ApduTransport;
import io.keentill.device.zvt.transport.SerialTimings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One connection to the emulated terminal: takes commands until the link is gone. */
final class Session implements Runnable, AutoCloseable {

    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Bytes PASSWORD = Bytes.of(0, 0, 0);
    private static final int WRONG = 0x849A;
    private static final int NOT_REGISTERED = 0x6B;
    private static final int NOTHING_THERE = 0xB5;

    private final Device device;
    private final Link link;
    private final ApduTransport transport;
    private final Till till;

    Session(Device device, Link link) {
        this.device = device;
        this.link = link;
        // The emulator resends sooner than the five seconds of T2, so that a lost till is noticed in human time.
        Duration answer = device.settings().answerTime();
        this.transport = ApduTransport.over(link, new SerialTimings(SerialTimings.STANDARD.interByte(), answer, 2));
        this.till = new Till(transport, answer);
    }

    @Override
    public void run() {
        try {
            while (device.isCurrent(this)) {
                Apdu command = transport.receive(IDLE);
                if (command != null && !device.offline()) {
                    serve(command);
                }
            }
        } catch (LinkException gone) {
            // The till hung up: the next connection is a new session.
            link.close();
        }
        if (!device.isCurrent(this)) {
            link.close();
        }
    }

    @Override
    public void close() {
        link.close();
    }

    /** Whether the far end is silent about losing us, as a serial line is. */
    boolean serial() {
        return link.address().kind().equals("serial");
    }

    Link link() {
        return link;
    }

    private void serve(Apdu command) throws LinkException {
        till.begin();
        try {
            take(command);
        } catch (LinkException e) {
            // A serial line outlives a till that does not acknowledge; a lost connection shows at the next read.
            if (!serial()) {
                throw e;
            }
        }
    }

    private void take(Apdu command) throws LinkException {
        if (Command.isReply(command.command())) {
            return;
        }
        if (device.busy() || (isPayment(command) && device.playsBusy())) {
            reply(Command.WAIT);
            return;
        }
        switch (command.command()) {
            case Command.REGISTER -> register(command.data());
            case Command.STATUS_ENQUIRY -> statusEnquiry();
            case Command.REPEAT_RECEIPT -> whenAllowed(command, this::repeat);
            case Command.AUTHORISE -> whenAllowed(command, () -> pay(LedgerEntry.Type.SALE, command.data()));
            case Command.REFUND ->
                whenAllowed(
                        command,
                        () -> pay(LedgerEntry.Type.REFUND, command.data().from(3)));
            case Command.REVERSE ->
                whenAllowed(
                        command,
                        () -> pay(LedgerEntry.Type.REVERSAL, command.data().from(3)));
            case Command.END_OF_DAY -> whenAllowed(command, this::endOfDay);
            case Command.LOG_OFF, Command.ABORT -> reply(Command.POSITIVE);
            default -> reply(Command.NOT_KNOWN);
        }
    }

    private interface Step {
        void run() throws LinkException;
    }

    private void whenAllowed(Apdu command, Step step) throws LinkException {
        boolean needsPassword = command.command() != Command.AUTHORISE;
        if (needsPassword && !startsWithPassword(command.data())) {
            reply(WRONG);
        } else if (!device.registered()) {
            reply(0x8400 | NOT_REGISTERED);
        } else {
            step.run();
        }
    }

    private void register(Bytes data) throws LinkException {
        if (data.length() < 4 || !startsWithPassword(data)) {
            reply(WRONG);
            return;
        }
        reply(Command.POSITIVE);
        device.registered(true);
        Fields answer = Fields.NONE
                .with(0x19, Bytes.of(0))
                .with(Bitmap.TERMINAL_ID, Bytes.hex(device.settings().terminalId()));
        if (data.length() >= 6) {
            answer = answer.with(Bitmap.CURRENCY, data.slice(4, 6));
        }
        till.say(new Apdu(Command.COMPLETION, answer.encode()));
    }

    private void statusEnquiry() throws LinkException {
        reply(Command.POSITIVE);
        Bytes version = Bytes.text("Emulator", StandardCharsets.US_ASCII);
        Bytes data = Bytes.of(0xF0, 0xF0, 0xF0 | version.length()).plus(version).plus(Bytes.of(0x00));
        till.say(new Apdu(Command.COMPLETION, data));
    }

    private void repeat() throws LinkException {
        reply(Command.POSITIVE);
        Optional<LedgerEntry> last = device.ledger().last(device.settings().forgetReversed());
        if (last.isEmpty()) {
            till.say(Apdu.of(Command.ABORTED, NOTHING_THERE));
            return;
        }
        till.say(new Apdu(Command.STATUS_INFO, StatusFields.of(last.get(), device.settings())));
        till.say(new Apdu(Command.COMPLETION, Bytes.EMPTY));
    }

    private void endOfDay() throws LinkException {
        reply(Command.POSITIVE);
        List<LedgerEntry> closed = device.ledger().settle();
        till.say(new Apdu(Command.STATUS_INFO, StatusFields.totals(closed, device.settings())));
        till.say(new Apdu(Command.COMPLETION, Bytes.EMPTY));
    }

    private void pay(LedgerEntry.Type type, Bytes data) throws LinkException {
        Fields fields = Fields.read(data);
        boolean whole = fields.unread().isEmpty()
                && fields.number(Bitmap.AMOUNT).orElse(0) > 0
                && fields.get(Bitmap.CURRENCY).flatMap(StatusFields::currency).isPresent();
        boolean names =
                type != LedgerEntry.Type.REVERSAL || fields.get(Bitmap.RECEIPT).isPresent();
        if (!whole || !names) {
            reply(Command.NOT_KNOWN);
            return;
        }
        if (!device.begin(this)) {
            reply(Command.WAIT);
            return;
        }
        try {
            PaymentFlow flow = new PaymentFlow(device, this, till);
            flow.run(new PaymentOrder(
                    type,
                    fields.number(Bitmap.AMOUNT).getAsLong(),
                    fields.get(Bitmap.CURRENCY).flatMap(StatusFields::currency).orElseThrow(),
                    (int) fields.get(Bitmap.RECEIPT)
                            .map(Bcd::decode)
                            .flatMap(Session::boxed)
                            .orElse(0L)
                            .longValue()));
        } finally {
            device.end();
        }
    }

    private void reply(int command) throws LinkException {
        transport.send(new Apdu(command, Bytes.EMPTY));
    }

    private static Optional<Long> boxed(java.util.OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static boolean isPayment(Apdu command) {
        return command.command() == Command.AUTHORISE
                || command.command() == Command.REFUND
                || command.command() == Command.REVERSE;
    }

    private static boolean startsWithPassword(Bytes data) {
        return data.length() >= 3 && data.slice(0, 3).equals(PASSWORD);
    }
}
