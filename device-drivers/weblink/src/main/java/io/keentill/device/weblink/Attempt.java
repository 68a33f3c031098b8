package io.keentill.device.weblink;

import io.keentill.device.link.Deadline;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.text.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One transaction from its start to its end. It is started once and never again: from then on the terminal is only asked
 * for the {@code uti} that we gave it, until it tells or time is up. WebLink has nothing to confirm, so an outcome stands
 * from the moment at which the terminal has it.
 */
final class Attempt {

    private final Calls calls;
    private final WebLinkSettings settings;
    private final TerminalRequest request;
    private final AttemptMonitor monitor;
    private final Running running;
    private final Judge judge;
    private String uti = "";
    private String was = "";
    private String lastText = "";

    Attempt(Calls calls, WebLinkSettings settings, TerminalRequest request, AttemptMonitor monitor, Running running) {
        this.calls = calls;
        this.settings = settings;
        this.request = request;
        this.monitor = monitor;
        this.running = running;
        this.judge = new Judge(request.kind(), request.amount(), request.reference());
    }

    /** Runs it. */
    Outcome perform(Pairings.Paired paired) {
        @Nullable CardDetails original = request.earlier().map(Original::card).orElse(null);
        boolean named = WireType.namedByOriginal(request.kind());
        if (named && (original == null || original.uti() == null)) {
            return new Outcome.Failed(Sentence.of(
                    "weblink.the-terminal-needs-its-own-number",
                    "The terminal needs its own number (UTI) of the first payment, and none was"
                            + " kept. Nothing was sent. Do it at the terminal or refund instead"));
        }
        uti = named && original != null ? String.valueOf(original.uti()) : WireType.uti(request.reference());
        if (running.cancelled()) {
            return new Outcome.Cancelled(Sentence.of(
                    "weblink.stopped-before-the-terminal-was-asked", "Stopped before the terminal was asked"));
        }
        monitor.progress(new Progress(
                Progress.Stage.CONNECTING, Sentence.of("weblink.reaching-the-terminal", "Reaching the terminal")));
        if (named) {
            Optional<Outcome> unreached = lookBefore(paired);
            if (unreached.isPresent()) {
                return unreached.get();
            }
        }
        try {
            monitor.sending(new Hint(uti, calls.pairings().approvals().last(), was).text());
        } catch (NotDurableException e) {
            return new Outcome.Failed(Sentence.of(
                    "weblink.the-payment-could-not-be-written",
                    "The payment could not be written down, so it was not sent: {0}",
                    e.said()));
        }
        return started(
                paired, calls.start(paired, request.kind(), request.amount(), request.reference(), uti, original));
    }

    /**
     * What the terminal shows under the original's {@code uti} before anything is sent, so that it is never taken for the
     * result of this attempt. Empty to go on: a terminal that has forgotten the original has nothing to mistake.
     */
    private Optional<Outcome> lookBefore(Pairings.Paired paired) {
        return switch (calls.poll(paired, uti)) {
            case Reply.NotSent(Sentence why) -> Optional.of(nothing(why));
            case Reply.Lost(Sentence why) -> Optional.of(nothing(why));
            case Reply.Answered answer -> {
                was = answer.object()
                        .map(Result::new)
                        .filter(result -> answer.status() == 200 && result.isFinal())
                        .map(Result::print)
                        .orElse("");
                yield Optional.empty();
            }
        };
    }

    private static Outcome nothing(Sentence why) {
        return new Outcome.Failed(Sentence.of("weblink.nothing-was-charged", "{0} Nothing was charged", why));
    }

    private Outcome started(Pairings.Paired paired, Reply reply) {
        return switch (reply) {
            case Reply.NotSent(Sentence why) -> nothing(why);
            case Reply.Lost(Sentence why) -> {
                recovering(why);
                yield follow(paired, false);
            }
            case Reply.Answered answer -> answered(paired, answer);
        };
    }

    private Outcome answered(Pairings.Paired paired, Reply.Answered answer) {
        int status = answer.status();
        if (status == 206) {
            return new Outcome.Failed(Sentence.of(
                    "weblink.the-terminal-is-busy-with-another",
                    "The terminal is busy with another transaction. Nothing was charged for this"
                            + " one. Wait until it is ready, or stop what it shows, and try again"));
        }
        if (status == 400 || status == 403 || status == 404) {
            return new Outcome.Failed(Sentence.of(
                    "weblink.the-terminal-refused-nothing-was-charged",
                    "The terminal refused: {0}. Nothing was charged",
                    answer.words()));
        }
        if (status != 200 && status != 201) {
            recovering(Sentence.of("weblink.the-terminal-answered", "The terminal answered {0}", answer.words()));
            return follow(paired, false);
        }
        // An older build makes an id of its own; whoever asks for the wrong one gets somebody else's payment.
        String told = answer.object().map(Result::new).map(Result::uti).orElse("");
        uti = told.isEmpty() ? uti : told;
        return follow(paired, !told.isEmpty());
    }

