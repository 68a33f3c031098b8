package io.keentill.device.zvt;

import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Reprint;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.domain.text.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One ZVT terminal. Calls take turns by a lock; {@link #requestCancel} and {@link #close} do not wait for it. */
final class ZvtTerminal implements PaymentTerminal {

    private static final Set<Capability> ALWAYS = Set.of(
            Capability.REFUND,
            Capability.REVERSAL,
            Capability.PRE_AUTHORISATION,
            Capability.CANCEL,
            Capability.QUERY_LAST,
            Capability.PARTIAL_APPROVAL,
            Capability.TOTALS,
            Capability.END_OF_DAY);

    /** How long closing waits for the terminal to take the log-off. */
    private static final Duration LEAVING = Duration.ofMillis(500);

    private static final List<String> IDENTIFICATION = List.of("Keentill", "This is the terminal of this till");

    private final Connection connection;
    private final ZvtSettings settings;
    private final Clock clock;
    private final LastPayment lastPayment;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Running running;
    private @Nullable String reversedReference;
    private @Nullable Instant dayClosed;

    ZvtTerminal(Connection connection, ZvtSettings settings, Clock clock) {
        this.connection = connection;
        this.settings = settings;
        this.clock = clock;
        this.lastPayment = new LastPayment(connection);
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.copyOf(ALWAYS);
        switch (settings.role().receipts()) {
            case TERMINAL -> all.add(Capability.REPRINT);
            case TILL -> all.addAll(Set.of(Capability.REPRINT, Capability.TILL_PRINTS));
            case OWN -> {
                // Whoever makes the receipts can make them again: that is the till.
            }
        }
        return Set.copyOf(all);
    }

    @Override
    public TerminalStatus status() {
        if (!turn.tryLock()) {
            return new TerminalStatus(
                    TerminalStatus.State.BUSY,
                    Sentence.of("zvt.a-payment-is-running", "A payment is running"),
                    connection.terminalId().orElse(null),
                    null);
        }
        try {
            return new StatusCheck(connection).check();
        } finally {
            yieldTurn();
        }
    }

    @Override
    public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
        turn.lock();
        Running mine = new Running(request.reference());
        running = mine;
        try {
            PaymentAttempt attempt = new PaymentAttempt(connection, settings, clock, request, monitor, mine);
            Outcome outcome = attempt.perform();
            if (attempt.reversalSeen()) {
                reversedReference = request.reference();
            }
            if (outcome instanceof Outcome.Unknown) {
                connection.drop();
            }
            return outcome;
        } finally {
            running = null;
            yieldTurn();
        }
    }

    @Override
    public void requestCancel(String reference) {
        Running now = running;
        if (now != null && now.reference().equals(reference)) {
            now.cancel().set(true);
        }
    }

    @Override
    public QueryAnswer query(PastAttempt attempt) {
        turn.lock();
        try {
            Optional<RecoveryHint> hint = RecoveryHint.parse(attempt.recoveryHint());
            if (hint.isEmpty()) {
                return new QueryAnswer.CannotTell(Sentence.of(
                        "zvt.nothing-was-noted-by-which-the",
                        "Nothing was noted by which the terminal could be asked. Compare its journal and" + " decide"));
            }
            LastPayment.Answer answer = lastPayment.ask(attempt.amount().currency(), true, Duration.ZERO);
            return judge(attempt, new Verdict(attempt, hint.get(), clock.getZone(), recent(attempt)), answer);
        } finally {
            yieldTurn();
        }
    }

    @Override
    public Settlement settle(Currency currency) {
        turn.lock();
        try {
            Settlement end = new DayEnd(connection, lastPayment, settings).close(currency);
            dayClosed = end instanceof Settlement.NotClosed ? dayClosed : clock.instant();
            return end;
        } finally {
            yieldTurn();
        }
    }

    @Override
    public TotalsAnswer totals(Currency currency) {
        turn.lock();
        try {
            return new DayEnd(connection, lastPayment, settings).totals(currency);
        } finally {
            yieldTurn();
        }
    }

    @Override
    public Reprint reprintLast() {
        if (settings.role().receipts() == TillRole.Receipts.OWN) {
            return new Reprint.NotPrinted(Sentence.of(
                    "zvt.the-till-makes-the-receipts-itself",
                    "The till makes the receipts itself. Print this one from its sale"));
        }
        turn.lock();
        try {
            return new ReceiptCopy(connection, lastPayment, settings.role()).get();
        } finally {
            yieldTurn();
        }
    }

    @Override
    public TerminalStatus identify() {
        TerminalStatus before = status();
        if (before.state() != TerminalStatus.State.READY || !turn.tryLock()) {
            return before;
        }
        try {
            // One that knows no 06 E0 refuses it, and is as ready as before.
            return connection.show(IDENTIFICATION) instanceof Service.Result.Silent
                    ? unreachable(Sentence.of(
                            "zvt.the-terminal-stopped-answering-when-it",
                            "The terminal stopped answering when it was to show a text"))
                    : before;
        } catch (LinkException e) {
            return unreachable(LinkException.said(e));
        } finally {
            yieldTurn();
        }
    }

    /** Logs off if nothing runs, but waits for that only as long as people do not notice. */
    @Override
    public void close() {
        Thread leaving = Thread.ofVirtual().name("zvt-log-off").start(this::logOff);
        try {
            leaving.join(LEAVING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Ends the log-off too, if it still waits.
        connection.close();
    }

    private void logOff() {
        if (turn.tryLock()) {
            try {
                connection.logOff();
            } finally {
                turn.unlock();
            }
        }
    }

    /** Lets the next call have the terminal, on a link on which no answer to this one's commands is still to come. */
    private void yieldTurn() {
        try {
            connection.tidy();
        } finally {
            turn.unlock();
        }
    }

    private TerminalStatus unreachable(Sentence why) {
        connection.drop();
        return TerminalStatus.unreachable(why);
    }

    /** Whether too little time has passed for anybody to close the terminal's day. A clock set back is no proof. */
    private boolean recent(PastAttempt attempt) {
        Duration age = Duration.between(attempt.sentAt(), clock.instant());
        boolean closedHere = dayClosed != null && dayClosed.isAfter(attempt.sentAt());
        return !age.isNegative() && age.compareTo(settings.window()) <= 0 && !closedHere;
    }

    private QueryAnswer judge(PastAttempt attempt, Verdict verdict, LastPayment.Answer answer) {
        return switch (answer) {
            case LastPayment.Answer.Known(StatusInfo last) -> {
                QueryAnswer judged = verdict.of(last);
                boolean approved = judged instanceof QueryAnswer.Found(Outcome.Approved _);
                yield approved && attempt.reference().equals(reversedReference)
                        ? new QueryAnswer.CannotTell(Sentence.of(
                                "zvt.the-terminal-shows-the-payment-but",
                                "The terminal shows the payment, but had said that it reverses it. Look at its"
                                        + " journal"))
                        : judged;
            }
            case LastPayment.Answer.None() -> verdict.ofNone();
            case LastPayment.Answer.Busy() -> new QueryAnswer.InProgress();
            case LastPayment.Answer.Unreachable(Sentence why) -> new QueryAnswer.Unreachable(why);
            case LastPayment.Answer.Untold(ResultCode code) -> untold(code);
            case LastPayment.Answer.Unsupported(ResultCode code) -> untold(code);
        };
    }

    private static QueryAnswer untold(ResultCode code) {
        return new QueryAnswer.CannotTell(Sentence.of(
                "zvt.the-terminal-does-not-tell-its",
                "The terminal does not tell its last payment: {0}",
                code.message()));
    }

    /** The status of a terminal, from 06 00 if needed and 05 01. */
    private record StatusCheck(Connection connection) {

        private static final int READY = 0x00;
        private static final int BUSY = 0x9C;
        private static final int UNKNOWN_COMMAND = 0x83;

        TerminalStatus check() {
            try {
                if (!connection.isOpen() || !connection.isRegistered(null)) {
                    Service.Result registration = connection.register(null, Duration.ZERO);
                    if (!(registration instanceof Service.Result.Done)) {
                        // What was refused may have been something earlier: the next question gets a new link.
                        connection.drop();
                        return notDone(registration);
                    }
                }
                return read(connection.status(Duration.ZERO));
            } catch (LinkException e) {
                connection.drop();
                return TerminalStatus.unreachable(LinkException.said(e));
            }
        }

        private TerminalStatus read(Service.Result result) {
            if (result instanceof Service.Result.Done(Bytes completion, var _, var _)) {
                StatusAnswer answer = StatusAnswer.read(completion);
                return of(answer.code(), answer.software());
            }
            return result instanceof Service.Result.Refused(int code) && code == UNKNOWN_COMMAND
                    ? of(READY, null)
                    : notDone(result);
        }

        private TerminalStatus notDone(Service.Result result) {
            return switch (result) {
                case Service.Result.Refused(int code) -> of(code, null);
                case Service.Result.Silent() -> {
                    connection.drop();
                    yield TerminalStatus.unreachable(Sentence.of(
                            "zvt.the-terminal-does-not-answer-check",
                            "The terminal does not answer. Check that it is on and shows its start screen"));
                }
                case Service.Result.Busy(), Service.Result.Done _ -> of(BUSY, null);
            };
        }

        private TerminalStatus of(int code, @Nullable String software) {
            String terminalId = connection.terminalId().orElse(null);
            return switch (code) {
                case READY -> new TerminalStatus(TerminalStatus.State.READY, "", terminalId, software);
                case BUSY ->
                    new TerminalStatus(
                            TerminalStatus.State.BUSY,
                            Sentence.of(
                                    "zvt.the-terminal-is-doing-something-else", "The terminal is doing something else"),
                            terminalId,
                            software);
                default ->
                    new TerminalStatus(TerminalStatus.State.ATTENTION, FailureTexts.of(code), terminalId, software);
            };
        }
    }
}
