package io.keentill.device.poslink;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.Inquiry.Finding;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.poslink.transport.Exchange;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.text.Sentence;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A whole attempt: prepare, note what is needed for recovery, pay, and ask the terminal's books where its word decides nothing. */
final class PaymentAttempt {

    private final Line line;
    private final Dialogue dialogue;
    private final Requests requests;
    private final Inquiry inquiry;
    private final PoslinkSettings settings;
    private final TerminalRequest request;
    private final AttemptMonitor monitor;
    private final Running running;

    PaymentAttempt(
            Line line,
            Dialogue dialogue,
            Requests requests,
            PoslinkSettings settings,
            TerminalRequest request,
            AttemptMonitor monitor,
            Running running) {
        this.line = line;
        this.dialogue = dialogue;
        this.requests = requests;
        this.inquiry = new Inquiry(dialogue, requests, settings);
        this.settings = settings;
        this.request = request;
        this.monitor = monitor;
        this.running = running;
    }

    /** Runs it to its end. */
    Outcome perform() {
        monitor.progress(new Progress(
                Progress.Stage.CONNECTING, Sentence.of("poslink.reaching-the-terminal", "Reaching the terminal")));
        return switch (new Preparation(inquiry, settings, request, running).prepare()) {
            case Preparation.Result.Obstacle(Sentence why) -> new Outcome.Failed(why);
            case Preparation.Result.Stopped() ->
                tell(new Outcome.Cancelled(Sentence.of(
                        "poslink.stopped-at-the-till-before-the",
                        "Stopped at the till before the terminal was asked")));
            case Preparation.Result.Ready(RecoveryHint hint, Transaction original) -> send(hint, original);
        };
    }

    private Outcome send(RecoveryHint hint, @Nullable Transaction original) {
        if (running.cancelled()) {
            return tell(new Outcome.Cancelled(Sentence.of(
                    "poslink.stopped-at-the-till-before-the", "Stopped at the till before the terminal was asked")));
        }
        Exchange exchange;
        try {
            exchange = line.open();
        } catch (LinkException e) {
            return new Outcome.Failed(Sentence.of("poslink.nothing-was-sent", "{0}. Nothing was sent", e.said()));
        }
        try {
            monitor.sending(hint.toString());
        } catch (NotDurableException e) {
            line.done(exchange, true);
            return new Outcome.Failed(Sentence.of(
                    "poslink.the-till-could-not-note-this",
                    "The till could not note this payment, so it was not sent: {0}",
                    e.said()));
        }
        Message payment = requests.payment(
                request.kind(), request.amount().minor(), hint.reference(), original, Preparation.refunded(request));
        PaymentRun run = new PaymentRun(exchange, dialogue, requests, settings, monitor, running);
        PaymentRun.End end = run.run(payment, hint.reference());
        if (end instanceof PaymentRun.End.Answered(Message answer)) {
            return answered(exchange, hint, answer);
        }
        line.done(exchange, false);
        return switch (end) {
            case PaymentRun.End.Unsent(Sentence why) ->
                tell(new Outcome.Failed(Sentence.of("poslink.nothing-was-sent", "{0}. Nothing was sent", why)));
            case PaymentRun.End.NotTaken(Sentence why) ->
                verify(
                        hint,
                        new Outcome.Failed(Sentence.of(
                                "poslink.nothing-was-charged-see-that-it",
                                "{0}. Nothing was charged. See that it shows its start screen, then try again",
                                why)),
                        true);
            case PaymentRun.End.Lost(Sentence why) -> new Outcome.Unknown(why);
            case PaymentRun.End.Answered _ -> throw new IllegalStateException("Answers were dealt with above");
        };
    }

