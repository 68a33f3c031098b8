package io.keentill.device.zvt;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.domain.text.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** A whole attempt: prepare, note what is needed for recovery, pay, and ask again where the end was not heard. */
final class PaymentAttempt {

    private final Connection connection;
    private final ZvtSettings settings;
    private final Clock clock;
    private final TerminalRequest request;
    private final AttemptMonitor monitor;
    private final Running running;
    private final LastPayment lastPayment;
    private boolean reversalSeen;

    PaymentAttempt(
            Connection connection,
            ZvtSettings settings,
            Clock clock,
            TerminalRequest request,
            AttemptMonitor monitor,
            Running running) {
        this.connection = connection;
        this.settings = settings;
        this.clock = clock;
        this.request = request;
        this.monitor = monitor;
        this.running = running;
        this.lastPayment = new LastPayment(connection);
    }

    /** Runs it to its end. */
    Outcome perform() {
        Optional<Sentence> obstacle = PaymentCommand.obstacle(request);
        if (obstacle.isPresent()) {
            return new Outcome.Failed(obstacle.get());
        }
        monitor.progress(new Progress(
                Progress.Stage.CONNECTING, Sentence.of("zvt.reaching-the-terminal", "Reaching the terminal")));
        return switch (lastPayment.ready(request.amount().currency(), settings.busy())) {
            case LastPayment.Answer.Unreachable(Sentence why) ->
                new Outcome.Failed(Sentence.of("zvt.nothing-was-sent", "{0}. Nothing was sent", why));
            case LastPayment.Answer.Busy() -> new Outcome.Failed(FailureTexts.of(0x9C));
            case LastPayment.Answer.Untold(ResultCode code) -> new Outcome.Failed(code.message());
            case LastPayment.Answer.Unsupported _ -> send(RecoveryHint.without(false));
            case LastPayment.Answer.None() -> send(RecoveryHint.without(true));
            case LastPayment.Answer.Known(StatusInfo last) -> send(RecoveryHint.of(last));
        };
    }

    /** Whether the terminal said that it reverses this very payment. */
    boolean reversalSeen() {
        return reversalSeen;
    }

    private Outcome send(RecoveryHint last) {
        RecoveryHint hint = last.naming(original(), told());
        if (running.cancelled()) {
            return tell(new Outcome.Cancelled(Sentence.of(
                    "zvt.stopped-at-the-till-before-the", "Stopped at the till before the terminal was asked")));
        }
        Dialogue dialogue;
        try {
            dialogue = connection.open();
        } catch (LinkException e) {
            return new Outcome.Failed(Sentence.of("zvt.nothing-was-sent", "{0}. Nothing was sent", e.said()));
        }
        try {
            monitor.sending(hint.toString());
        } catch (NotDurableException e) {
            return new Outcome.Failed(Sentence.of(
                    "zvt.the-till-could-not-note-this",
                    "The till could not note this payment, so it was not sent: {0}",
                    e.said()));
        }
        PastAttempt past = new PastAttempt(
                request.reference(), request.kind(), request.amount(), clock.instant(), hint.toString());
        Apdu command = PaymentCommand.of(request, connection.password(), settings.role());
        PaymentRun run = new PaymentRun(dialogue, settings, request, hint, monitor, running);
        PaymentRun.End end = run.run(command);
        reversalSeen = run.reversalSeen();
        return switch (end) {
            case PaymentRun.End.Decided(Outcome.Failed failed) -> tell(failed);
            case PaymentRun.End.Decided(Outcome outcome) -> outcome;
            case PaymentRun.End.Untold() -> askHow(new Verdict(past, hint, clock.getZone(), true));
            case PaymentRun.End.Unfinished unfinished -> askWhether(unfinished);
        };
    }

    /** The terminal is done, but said nothing of the result: its last payment tells. */
    private Outcome askHow(Verdict verdict) {
        recovering();
        connection.tidy();
        LastPayment.Answer answer = lastPayment.ask(request.amount().currency(), false, settings.verify());
        if (answer instanceof LastPayment.Answer.Known(StatusInfo last)
                && verdict.of(last) instanceof QueryAnswer.Found(Outcome found)) {
            return tell(found);
        }
        return new Outcome.Unknown(Sentence.of(
                "zvt.the-terminal-said-it-is-done", "The terminal said it is done, but not how the payment ended"));
    }

    /**
     * An approval was confirmed and 06 0F is missing. Whether the terminal got our confirmation decides whether the
     * payment stands, so it is asked, on a new link. If it cannot be asked, only a link that acknowledges what arrives
     * lets us say that it stands.
     */
    private Outcome askWhether(PaymentRun.End.Unfinished end) {
        recovering();
        boolean arrived = end.confirmed() && confirmsDelivery();
        connection.drop();
        Deadline until = Deadline.in(settings.verify());
        LastPayment.Answer answer = lastPayment.ask(null, true, Duration.ZERO);
        while (again(answer) && !until.passed() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(until.left(settings.pause()).toNanos());
            answer = lastPayment.ask(null, true, Duration.ZERO);
        }
        if (answer instanceof LastPayment.Answer.Known(StatusInfo last) && !reversalSeen) {
            return same(last, end.status())
                    ? end.told()
                    : new Outcome.Unknown(Sentence.of(
                            "zvt.the-terminal-approved-but-its-last",
                            "The terminal approved, but its last payment is another one or was undone"));
        }
        return arrived && !reversalSeen
                ? end.told()
                : new Outcome.Unknown(Sentence.of(
                        "zvt.the-terminal-approved-but-the-till",
                        "The terminal approved, but the till cannot find out whether it stands: {0}",
                        end.why()));
    }

    private boolean confirmsDelivery() {
        try {
            return connection.isOpen() && connection.open().confirmsDelivery();
        } catch (LinkException closedMeanwhile) {
            return false;
        }
    }

    private static boolean again(LastPayment.Answer answer) {
        return answer instanceof LastPayment.Answer.Busy || answer instanceof LastPayment.Answer.Unreachable;
    }

    private static boolean same(StatusInfo last, StatusInfo seen) {
        return last.approved()
                && last.trace().isPresent()
                && last.trace().equals(seen.trace())
                && last.receipt().equals(seen.receipt())
                && last.amount().equals(seen.amount());
    }

    private void recovering() {
        monitor.progress(new Progress(
                Progress.Stage.RECOVERING,
                Sentence.of("zvt.asking-the-terminal-how-the-payment", "Asking the terminal how the payment ended")));
    }

    /** Tells the monitor of an outcome that nothing needs to be confirmed for. */
    private Outcome tell(Outcome outcome) {
        try {
            monitor.outcome(outcome);
            return outcome;
        } catch (NotDurableException e) {
            return new Outcome.Unknown(
                    Sentence.of("zvt.the-result-could-not-be-stored", "The result could not be stored: {0}", e.said()));
        }
    }

    private OptionalLong original() {
        Optional<Original> earlier = request.earlier();
        return earlier.isPresent() ? PaymentCommand.trace(earlier.get()) : none();
    }

    private OptionalLong told() {
        long told = PaymentCommand.told(request, settings.role());
        return told == request.amount().minor() ? none() : OptionalLong.of(told);
    }

    private static OptionalLong none() {
        return OptionalLong.empty();
    }
}
