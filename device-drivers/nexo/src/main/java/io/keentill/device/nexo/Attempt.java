package io.keentill.device.nexo;

import io.keentill.device.link.Deadline;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * One payment or reversal. It is sent once and never again; when its answer is lost, the terminal is only asked what became
 * of it. nexo has nothing to confirm, so an outcome stands from the moment at which the terminal has it.
 */
final class Attempt {

    private final Line line;
    private final NexoSettings settings;
    private final InstantSource clock;
    private final TerminalRequest request;
    private final AttemptMonitor monitor;
    private final Running running;
    private final String serviceId;
    private final String category;
    private final Printed printed = new Printed();

    Attempt(
            Line line,
            NexoSettings settings,
            InstantSource clock,
            TerminalRequest request,
            AttemptMonitor monitor,
            Running running) {
        this.line = line;
        this.settings = settings;
        this.clock = clock;
        this.request = request;
        this.monitor = monitor;
        this.running = running;
        this.serviceId = ServiceId.of(request.reference());
        this.category = category(request.kind(), request.earlier().isPresent());
    }

    /** The nexo message that a request becomes. */
    static String category(PaymentKind kind, boolean refersToAnother) {
        return kind == PaymentKind.REVERSAL || (kind == PaymentKind.REFUND && refersToAnother) ? "Reversal" : "Payment";
    }

    /** The category, which is all that recovery needs besides the reference. */
    String hint() {
        return category;
    }

    /** The terminal's way to speak to this payment. */
    DeviceRequests.Guest guest() {
        return new DeviceRequests.Guest() {
            @Override
            public void show(String text) {
                monitor.progress(new Progress(Progress.Stage.INFORMATION, text));
            }

            @Override
            public void print(List<String> lines) {
                printed.add(lines);
            }
        };
    }

    /** Runs it. */
    Outcome perform(Terms terms) {
        Optional<CardDetails> original = request.earlier().map(Original::card);
        if (category.equals("Reversal")
                && original.filter(card -> card.uti() != null).isEmpty()) {
            return new Outcome.Failed(Sentence.of(
                    "nexo.the-terminal-needs-its-own-number",
                    "The terminal needs its own number of the first payment, and none was kept."
                            + " Nothing was sent. Do it at the terminal or refund without a link instead"));
        }
        if (running.cancelled()) {
            return new Outcome.Cancelled(
                    Sentence.of("nexo.stopped-before-the-terminal-was-asked", "Stopped before the terminal was asked"));
        }
        monitor.progress(new Progress(
                Progress.Stage.CONNECTING, Sentence.of("nexo.reaching-the-terminal", "Reaching the terminal")));
        try {
            monitor.sending(hint());
        } catch (NotDurableException e) {
            return new Outcome.Failed(Sentence.of(
                    "nexo.the-payment-could-not-be-written",
                    "The payment could not be written down, so it was not sent: {0}",
                    e.said()));
        }
        monitor.progress(new Progress(
                Progress.Stage.WAITING_FOR_CARD, Sentence.of("nexo.follow-the-terminal", "Follow the terminal")));
        Thread stopper = Thread.ofVirtual().name("nexo-abort").start(() -> stopWhenAsked(terms));
        try {
            return ended(terms, line.pay(message(terms, original), terms));
        } finally {
            stopper.interrupt();
        }
    }

    private ObjectNode message(Terms terms, Optional<CardDetails> original) {
        Messages messages = line.messages(terms);
        return category.equals("Reversal")
                ? messages.reversal(
                        serviceId, request.reference(), request.amount(), original.orElseThrow(), clock.instant())
                : messages.payment(
                        serviceId,
                        request.reference(),
                        request.amount(),
                        request.kind() == PaymentKind.REFUND,
                        clock.instant());
    }

    private Outcome ended(Terms terms, Reply reply) {
        return switch (reply) {
            case Reply.NotSent(Sentence why) ->
                new Outcome.Failed(Sentence.of("nexo.nothing-was-charged", "{0} Nothing was charged", why));
            case Reply.Refused(int status) ->
                new Outcome.Failed(Sentence.of(
                        "nexo.the-terminal-refused-the-till-status",
                        "The terminal refused the till (status {0}): check key and passphrase of the"
                                + " pairing. Nothing was charged",
                        status));
            case Reply.Answered(var body) when body.isObject() -> told(judge(new Result(body)));
            case Reply.Answered _ ->
                recover(terms, Sentence.of("nexo.the-terminals-answer-is-empty", "The terminal's answer is empty."));
            case Reply.Lost(Sentence why) -> recover(terms, why);
        };
    }

    private Outcome judge(Result result) {
        return printed.on(new Judge(request.kind(), request.amount(), request.reference()).of(result));
    }

    private Outcome recover(Terms terms, Sentence why) {
        monitor.progress(new Progress(
                Progress.Stage.RECOVERING,
                Sentence.of(
                        "nexo.asking-the-terminal-what-became-of",
                        "{0} Asking the terminal what became of the payment",
                        why)));
        Deadline silence = Deadline.in(settings.patience());
        Deadline notBegun = Deadline.in(settings.grace());
        Deadline end = Deadline.in(settings.payment());
        while (!silence.passed()
                && !end.passed()
                && !running.closed()
                && !Thread.currentThread().isInterrupted()) {
            switch (line.standing(terms, category, serviceId)) {
                case Line.Standing.Ended(Result result) -> {
                    return told(judge(result));
                }
                case Line.Standing.Running() -> silence = Deadline.in(settings.patience());
                case Line.Standing.NotFound() -> {
                    if (notBegun.passed()) {
                        return new Outcome.Unknown(Sentence.of(
                                "nexo.the-terminal-does-not-know-the",
                                "The terminal does not know the payment (yet); it will be asked again"));
                    }
                }
                case Line.Standing.Unheard _ -> {}
            }
            running.pause(settings.poll());
        }
        return new Outcome.Unknown(Sentence.of(
                "nexo.the-terminal-has-not-said-how",
                "The terminal has not said how the payment ended; it will be asked until it"
                        + " does. Look at its screen"));
    }

    private Outcome told(Outcome outcome) {
        if (outcome instanceof Outcome.Unknown) {
            return outcome;
        }
        try {
            monitor.outcome(outcome);
            return outcome;
        } catch (NotDurableException e) {
            return new Outcome.Unknown(Sentence.of(
                    "nexo.the-result-could-not-be-written",
                    "The result could not be written down: {0} The terminal keeps it and will be" + " asked again",
                    e.said()));
        }
    }

    /** Beside the waiting payment: passes a wish to stop on, again and again until the payment has its answer. */
    private void stopWhenAsked(Terms terms) {
        boolean said = false;
        while (!Thread.currentThread().isInterrupted() && !running.closed()) {
            if (running.cancelled()) {
                if (!said) {
                    monitor.progress(new Progress(
                            Progress.Stage.CANCELLING,
                            Sentence.of(
                                    "nexo.stopping-waiting-for-the-terminals-word",
                                    "Stopping; waiting for the terminal's word")));
                    said = true;
                }
                line.abort(terms, category, serviceId);
            }
            running.pause(
                    said ? settings.poll().multipliedBy(2) : settings.poll().dividedBy(10));
        }
    }
}
