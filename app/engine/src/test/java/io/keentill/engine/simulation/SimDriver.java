package io.keentill.engine.simulation;

import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.engine.simulation.Fault.Kind;
import io.keentill.engine.simulation.Fault.Site;
import java.time.Duration;
import java.util.Currency;
import java.util.Set;

/** A correct driver of a {@link SimTerminal}, over a line on which everything may go wrong. */
final class SimDriver implements PaymentTerminal {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration LINE = Duration.ofMillis(40);

    private final SimTerminal terminal;
    private final Life life;

    SimDriver(SimTerminal terminal, Life life) {
        this.terminal = terminal;
        this.life = life;
    }

    @Override
    public Set<Capability> capabilities() {
        return terminal.can();
    }

    @Override
    public TerminalStatus status() {
        life.requireAlive();
        return terminal.reachable()
                ? new TerminalStatus(TerminalStatus.State.READY, "", "T1", "1.0")
                : TerminalStatus.unreachable("It is starting");
    }

    @Override
    public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
        life.requireAlive();
        monitor.progress(new Progress(Progress.Stage.CONNECTING, "Connecting"));
        life.pause(LINE);
        if (!terminal.reachable() || terminal.busy()) {
            return new Outcome.Failed("The terminal is not ready. Nothing was charged.");
        }
        try {
            monitor.sending("hint " + request.reference());
        } catch (NotDurableException e) {
            return new Outcome.Failed("Not sent: " + e.getMessage());
        }
        Fault out = life.step(Site.PAYMENT, request.reference());
        return switch (out.kind()) {
            case LOST -> {
                life.pause(PATIENCE);
                yield new Outcome.Unknown("No answer");
            }
            case LATE -> {
                late(request, out.size());
                life.pause(Duration.ofSeconds(2));
                yield new Outcome.Unknown("The line broke");
            }
            default -> arrived(request, monitor, out.is(Kind.TWICE));
        };
    }

    /** Held up in the network, and carried out all the same. */
    private void late(TerminalRequest request, long seconds) {
        terminal.underWay(request.reference());
        life.world().time().after(Duration.ofSeconds(seconds), () -> terminal.arrive(request));
    }

    private Outcome arrived(TerminalRequest request, AttemptMonitor monitor, boolean twice) {
        TerminalJob job = terminal.arrive(request);
        if (twice) {
            terminal.arrive(request);
        }
        if (job == null) {
            return new Outcome.Failed("The terminal refused: it is not ready. Nothing was charged.");
        }
        monitor.progress(new Progress(Progress.Stage.WAITING_FOR_CARD, "Customer at the terminal"));
        Fault there = life.step(Site.AT_TERMINAL, request.reference());
        if (there.is(Kind.REBOOT)) {
            terminal.reboot(Duration.ofSeconds(there.size()), there.size() % 2 == 0);
        }
        if (there.is(Kind.LOST)) {
            life.pause(Duration.ofSeconds(1));
            return new Outcome.Unknown("The line broke while the customer was at the terminal");
        }
        if (!told(job) || job.cut) {
            return new Outcome.Unknown("The terminal does not answer");
        }
        life.pause(LINE);
        return result(request, monitor, job.outcome);
    }

    private boolean told(TerminalJob job) {
        try {
            return life.acquire(job.told, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome result(TerminalRequest request, AttemptMonitor monitor, Outcome outcome) {
        Fault back = life.step(Site.RESULT, request.reference());
        if (back.is(Kind.ANSWER_LOST) || back.is(Kind.GARBLED)) {
            return new Outcome.Unknown("The answer is lost or nonsense");
        }
        try {
            monitor.outcome(outcome);
            if (back.is(Kind.TWICE)) {
                monitor.outcome(outcome);
            }
        } catch (NotDurableException e) {
            return new Outcome.Unknown("Not confirmed: " + e.getMessage());
        }
        if (!terminal.confirms()) {
            return outcome;
        }
        Fault confirming = life.step(Site.CONFIRMING, request.reference());
        life.pause(LINE);
        boolean moved = outcome instanceof Outcome.Approved || outcome instanceof Outcome.PartiallyApproved;
        if (moved && (confirming.is(Kind.LOST) || !terminal.confirm(request.reference()))) {
            return new Outcome.Unknown("Whether the confirmation arrived is not known");
        }
        return outcome;
    }

    @Override
    public void requestCancel(String reference) {
        Fault fault = life.step(Site.STOPPING, reference);
        if (!fault.is(Kind.LOST)) {
            terminal.cancel(reference);
        }
    }

    @Override
    public QueryAnswer query(PastAttempt attempt) {
        Fault fault = life.step(Site.QUESTION, attempt.reference());
        if (fault.is(Kind.REBOOT)) {
            terminal.reboot(Duration.ofSeconds(fault.size()), fault.size() % 2 == 0);
        }
        life.pause(LINE);
        QueryAnswer answer = terminal.ask(attempt.reference());
        return fault.is(Kind.ANSWER_LOST) ? new QueryAnswer.Unreachable("No answer") : answer;
    }

    @Override
    public Settlement settle(Currency currency) {
        return new Settlement.NotClosed("This terminal has no day");
    }

    @Override
    public void close() {
        // the line is dropped; what is under way at the terminal goes on
    }
}
