package io.keentill.engine.cloud;

import io.keentill.device.link.Deadline;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * One payment from its request to its end. The request is sent once; from then on RevKeen is only asked. It has nothing
 * that could be confirmed, so an outcome stands from the moment at which RevKeen has it.
 */
final class CloudAttempt {

    /** How often a payment that we cancelled is read again. */
    private static final int AGAIN = 2;

    private final CloudCalls calls;
    private final CloudSettings settings;
    private final CloudInquiry inquiry;
    private final InstantSource clock;
    private final TerminalRequest request;
    private final AttemptMonitor monitor;
    private final Running running;
    private final Deadline end;
    private Duration pause;
    private boolean cancelSent;

    CloudAttempt(
            CloudCalls calls,
            CloudSettings settings,
            CloudInquiry inquiry,
            InstantSource clock,
            TerminalRequest request,
            AttemptMonitor monitor,
            Running running) {
        this.calls = calls;
        this.settings = settings;
        this.inquiry = inquiry;
        this.clock = clock;
        this.request = request;
        this.monitor = monitor;
        this.running = running;
        this.end = Deadline.in(settings.limit());
        this.pause = settings.poll();
    }

    /** Runs it; {@code hint} says what it refers to. */
    Outcome perform(Hint hint) {
        if (running.cancelled()) {
            return new Outcome.Cancelled(
                    Sentence.of("cloud.stopped-before-revkeen-was-asked", "Stopped before RevKeen was asked"));
        }
        monitor.progress(new Progress(
                Progress.Stage.CONNECTING,
                Sentence.of("cloud.asking-revkeen-for-the-terminal", "Asking RevKeen for the terminal")));
        ApiCall<TerminalPayment> call = call(hint);
        PastAttempt past =
                new PastAttempt(request.reference(), request.kind(), request.amount(), clock.instant(), hint.text());
        try {
            monitor.sending(hint.text());
        } catch (NotDurableException e) {
            return new Outcome.Failed(Sentence.of(
                    "cloud.the-payment-could-not-be-written",
                    "The payment could not be written down, so it was not sent: {0}",
                    e.said()));
        }
        return told(
                switch (calls.send(call)) {
                    case ApiResult.Ok<TerminalPayment> ok
                    when CloudInquiry.isSale(past, ok.value()) ->
                        recovered(
                                past,
                                Sentence.of(
                                        "cloud.revkeen-accepted-it-without-a-record",
                                        "RevKeen accepted it without a record of its own."));
                    case ApiResult.Ok<TerminalPayment> ok -> followed(past, ok.value());
                    case ApiResult.Refused<TerminalPayment> no
                    when isDoubtful(no.error()) ->
                        recovered(past, Sentence.of("text.stop", "{0}.", ApiWords.summary(no.error())));
                    case ApiResult.Refused<TerminalPayment> no ->
                        new Outcome.Failed(Sentence.of(
                                "cloud.nothing-was-charged", "{0}. Nothing was charged", CloudWords.of(no.error())));
                    case ApiResult.Unreachable<TerminalPayment> lost
                    when !lost.maybeSent() ->
                        new Outcome.Failed(Sentence.of(
                                "cloud.revkeen-cannot-be-reached-nothing-was",
                                "RevKeen cannot be reached ({0}). Nothing was charged. Check the network, or"
                                        + " take cash",
                                ApiWords.lost(lost)));
                    case ApiResult.Unreachable<TerminalPayment> lost ->
                        recovered(
                                past,
                                Sentence.of(
                                        "cloud.revkeens-answer-was-lost",
                                        "RevKeen's answer was lost ({0}).",
                                        ApiWords.lost(lost)));
                });
    }

    private ApiCall<TerminalPayment> call(Hint hint) {
        return switch (request.kind()) {
            case REFUND -> calls.refund(request.reference(), hint.sale(), request.amount());
            case REVERSAL -> calls.reversal(request.reference(), hint.sale());
            default -> calls.sale(request.reference(), request.amount());
        };
    }

    /** A key that was used for something else is no refusal of this request: the earlier one may be what we look for. */
    private static boolean isDoubtful(ApiError error) {
        return error.mayHaveTakenEffect() || CloudCalls.isConflict(error);
    }

    /** Asks for the payment until it has ended. */
    private Outcome followed(PastAttempt past, TerminalPayment first) {
        TerminalPayment payment = first;
        String shown = "";
        while (CloudJudge.isOpen(payment)) {
            if (running.cancelled() && !cancelSent) {
                payment = cancelled(payment);
                continue;
            }
            if (!cancelSent && !payment.status().text().equals(shown)) {
                shown = payment.status().text();
                monitor.progress(progress(payment));
            }
            if (end.passed() || !running.pause(pause)) {
                return new Outcome.Unknown(Sentence.of(
                        "cloud.revkeen-has-not-said-how-the",
                        "RevKeen has not said how the payment ended; it will be asked until it does."
                                + " Look at the terminal's screen"));
            }
            pause = settings.after(pause);
            payment = asked(payment);
        }
        return ended(past, payment);
    }