    /** Asks until the terminal tells how {@code uti} ended. {@code known} says whether the terminal has named it. */
    private Outcome follow(Pairings.Paired paired, boolean known) {
        Deadline end = Deadline.in(settings.limit());
        Deadline silence = Deadline.in(settings.patience());
        Deadline notBegun = Deadline.in(settings.grace());
        Deadline cancelAgain = Deadline.in(java.time.Duration.ZERO);
        boolean seen = known;
        while (!end.passed() && !silence.passed() && !Thread.currentThread().isInterrupted() && !running.closed()) {
            if (running.cancelled() && cancelAgain.passed()) {
                cancel(paired);
                cancelAgain = Deadline.in(settings.poll().multipliedBy(4));
            }
            if (calls.poll(paired, uti) instanceof Reply.Answered answer) {
                silence = Deadline.in(settings.patience());
                Optional<Outcome> outcome = look(answer, notBegun.passed());
                if (outcome.isPresent()) {
                    return told(outcome.get());
                }
                seen |= answer.status() == 206;
                if (answer.status() == 404 && !seen && notBegun.passed()) {
                    return new Outcome.Unknown(Sentence.of(
                            "weblink.the-terminal-does-not-know-the",
                            "The terminal does not know the payment (yet); it will be asked again"));
                }
            }
            running.pause(settings.poll());
        }
        return new Outcome.Unknown(Sentence.of(
                "weblink.the-terminal-has-not-said-how",
                "The terminal has not said how the payment ended; it will be asked until it"
                        + " does. Look at its screen"));
    }

    /** What an answer to our asking means; empty for "ask again". {@code late} says that ours must be running by now. */
    private Optional<Outcome> look(Reply.Answered answer, boolean late) {
        Optional<ObjectNode> body = answer.object();
        body.flatMap(StatusTexts::last).filter(text -> !text.equals(lastText)).ifPresent(this::show);
        if (answer.status() != 200 || body.isEmpty()) {
            return Optional.empty();
        }
        Result result = new Result(body.get());
        if (!result.isFinal() || !result.uti().equals(uti)) {
            // Builds were seen that show the transaction before ours until ours is written.
            return Optional.empty();
        }
        return switch (Shown.of(request.kind(), request.reference(), was, result)) {
            case OURS -> Optional.of(judge.of(result));
            case EARLIER -> Optional.empty();
            case ANOTHERS -> late ? Optional.of(judge.of(result)) : Optional.empty();
            case UNTOLD -> late ? Optional.of(new Outcome.Unknown(Judge.untold(request.kind()))) : Optional.empty();
        };
    }

    private Outcome told(Outcome outcome) {
        if (outcome instanceof Outcome.Unknown) {
            return outcome;
        }
        // Before the till stores it: one that dies in between asks again, and the terminal tells it the same.
        calls.pairings().approvals().note(request.reference(), request.kind(), outcome);
        try {
            monitor.outcome(outcome);
            return outcome;
        } catch (NotDurableException e) {
            return new Outcome.Unknown(Sentence.of(
                    "weblink.the-result-could-not-be-written",
                    "The result could not be written down: {0} The terminal keeps it and will be" + " asked again",
                    e.said()));
        }
    }

    private void cancel(Pairings.Paired paired) {
        monitor.progress(new Progress(
                Progress.Stage.CANCELLING,
                Sentence.of(
                        "weblink.stopping-waiting-for-the-terminals-word",
                        "Stopping; waiting for the terminal's word")));
        // Whatever it answers, only the transaction's own result counts.
        calls.cancel(paired);
    }

    private void show(String text) {
        lastText = text;
        if (!running.cancelled()) {
            monitor.progress(StatusTexts.progress(text));
        }
    }

    private void recovering(Sentence why) {
        monitor.progress(new Progress(
                Progress.Stage.RECOVERING,
                Sentence.of(
                        "weblink.asking-the-terminal-what-became-of",
                        "{0} Asking the terminal what became of it",
                        why)));
    }
}
