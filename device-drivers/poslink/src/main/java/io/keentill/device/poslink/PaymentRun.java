package io.keentill.device.poslink;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.poslink.transport.Exchange;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Progress;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.Optional;

/** A T00 from its first byte to its answer, on an open exchange. Judges nothing. */
final class PaymentRun {

    /** How often a payment looks whether somebody wants to stop it. */
    private static final Duration LOOK = Duration.ofMillis(50);
    /** Reports make a payment last longer, but not longer than so many times its silent time. */
    private static final int MOST_EXTENSIONS = 5;

    private static final String ANSWER = "T01";
    private static final String REPORT = "A36";
    private static final int TRACE = 9;

    private final Exchange exchange;
    private final Dialogue dialogue;
    private final Requests requests;
    private final PoslinkSettings settings;
    private final AttemptMonitor monitor;
    private final Running running;
    private boolean cancelSent;

    PaymentRun(
            Exchange exchange,
            Dialogue dialogue,
            Requests requests,
            PoslinkSettings settings,
            AttemptMonitor monitor,
            Running running) {
        this.exchange = exchange;
        this.dialogue = dialogue;
        this.requests = requests;
        this.settings = settings;
        this.monitor = monitor;
        this.running = running;
    }

    /** Where it stands when it ends. */
    sealed interface End {

        /** The terminal answered; the answer is not confirmed yet. It names this payment, or none. */
        record Answered(Message answer) implements End {}

        /** Certainly nothing left. */
        record Unsent(Sentence why) implements End {}

        /** It left, and the terminal did not say that it arrived. */
        record NotTaken(Sentence why) implements End {}

        /** It may have arrived, and there is no answer. */
        record Lost(Sentence why) implements End {}
    }

    /** Runs it. */
    End run(Message request, String reference) {
        try {
            dialogue.out(request);
            return switch (exchange.send(request)) {
                case UNCONFIRMED ->
                    new End.NotTaken(Sentence.of(
                            "poslink.the-terminal-did-not-take-the", "The terminal did not take the payment"));
                case REFUSED ->
                    new End.NotTaken(Sentence.of(
                            "poslink.the-terminal-says-that-the-payment",
                            "The terminal says that the payment arrived damaged"));
                case TAKEN -> follow(reference);
            };
        } catch (LinkException e) {
            Sentence why = LinkException.said(e);
            return exchange.certainlyUnsent() ? new End.Unsent(why) : new End.Lost(why);
        }
    }

    private End follow(String reference) throws LinkException {
        Deadline latest = Deadline.in(settings.payment().multipliedBy(MOST_EXTENSIONS));
        Deadline deadline = Deadline.in(settings.payment());
        while (!deadline.passed() && !latest.passed()) {
            if (Thread.currentThread().isInterrupted()) {
                return new End.Lost(Sentence.of(
                        "poslink.the-till-stopped-waiting-for-the", "The till stopped waiting for the terminal"));
            }
            if (running.cancelled() && !cancelSent) {
                cancel();
            }
            Message message = exchange.receive(exchange.speaksWhileWaiting() ? LOOK : deadline.left());
            if (message == null) {
                continue;
            }
            dialogue.in(message);
            if (isOurs(message, reference)) {
                return new End.Answered(message);
            }
            exchange.confirmAndGoOn();
            Optional<Progress> doing = message.text(1).equals(REPORT) ? Activity.of(message.text(5)) : Optional.empty();
            if (doing.isPresent()) {
                deadline = Deadline.in(settings.payment());
                monitor.progress(doing.get());
            }
        }
        return new End.Lost(Sentence.of("poslink.the-terminal-fell-silent", "The terminal fell silent"));
    }

    private void cancel() throws LinkException {
        cancelSent = true;
        if (exchange.speaksWhileWaiting()) {
            monitor.progress(new Progress(
                    Progress.Stage.CANCELLING,
                    Sentence.of(
                            "poslink.stopping-waiting-for-the-terminals-word",
                            "Stopping; waiting for the terminal's word")));
            Message stop = requests.cancel();
            dialogue.out(stop);
            exchange.interject(stop);
        }
    }

    /** An answer under another reference is a late one to an older payment; one under none may be ours. */
    private static boolean isOurs(Message message, String reference) {
        String named = message.field(TRACE, 1);
        return message.text(1).equals(ANSWER) && (named.isEmpty() || named.equals(reference));
    }
}