    /** Stores what a plain answer decides before it is confirmed; an answer that decides nothing is confirmed first. */
    private Outcome answered(Exchange exchange, RecoveryHint hint, Message answer) {
        Transaction transaction = Transaction.inAnswer(answer);
        String code = answer.text(3);
        String text = FrameMask.shown(answer.text(4));
        boolean named = transaction.reference().equals(hint.reference());
        if (named && ResultCode.approves(code)) {
            return switch (Judge.of(transaction, request.kind(), request.amount())) {
                case Judge.Verdict.Fits(Outcome outcome) -> conclude(exchange, outcome);
                case Judge.Verdict.Differs(Sentence why) -> conclude(exchange, new Outcome.Unknown(why));
            };
        }
        Outcome otherwise = ResultCode.approves(code)
                ? new Outcome.Unknown(Sentence.of(
                        "poslink.the-terminal-approved-something-and-does",
                        "The terminal approved something, and does not find this payment in its books"))
                : ResultCode.withoutMoney(code, text, transaction.card());
        if (named && exchange.repeated() == 0 && ResultCode.endsWithoutMoney(code)) {
            return conclude(exchange, otherwise);
        }
        confirm(exchange);
        return verify(hint, otherwise, false);
    }

    private Outcome conclude(Exchange exchange, Outcome outcome) {
        Outcome told = outcome instanceof Outcome.Unknown ? outcome : tell(outcome);
        if (told instanceof Outcome.Unknown && !(outcome instanceof Outcome.Unknown)) {
            // It could not be stored: nothing is confirmed.
            line.done(exchange, false);
        } else {
            confirm(exchange);
        }
        return told;
    }

    private void confirm(Exchange exchange) {
        boolean orderly = false;
        try {
            exchange.confirm();
            orderly = true;
        } catch (LinkException unheard) {
            // The terminal's books do not depend on our ACK.
            orderly = false;
        } finally {
            line.done(exchange, orderly);
        }
    }

    /**
     * Asks the books. What is there counts; what is not there ends as {@code otherwise}.
     *
     * @param twice whether to ask a second time after a pause: the terminal did not say that it had the payment, so it might
     *     be on its way still
     */
    private Outcome verify(RecoveryHint hint, Outcome otherwise, boolean twice) {
        monitor.progress(new Progress(
                Progress.Stage.RECOVERING,
                Sentence.of(
                        "poslink.asking-the-terminal-how-the-payment", "Asking the terminal how the payment ended")));
        Deadline until = Deadline.in(settings.verify());
        boolean absentBefore = !twice;
        while (true) {
            Finding finding = inquiry.find(hint);
            if (finding instanceof Finding.Found(Transaction transaction)) {
                return switch (Judge.of(transaction, request.kind(), request.amount())) {
                    case Judge.Verdict.Fits(Outcome outcome) -> tell(outcome);
                    case Judge.Verdict.Differs(Sentence why) -> new Outcome.Unknown(why);
                };
            }
            // Only moments have passed since the books were looked into, so an empty batch is the same empty batch.
            boolean absent = finding instanceof Finding.Absent || finding instanceof Finding.Traceless;
            if (absent && absentBefore) {
                return otherwise instanceof Outcome.Unknown ? otherwise : tell(otherwise);
            }
            absentBefore |= absent;
            if (until.passed() || Thread.currentThread().isInterrupted()) {
                return new Outcome.Unknown(why(finding));
            }
            LockSupport.parkNanos(until.left(settings.pause()).toNanos());
        }
    }

    private static Sentence why(Finding finding) {
        return switch (finding) {
            case Finding.Unreachable(Sentence why) -> why;
            case Finding.Untold(Sentence why) -> why;
            case Finding.Running() ->
                Sentence.of(
                        "poslink.the-terminal-is-busy-perhaps-with", "The terminal is busy, perhaps with this payment");
            case Finding.Found _, Finding.Absent(), Finding.Traceless() ->
                Sentence.of(
                        "poslink.the-terminal-could-not-be-asked",
                        "The terminal could not be asked again whether the payment arrived");
        };
    }

    /** Tells the monitor. */
    private Outcome tell(Outcome outcome) {
        try {
            monitor.outcome(outcome);
            return outcome;
        } catch (NotDurableException e) {
            return new Outcome.Unknown(Sentence.of(
                    "poslink.the-result-could-not-be-stored", "The result could not be stored: {0}", e.said()));
        }
    }
}
