package io.keentill.engine.payment;

import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Pairing;
import io.keentill.device.terminal.PairingQuestion;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Reprint;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One terminal and its queue: one call at a time, payments before questions about its health. Whoever asks how it is
 * while somebody else asks the same gets the same answer.
 */
public final class TerminalSession implements AutoCloseable {

    private static final Sentence PAYS = Sentence.of("payment.a-payment-is-running", "A payment is running");
    private static final Sentence LOOKS_BACK =
            Sentence.of("payment.it-is-asked-about-a-payment", "It is being asked about an earlier payment");
    private static final Sentence CLOSES =
            Sentence.of("payment.its-day-is-being-closed", "Its day is being closed or counted");
    private static final Sentence PAIRS =
            Sentence.of("payment.it-is-being-paired", "It is being paired or its pairing undone");
    private static final Sentence PRINTS =
            Sentence.of("payment.its-last-receipt-is-fetched", "Its last receipt is being fetched");

    private final TerminalAddress address;
    private final PaymentTerminal terminal;
    private final ReentrantLock line = new ReentrantLock(true);
    /** Held while somebody asks how it is, from before the line is taken until it is free again. */
    private final ReentrantLock look = new ReentrantLock();

    private final AtomicInteger looks = new AtomicInteger();
    private volatile Sentence doing = PAYS;
    private volatile TerminalStatus lastStatus;

    /** A session on {@code terminal}, which nobody else uses. */
    public TerminalSession(TerminalAddress address, PaymentTerminal terminal) {
        this.address = address;
        this.terminal = terminal;
        this.lastStatus = TerminalStatus.unreachable(Sentence.of("payment.not-asked-yet", "Not asked yet"));
    }

    /** The key under which attempts on it are stored. */
    public String address() {
        return address.toString();
    }

    /** How it was when last asked; asks nothing. */
    public TerminalStatus lastStatus() {
        return lastStatus;
    }

    /** Asks how it is, unless it is at something else: then it is busy, and with what. */
    public TerminalStatus status() {
        int before = looks.get();
        look.lock();
        try {
            // Two ask at once when a till starts: the second needs no question of its own, and no payment waits for it.
            return looks.get() == before ? askedNow() : lastStatus;
        } finally {
            look.unlock();
        }
    }

    private TerminalStatus askedNow() {
        if (!line.tryLock()) {
            return new TerminalStatus(TerminalStatus.State.BUSY, doing, null, null);
        }
        try {
            return looked(terminal.status());
        } finally {
            line.unlock();
        }
    }

    private TerminalStatus looked(TerminalStatus status) {
        lastStatus = status;
        looks.incrementAndGet();
        return status;
    }

    private void takeLine(Sentence why) {
        line.lock();
        doing = why;
    }

    /** Closes the terminal's day. */
    public Settlement settle(Currency currency) {
        takeLine(CLOSES);
        try {
            return terminal.settle(currency);
        } finally {
            line.unlock();
        }
    }

    /** What it can do. */
    public Set<Capability> capabilities() {
        return terminal.capabilities();
    }

    /** What an installer must be asked before {@link #pair}. */
    public List<PairingQuestion> pairingQuestions() {
        return terminal.pairingQuestions();
    }

    /** Makes the terminal and this till known to each other. */
    public Pairing pair(Map<String, String> answers) {
        takeLine(PAIRS);
        try {
            return terminal.pair(answers);
        } finally {
            line.unlock();
        }
    }

    /**
     * Forgets what was agreed in pairing.
     *
     * @throws IOException if that cannot be; the message is for people
     */
    public void unpair() throws IOException {
        takeLine(PAIRS);
        try {
            terminal.unpair();
        } finally {
            line.unlock();
        }
    }

    /** Makes it show or sound which terminal it is, where it can, and tells how it is. */
    public TerminalStatus identify() {
        look.lock();
        line.lock();
        try {
            return looked(terminal.identify());
        } finally {
            line.unlock();
            look.unlock();
        }
    }

    /** Its totals, without closing its day. */
    public TotalsAnswer totals(Currency currency) {
        takeLine(CLOSES);
        try {
            return terminal.totals(currency);
        } finally {
            line.unlock();
        }
    }

    /** The receipt of its last payment again, without card numbers whatever the terminal put into it. */
    public Reprint reprintLast() {
        takeLine(PRINTS);
        try {
            return switch (terminal.reprintLast()) {
                case Reprint.Text(Outcome.TerminalReceipts(var merchant, var customer)) ->
                    new Reprint.Text(
                            new Outcome.TerminalReceipts(SlipBook.masked(merchant), SlipBook.masked(customer)));
                case Reprint other -> other;
            };
        } finally {
            line.unlock();
        }
    }

    Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
        takeLine(PAYS);
        try {
            Outcome outcome = terminal.perform(request, monitor);
            if (!(outcome instanceof Outcome.Unknown || outcome instanceof Outcome.Failed)) {
                reached();
            }
            return outcome;
        } finally {
            line.unlock();
        }
    }

    QueryAnswer query(PastAttempt attempt) {
        takeLine(LOOKS_BACK);
        try {
            QueryAnswer answer = terminal.query(attempt);
            switch (answer) {
                case QueryAnswer.Found _, QueryAnswer.InProgress _ -> reached();
                case QueryAnswer.Unreachable(Sentence why) ->
                    lastStatus = new TerminalStatus(TerminalStatus.State.UNREACHABLE, why, lastStatus.identity());
                case QueryAnswer.NotFound _, QueryAnswer.CannotTell _ -> {
                    // may be known without having asked it
                }
            }
            return answer;
        } finally {
            line.unlock();
        }
    }

    private void reached() {
        lastStatus = new TerminalStatus(TerminalStatus.State.READY, "", lastStatus.identity());
    }

    void requestCancel(String reference) {
        terminal.requestCancel(reference);
    }

    @Override
    public void close() {
        terminal.close();
    }
}
