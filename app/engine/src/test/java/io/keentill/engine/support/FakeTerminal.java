package io.keentill.engine.support;

import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.engine.payment.TerminalSession;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A terminal that does what its scripts say, one script for each payment; approves when it has none left. */
public final class FakeTerminal implements PaymentTerminal {

    public static final String ADDRESS = "fake:tcp:127.0.0.1:1";

    /** One payment as the terminal lives it. */
    @FunctionalInterface
    public interface Script {
        Outcome run(TerminalRequest request, AttemptMonitor monitor, FakeTerminal terminal);
    }

    private final Deque<Script> scripts = new ArrayDeque<>();
    private final Acquirer acquirer;
    private final AtomicInteger performs = new AtomicInteger();
    private final AtomicInteger queries = new AtomicInteger();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final AtomicInteger cancels = new AtomicInteger();
    private volatile boolean closed;
    private volatile Function<PastAttempt, QueryAnswer> answers;
    private volatile Set<Capability> capabilities =
            Set.of(Capability.CANCEL, Capability.QUERY_BY_REFERENCE, Capability.PARTIAL_APPROVAL);
    private volatile Supplier<Settlement> settlement = () -> new Settlement.NotClosed("This terminal has no day");
    private volatile Consumer<String> checkpoint = where -> {};

    /** On this bank. */
    public FakeTerminal(Acquirer acquirer) {
        this.acquirer = acquirer;
        this.answers = acquirer::answer;
    }

    /** On a bank of its own. */
    public FakeTerminal() {
        this(new Acquirer());
    }

    /** Its day is closed like this. */
    public FakeTerminal settling(Supplier<Settlement> how) {
        settlement = how;
        return this;
    }

    /** The next payment goes like this. */
    public FakeTerminal then(Script script) {
        synchronized (scripts) {
            scripts.add(script);
        }
        return this;
    }

    /** Questions about earlier attempts are answered like this from now on. */
    public FakeTerminal answering(Function<PastAttempt, QueryAnswer> how) {
        answers = how;
        return this;
    }

    /** Questions are answered from the bank's book again. */
    public FakeTerminal answeringHonestly() {
        return answering(acquirer::answer);
    }

    /** It can do these from now on. */
    public FakeTerminal able(Capability... what) {
        capabilities = Set.of(what);
        return this;
    }

    /** Runs {@code hook} wherever a script reports a step: a test stops, copies or dies there. */
    public void atCheckpoints(Consumer<String> hook) {
        checkpoint = hook;
    }

    public void checkpoint(String where) {
        checkpoint.accept(where);
    }

    public Acquirer acquirer() {
        return acquirer;
    }

    public int performs() {
        return performs.get();
    }

    public int queries() {
        return queries.get();
    }

    /** Down once somebody asked to stop a payment. */
    public CountDownLatch cancelled() {
        return cancelled;
    }

    /** A session on this terminal. */
    public TerminalSession session() {
        return new TerminalSession(TerminalAddress.parse(ADDRESS), this);
    }

    @Override
    public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
        performs.incrementAndGet();
        Script script;
        synchronized (scripts) {
            script = scripts.isEmpty() ? Scripts.approve() : scripts.remove();
        }
        return script.run(request, monitor, this);
    }

    @Override
    public QueryAnswer query(PastAttempt attempt) {
        queries.incrementAndGet();
        return answers.apply(attempt);
    }

    @Override
    public void requestCancel(String reference) {
        cancels.incrementAndGet();
        cancelled.countDown();
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public TerminalStatus status() {
        return new TerminalStatus(TerminalStatus.State.READY, "", "T1", "1.0");
    }

    @Override
    public Settlement settle(Currency currency) {
        return settlement.get();
    }

    @Override
    public void close() {
        closed = true;
    }

    /** How often it was asked to stop. */
    public int cancels() {
        return cancels.get();
    }

    /** Whether somebody has closed it. */
    public boolean isClosed() {
        return closed;
    }
}
