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
import io.keentill.device.terminal.TerminalIdentity;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.terminal.TotalsAnswer;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A terminal that can be asked everything; a test looks in, stops it or lets it fail at each call that takes its line. */
final class AskedTerminal implements PaymentTerminal {

    private static final TerminalIdentity IDENTITY = new TerminalIdentity("T1", null, null, "1.0");
    static final TerminalStatus READY = new TerminalStatus(TerminalStatus.State.READY, "", IDENTITY);
    static final TerminalStatus SHOWN = new TerminalStatus(TerminalStatus.State.READY, "It beeps", IDENTITY);

    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> cancelled = new ArrayList<>();
    private volatile Runnable atEachCall = () -> {};
    private volatile Outcome outcome = new Outcome.Failed("Switched off");
    private volatile QueryAnswer answer = new QueryAnswer.NotFound();
    private volatile Reprint reprint = new Reprint.AtTerminal();
    private volatile boolean unpaired;
    private volatile boolean closed;

    void atEachCall(Runnable hook) {
        atEachCall = hook;
    }

    void ending(Outcome how) {
        outcome = how;
    }

    void answering(QueryAnswer what) {
        answer = what;
    }

    void reprinting(Reprint what) {
        reprint = what;
    }

    /** How often it was talked to. */
    int calls() {
        return calls.get();
    }

    List<String> cancelled() {
        return cancelled;
    }

    boolean isUnpaired() {
        return unpaired;
    }

    boolean isClosed() {
        return closed;
    }

    private <T> T called(T result) {
        calls.incrementAndGet();
        atEachCall.run();
        return result;
    }

    @Override
    public TerminalStatus status() {
        return called(READY);
    }

    @Override
    public TerminalStatus identify() {
        return called(SHOWN);
    }

    @Override
    public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
        return called(outcome);
    }

    @Override
    public QueryAnswer query(PastAttempt attempt) {
        return called(answer);
    }

    @Override
    public Settlement settle(Currency currency) {
        return called(new Settlement.NotClosed("No day in " + currency));
    }

    @Override
    public TotalsAnswer totals(Currency currency) {
        return called(new TotalsAnswer.NotTold("No totals in " + currency));
    }

    @Override
    public Reprint reprintLast() {
        return called(reprint);
    }

    @Override
    public Pairing pair(Map<String, String> answers) {
        return called(new Pairing.Paired(IDENTITY));
    }

    @Override
    public void unpair() {
        unpaired = called(true);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.PAIRING);
    }

    @Override
    public List<PairingQuestion> pairingQuestions() {
        return List.of(new PairingQuestion("code", "The code on its screen", true, Pattern.compile("\\d{4}")));
    }

    @Override
    public void requestCancel(String reference) {
        cancelled.add(reference);
    }

    @Override
    public void close() {
        closed = true;
    }
}
