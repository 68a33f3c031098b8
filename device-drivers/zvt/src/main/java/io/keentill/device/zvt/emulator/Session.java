package io.keentill.device.zvt.emulator;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.transport.ApduTransport;
import io.keentill.device.zvt.transport.SerialTimings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** One connection to the emulated terminal: takes commands until the link is gone. */
final class Session implements Runnable, AutoCloseable {

    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Bytes PASSWORD = Bytes.of(0, 0, 0);
    private static final int WRONG = 0x849A;
    private static final int NOT_REGISTERED = 0x6B;
    private static final int PASSWORD_LENGTH = 3;
    /** Receipt number FFFF: which holds are open? */
    private static final Bytes WHICH_ARE_OPEN = Bytes.of(Bitmap.RECEIPT, 0xFF, 0xFF);

    private static final Map<Integer, LedgerEntry.Type> PAYMENTS = Map.of(
            Command.AUTHORISE, LedgerEntry.Type.SALE,
            Command.REFUND, LedgerEntry.Type.REFUND,
            Command.REVERSE, LedgerEntry.Type.REVERSAL,
            Command.PRE_AUTHORISE, LedgerEntry.Type.PRE_AUTHORISATION,
            Command.BOOK_REST, LedgerEntry.Type.COMPLETION,
            Command.BOOK_TOTAL, LedgerEntry.Type.COMPLETION,
            Command.RELEASE, LedgerEntry.Type.RELEASE);
    private static final Set<Integer> WITH_PASSWORD =
            Set.of(Command.REFUND, Command.REVERSE, Command.REPEAT_RECEIPT, Command.SEND_TOTALS, Command.END_OF_DAY);

    private final Device device;
    private final Link link;
    private final ApduTransport transport;
    private final Till till;
    private final Chores chores;

    Session(Device device, Link link) {
        this.device = device;
        this.link = link;
        // The emulator resends sooner than the five seconds of T2, so that a lost till is noticed in human time.
        Duration answer = device.settings().answerTime();
        this.transport = ApduTransport.over(link, new SerialTimings(SerialTimings.STANDARD.interByte(), answer, 2));
        this.till = new Till(transport, answer);
        this.chores = new Chores(device, transport, till);
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
            case Command.REGISTER -> chores.register(command.data());
            case Command.STATUS_ENQUIRY -> chores.statusEnquiry();
            case Command.DISPLAY_TEXT -> chores.show(command.data());
            case Command.DIAGNOSE, Command.INITIALISE -> chores.checkItself();
            case Command.LOG_OFF -> {
                device.register(null);
                reply(Command.POSITIVE);
            }
            case Command.ABORT -> reply(Command.POSITIVE);
            case Command.REPEAT_RECEIPT ->
                whenAllowed(command, () -> chores.repeat(command.data().from(PASSWORD_LENGTH)));
            case Command.SEND_TOTALS -> whenAllowed(command, () -> chores.totals(false));
            case Command.END_OF_DAY -> whenAllowed(command, () -> chores.totals(true));
            default -> payment(command);
        }
    }

    private void payment(Apdu command) throws LinkException {
        LedgerEntry.Type type = PAYMENTS.get(command.command());
        if (type == null) {
            reply(Command.NOT_KNOWN);
            return;
        }
        whenAllowed(command, () -> {
            Bytes data =
                    WITH_PASSWORD.contains(command.command()) ? command.data().from(PASSWORD_LENGTH) : command.data();
            if (command.command() == Command.BOOK_REST && data.equals(WHICH_ARE_OPEN)) {
                chores.holds();
            } else {
                pay(type, command.command() == Command.BOOK_REST, data);
            }
        });
    }

    private interface Step {
        void run() throws LinkException;
    }

    private void whenAllowed(Apdu command, Step step) throws LinkException {
        boolean needsPassword = WITH_PASSWORD.contains(command.command());
        if (needsPassword && !startsWithPassword(command.data())) {
            reply(WRONG);
        } else if (!device.registered()) {
            reply(0x8400 | NOT_REGISTERED);
        } else {
            step.run();
        }
    }

    private void pay(LedgerEntry.Type type, boolean namesRest, Bytes data) throws LinkException {
        Fields fields = Fields.read(data);
        boolean whole = fields.unread().isEmpty()
                && fields.number(Bitmap.AMOUNT).orElse(-1) >= (namesRest ? 0 : 1)
                && fields.get(Bitmap.CURRENCY).flatMap(StatusFields::currency).isPresent();
        boolean names = !type.refers() || fields.number(Bitmap.RECEIPT).isPresent();
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
                    (int) fields.number(Bitmap.RECEIPT).orElse(0),
                    (int) fields.number(Bitmap.TRACE).orElse(0),
                    namesRest));
        } finally {
            device.end();
        }
    }

    private void reply(int command) throws LinkException {
        transport.send(new Apdu(command, Bytes.EMPTY));
    }

    private static boolean isPayment(Apdu command) {
        return PAYMENTS.containsKey(command.command());
    }

    static boolean startsWithPassword(Bytes data) {
        return data.length() >= PASSWORD_LENGTH
                && data.slice(0, PASSWORD_LENGTH).equals(PASSWORD);
    }
}
