package io.keentill.device.zvt;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bcd;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.transport.ApduTransport;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The link to a terminal: opened when needed, dropped when in doubt. Only {@link #close} may come from another thread. */
final class Connection implements AutoCloseable {

    private static final int SHOWN_SECONDS = 5;
    private static final int DISPLAY_LINES = 8;
    private static final int MOST_OF_BEFORE = 4;

    private final LinkAddress address;
    private final TerminalDriver.Context context;
    private final ZvtSettings settings;

    private volatile boolean closed;
    private volatile @Nullable Dialogue dialogue;
    private boolean registered;
    private Deadline noisy = Deadline.in(Duration.ZERO);
    private @Nullable Currency currency;
    private @Nullable String terminalId;

    Connection(LinkAddress address, TerminalDriver.Context context, ZvtSettings settings) {
        this.address = address;
        this.context = context;
        this.settings = settings;
    }

    /** The open dialogue; opens the link if there is none. */
    Dialogue open() throws LinkException {
        Dialogue current = dialogue;
        if (current != null) {
            return current;
        }
        if (closed) {
            throw new LinkException(
                    Sentence.of("zvt.this-terminal-was-closed-by-the", "This terminal was closed by the till"));
        }
        Link link = context.links().open(address, settings.connect());
        ApduTransport transport = ApduTransport.over(link, settings.serial());
        Dialogue fresh = new Dialogue(transport, context.trace());
        dialogue = fresh;
        registered = false;
        if (closed) {
            drop();
            throw new LinkException(
                    Sentence.of("zvt.this-terminal-was-closed-by-the", "This terminal was closed by the till"));
        }
        try {
            transport.discard(settings.quiet());
        } catch (LinkException e) {
            drop();
            throw e;
        }
        return fresh;
    }

    boolean isOpen() {
        return dialogue != null;
    }

    /** Gives the link up; the next use opens it again. */
    void drop() {
        Dialogue current = dialogue;
        dialogue = null;
        registered = false;
        if (current != null) {
            if (current.repeats() && !current.isClean()) {
                // The terminal says it again until it is acknowledged: on a new connection too, as the line is the
                // same.
                noisy = Deadline.in(settings.serial()
                        .acknowledge()
                        .multipliedBy(settings.serial().retransmissions() + 1L));
            }
            current.close();
        }
    }

    /** Whether the next answer on the link is that to the next command. */
    boolean isClean() {
        Dialogue current = dialogue;
        return current == null || current.isClean();
    }

    /**
     * Gives the link up if an answer is still to come: it would be taken for that to the next command. On a serial line it
     * is waited for first, as it comes over a new connection too.
     */
    void tidy() {
        Dialogue current = dialogue;
        if (current == null || current.isClean()) {
            return;
        }
        try {
            if (!current.repeats() || !current.collect(settings.reply())) {
                drop();
            }
        } catch (LinkException gone) {
            drop();
        }
    }

    /** Opens a link on which nothing of before comes any more. */
    void settle() throws LinkException {
        if (dialogue != null || noisy.passed()) {
            return;
        }
        Dialogue fresh = open();
        Deadline end = Deadline.in(settings.reply().multipliedBy(MOST_OF_BEFORE));
        while (fresh.receive(settings.reply()) != null) {
            if (end.passed()) {
                drop();
                throw new LinkException(Sentence.of(
                        "zvt.the-terminal-still-speaks-of-something",
                        "The terminal still speaks of something earlier. Wait a moment, then try again"));
            }
        }
        noisy = Deadline.in(Duration.ZERO);
    }

    /** Whether the terminal knows us, for {@code wanted} if that is not null. */
    boolean isRegistered(@Nullable Currency wanted) {
        return registered && (wanted == null || wanted.equals(currency));
    }

    /** 06 00. If any currency will do, it is the last one asked for. */
    Service.Result register(@Nullable Currency asked, Duration patience) throws LinkException {
        Currency wanted = asked == null ? currency : asked;
        Bytes data = settings.role().registration(password(), wanted);
        Service.Result result = run(new Apdu(Command.REGISTER, data), patience);
        if (result instanceof Service.Result.Done(Bytes completion, var _, var _)) {
            registered = true;
            currency = wanted;
            Fields.read(completion).get(Bitmap.TERMINAL_ID).ifPresent(id -> terminalId = Bcd.digits(id));
        }
        return result;
    }

    /** 05 01. */
    Service.Result status(Duration patience) throws LinkException {
        return run(new Apdu(Command.STATUS_ENQUIRY, Bytes.EMPTY), patience);
    }

    /** 06 20: the status information of the last payment, nothing printed. */
    Service.Result repeatLast(Duration patience) throws LinkException {
        Bytes data =
                password().plus(Fields.NONE.with(Bitmap.SERVICE, Bytes.of(0x03)).encode());
        return run(new Apdu(Command.REPEAT_RECEIPT, data), patience);
    }

    /** 06 20: the receipt of the last payment, printed by whoever prints. */
    Service.Result printLast() throws LinkException {
        return runLong(new Apdu(Command.REPEAT_RECEIPT, password()));
    }

    /** 06 50. */
    Service.Result endOfDay() throws LinkException {
        return runLong(new Apdu(Command.END_OF_DAY, password()));
    }

    /** 06 10. */
    Service.Result totals() throws LinkException {
        return runLong(new Apdu(Command.SEND_TOTALS, password()));
    }

    /** 06 E0: shows {@code lines} for some seconds and beeps. */
    Service.Result show(List<String> lines) throws LinkException {
        Fields fields = Fields.NONE.with(Bitmap.DISPLAY_SECONDS, Bytes.of(SHOWN_SECONDS));
        for (int i = 0; i < Math.min(lines.size(), DISPLAY_LINES); i++) {
            fields = fields.with(
                    Bitmap.DISPLAY_LINE + i,
                    Bytes.text(lines.get(i), settings.role().charset()));
        }
        return new Service(open(), settings)
                .run(
                        new Apdu(
                                Command.DISPLAY_TEXT,
                                fields.with(Bitmap.BEEPS, Bytes.of(2)).encode()),
                        Duration.ZERO,
                        settings.reply().plusSeconds(SHOWN_SECONDS));
    }

    /** 06 02, if the link is open and the terminal knows us. Nothing depends on it: whatever goes wrong is left as it is. */
    void logOff() {
        Dialogue current = dialogue;
        if (current == null || !registered || closed) {
            return;
        }
        registered = false;
        try {
            current.send(new Apdu(Command.LOG_OFF, Bytes.EMPTY));
            current.receive(settings.reply());
        } catch (LinkException gone) {
            drop();
        }
    }

    /** TID from the registration, if the terminal said. */
    Optional<String> terminalId() {
        return Optional.ofNullable(terminalId);
    }

    Bytes password() {
        return Bytes.hex(settings.password());
    }

    @Override
    public void close() {
        closed = true;
        Dialogue current = dialogue;
        if (current != null) {
            current.close();
        }
    }

    private Service.Result runLong(Apdu command) throws LinkException {
        return new Service(open(), settings).run(command, settings.busy(), settings.completion());
    }

    private Service.Result run(Apdu command, Duration patience) throws LinkException {
        // A question is answered at once; only payments and the end of day take long.
        return new Service(open(), settings)
                .run(command, patience, settings.reply().multipliedBy(2));
    }
}
