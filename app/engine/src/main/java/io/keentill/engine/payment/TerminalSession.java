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
import java.util.concurrent.locks.ReentrantLock;

/** One terminal and its queue: one call at a time, payments before questions about its health. */
public final class TerminalSession implements AutoCloseable {

    private final TerminalAddress address;
    private final PaymentTerminal terminal;
    private final ReentrantLock line = new ReentrantLock(true);
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

    /** Asks how it is, unless a payment is running. */
    public TerminalStatus status() {
        if (!line.tryLock()) {
            return new TerminalStatus(
                    TerminalStatus.State.BUSY,
                    Sentence.of("payment.a-payment-is-running", "A payment is running"),
                    null,
                    null);
        }
        try {
            lastStatus = terminal.status();
            return lastStatus;
        } finally {
            line.unlock();
        }
    }

    /** Closes the terminal's day. */
    public Settlement settle(Currency currency) {
        line.lock();
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
        line.lock();
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
        line.lock();
        try {
            terminal.unpair();
        } finally {
            line.unlock();
        }
    }

    /** Makes it show or sound which terminal it is, where it can, and tells how it is. */
    public TerminalStatus identify() {
        line.lock();
        try {
            lastStatus = terminal.identify();
            return lastStatus;
        } finally {
            line.unlock();
        }
    }

    /** Its totals, without closing its day. */
    public TotalsAnswer totals(Currency currency) {
        line.lock();
        try {
            return terminal.totals(currency);
        } finally {
            line.unlock();
        }
    }

    /** The receipt of its last payment again, without card numbers whatever the terminal put into it. */
    public Reprint reprintLast() {
        line.lock();
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
        line.lock();
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
        line.lock();
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