    private TerminalPayment asked(TerminalPayment payment) {
        return switch (calls.get(payment.id())) {
            case ApiResult.Ok<TerminalPayment> ok -> ok.value();
            case ApiResult.Refused<TerminalPayment> no -> {
                recovering(Sentence.of("text.stop", "{0}.", CloudWords.of(no.error())));
                yield payment;
            }
            case ApiResult.Unreachable<TerminalPayment> lost -> {
                recovering(Sentence.of("cloud.revkeen-cannot-be-reached", "RevKeen cannot be reached."));
                yield payment;
            }
        };
    }

    private TerminalPayment cancelled(TerminalPayment payment) {
        cancelSent = true;
        pause = settings.poll();
        monitor.progress(new Progress(
                Progress.Stage.CANCELLING,
                Sentence.of("cloud.stopping-waiting-for-revkeens-word", "Stopping; waiting for RevKeen's word")));
        // Refused or lost: whatever it answers, only the payment's own record counts.
        return calls.cancel(payment.id()) instanceof ApiResult.Ok<TerminalPayment> ok ? ok.value() : payment;
    }

    /**
     * RevKeen shows a cancelled payment as such at once, while the terminal may just be approving it: that counts. Our own
     * cancel was meant for before the card and is looked at twice more; of somebody else's we do not know when it came.
     */
    private Outcome ended(PastAttempt past, TerminalPayment last) {
        TerminalPayment payment = last;
        if (payment.status().is(TerminalPaymentStatus.CANCELLED)) {
            Deadline certain = Deadline.in(settings.grace());
            if (!cancelSent) {
                monitor.progress(new Progress(
                        Progress.Stage.CANCELLING,
                        Sentence.of(
                                "cloud.cancelled-making-sure-that-no-approval",
                                "RevKeen shows the payment as cancelled; making sure that no approval won")));
            }
            for (int again = 0;
                    payment.status().is(TerminalPaymentStatus.CANCELLED)
                            && (cancelSent ? again < AGAIN : !certain.passed());
                    again++) {
                if (!running.pause(settings.poll())) {
                    return new Outcome.Unknown(Sentence.of(
                            "cloud.stopped-before-it-was-certain-that",
                            "Stopped before it was certain that no approval won"));
                }
                if (!(calls.get(payment.id()) instanceof ApiResult.Ok<TerminalPayment> ok)) {
                    return new Outcome.Unknown(Sentence.of(
                            "cloud.revkeen-cancelled-the-payment-and-cannot",
                            "RevKeen cancelled the payment and cannot be asked whether an approval won; it"
                                    + " will be asked until it tells"));
                }
                payment = ok.value();
            }
        }
        return new CloudJudge(request.kind(), past.amount(), past.reference(), calls.device()).of(payment);
    }

    /** Nobody knows whether the request arrived: looks for it until that is known, without sending it again. */
    private Outcome recovered(PastAttempt past, Sentence why) {
        recovering(why);
        while (!end.passed() && running.pause(pause)) {
            pause = settings.after(pause);
            Optional<TerminalPayment> open = past.kind() == PaymentKind.SALE ? open(past) : Optional.empty();
            if (open.isPresent()) {
                return followed(past, open.get());
            }
            switch (inquiry.ask(past)) {
                case QueryAnswer.Found found -> {
                    return found.outcome();
                }
                case QueryAnswer.NotFound never -> {
                    return new Outcome.Failed(Sentence.of(
                            "cloud.revkeen-never-received-the-request-nothing",
                            "{0} RevKeen never received the request. Nothing was charged",
                            why));
                }
                case QueryAnswer.CannotTell no -> {
                    return new Outcome.Unknown(no.why());
                }
                case QueryAnswer.InProgress later -> {}
                case QueryAnswer.Unreachable later -> {}
            }
        }
        return new Outcome.Unknown(Sentence.of(
                "cloud.it-will-be-asked-until-it",
                "{0} It will be asked until it tells what became of the payment",
                why));
    }

    /** The sale under our reference while it runs, so that it can be stopped; trouble is left to the inquiry. */
    private Optional<TerminalPayment> open(PastAttempt past) {
        try {
            List<TerminalPayment> ours = inquiry.candidates(past);
            return ours.size() == 1 ? ours.stream().filter(CloudJudge::isOpen).findFirst() : Optional.empty();
        } catch (io.keentill.revkeen.ApiFailureException e) {
            recovering(ApiWords.by(e));
            return Optional.empty();
        }
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
                    "cloud.the-result-could-not-be-written",
                    "The result could not be written down: {0} RevKeen keeps it and will be asked" + " again",
                    e.said()));
        }
    }

    private static Progress progress(TerminalPayment payment) {
        return payment.status().is(TerminalPaymentStatus.REQUESTED)
                ? new Progress(
                        Progress.Stage.CONNECTING,
                        Sentence.of(
                                "cloud.waiting-for-the-terminal-to-take",
                                "Waiting for the terminal to take the payment up"))
                : new Progress(
                        Progress.Stage.WAITING_FOR_CARD,
                        Sentence.of("cloud.customer-at-the-terminal", "Customer at the terminal"));
    }

    private void recovering(Sentence why) {
        monitor.progress(new Progress(
                Progress.Stage.RECOVERING,
                Sentence.of("cloud.asking-revkeen-what-became-of-it", "{0} Asking RevKeen what became of it", why)));
    }
}
