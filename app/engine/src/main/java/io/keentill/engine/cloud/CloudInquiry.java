package io.keentill.engine.cloud;

import io.keentill.device.link.Deadline;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiFailureException;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.terminal.TerminalPayment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What became of an earlier attempt, without moving money: RevKeen's list says it by our reference, and where it lacks
 * ours, the idempotency key says whether the request ever arrived, and keeps it from being carried out late.
 */
final class CloudInquiry {

    /** RevKeen keeps a key for 24 hours (A.5); an hour is kept in hand. */
    private static final Duration KEY_LIFETIME = Duration.ofHours(23);
    /** By how much the clocks of till and RevKeen may differ. */
    private static final Duration SKEW = Duration.ofHours(2);

    private final CloudCalls calls;
    private final CloudSettings settings;
    private final InstantSource clock;
    private final Map<String, Deadline> firstAsked = new ConcurrentHashMap<>();

    CloudInquiry(CloudCalls calls, CloudSettings settings, InstantSource clock) {
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    QueryAnswer ask(PastAttempt attempt) {
        QueryAnswer answer = asked(attempt);
        if (answer instanceof QueryAnswer.Found || answer instanceof QueryAnswer.NotFound) {
            firstAsked.remove(attempt.reference());
        }
        return answer;
    }

    private QueryAnswer asked(PastAttempt attempt) {
        try {
            List<TerminalPayment> ours = candidates(attempt);
            if (attempt.kind() == PaymentKind.SALE && ours.size() == 1) {
                return judged(attempt, ours.getFirst());
            }
            if (ours.size() > 1 && attempt.kind() != PaymentKind.REFUND) {
                return new QueryAnswer.CannotTell(Sentence.of(
                        "cloud.revkeen-shows-payments-that-may-be",
                        "RevKeen shows {0} payments that may be this one. Compare them with the" + " terminal's slips",
                        ours.size()));
            }
            return attempt.kind() == PaymentKind.REVERSAL ? voided(attempt, ours) : byKey(attempt, ours);
        } catch (ApiFailureException e) {
            return trouble(e.result());
        }
    }

    /** Sales with our reference; of refunds and voids those of the same money that came after what was there before. */
    List<TerminalPayment> candidates(PastAttempt attempt) {
        Instant since = attempt.sentAt().minus(SKEW);
        Hint hint = Hint.read(attempt.recoveryHint());
        return calls.since(Hint.type(attempt.kind()), since).stream()
                .takeWhile(p -> hint.before().isEmpty() || !p.id().equals(hint.before()))
                .filter(p -> fits(attempt, p))
                .toList();
    }

    private static boolean fits(PastAttempt attempt, TerminalPayment payment) {
        if (attempt.kind() == PaymentKind.SALE) {
            return attempt.reference().equals(payment.reference());
        }
        return payment.amountMinor() == attempt.amount().minor()
                && payment.currency()
                        .equalsIgnoreCase(attempt.amount().currency().getCurrencyCode());
    }

    /** A void is of the whole sale and there is at most one: the only one since ours was sent is ours. */
    private QueryAnswer voided(PastAttempt attempt, List<TerminalPayment> since) {
        if (!since.isEmpty()) {
            return judged(attempt, since.getFirst());
        }
        return isPast(attempt) ? new QueryAnswer.NotFound() : new QueryAnswer.InProgress();
    }

    private QueryAnswer byKey(PastAttempt attempt, List<TerminalPayment> since) {
        Duration age = Duration.between(attempt.sentAt(), clock.instant());
        if (age.isNegative() || age.compareTo(KEY_LIFETIME) > 0) {
            // Too late for the key, and for anything to be on its way; a negative age says that nobody knows how late.
            return !age.isNegative() && since.isEmpty()
                    ? new QueryAnswer.NotFound()
                    : new QueryAnswer.CannotTell(Sentence.of(
                            "cloud.the-payment-is-too-old-for",
                            "The payment is too old for RevKeen to say whether it received it. Compare its"
                                    + " list with the terminal's slips"));
        }
        Optional<ApiCall<TerminalPayment>> call = call(attempt);
        if (call.isEmpty()) {
            return new QueryAnswer.CannotTell(Sentence.of(
                    "cloud.what-was-sent-to-revkeen-is",
                    "What was sent to RevKeen is not known any more. Compare its list with the" + " terminal's slips"));
        }
        String impossible = attempt.kind() == PaymentKind.SALE
                ? "{\"reference\":\"" + attempt.reference() + "\"}"
                : "{\"amount_minor\":-1}";
        return switch (calls.fence(call.get(), impossible)) {
            case ApiResult.Refused<byte[]> no when CloudCalls.isConflict(no.error()) -> replayed(attempt, call.get());
            case ApiResult.Refused<byte[]> no
            when no.error() instanceof ApiError.BadRequest || no.error() instanceof ApiError.Unprocessable ->
                isPast(attempt) ? new QueryAnswer.NotFound() : new QueryAnswer.InProgress();
            case ApiResult.Refused<byte[]> no
            when no.error() instanceof ApiError.Conflict conflict && conflict.idempotencyInProgress() ->
                new QueryAnswer.InProgress();
            case ApiResult.Ok<byte[]> done ->
                new QueryAnswer.CannotTell(Sentence.of(
                        "cloud.revkeen-accepted-a-request-that-it",
                        "RevKeen accepted a request that it has to refuse. Compare its list with the"
                                + " terminal's slips"));
            case ApiResult<byte[]> other -> trouble(other);
        };
    }

    /** The key is used up, so the same request brings the stored answer and does nothing. */
    private QueryAnswer replayed(PastAttempt attempt, ApiCall<TerminalPayment> call) {
        return switch (calls.send(call)) {
            case ApiResult.Ok<TerminalPayment> ok -> current(attempt, ok.value().id());
            case ApiResult.Refused<TerminalPayment> no
            when CloudCalls.isConflict(no.error()) ->
                // Neither our fence nor this request: what arrived under the key is not known, so neither is its
                // effect.
                new QueryAnswer.CannotTell(Sentence.of(
                        "cloud.revkeen-received-something-else-under-this",
                        "RevKeen received something else under this payment's key. Compare its list with"
                                + " the terminal's slips"));
            case ApiResult.Refused<TerminalPayment> no
            when !no.error().isRetryable() && !(no.error() instanceof ApiError.Unauthenticated) ->
                new QueryAnswer.Found(new Outcome.Failed(Sentence.of(
                        "cloud.nothing-was-charged", "{0}. Nothing was charged", CloudWords.of(no.error()))));
            case ApiResult<TerminalPayment> other -> trouble(other);
        };
    }

    private QueryAnswer current(PastAttempt attempt, String id) {
        return switch (calls.get(id)) {
            case ApiResult.Ok<TerminalPayment> ok when isSale(attempt, ok.value()) -> besideSale(attempt);
            case ApiResult.Ok<TerminalPayment> ok -> judged(attempt, ok.value());
            case ApiResult<TerminalPayment> other -> trouble(other);
        };
    }

    /** Whether a refund was answered with the sale itself, which the contract leaves open (B.2) and which says nothing. */
    static boolean isSale(PastAttempt attempt, TerminalPayment payment) {
        return attempt.kind() != PaymentKind.SALE
                && payment.id().equals(Hint.read(attempt.recoveryHint()).sale())
                && !payment.type().is(Hint.type(attempt.kind()));
    }

    private QueryAnswer besideSale(PastAttempt attempt) {
        List<TerminalPayment> since = candidates(attempt);
        return since.size() == 1
                ? judged(attempt, since.getFirst())
                : new QueryAnswer.CannotTell(Sentence.of(
                        "cloud.revkeen-accepted-it-and-does-not",
                        "RevKeen accepted it and does not show what became of it. Compare its list with"
                                + " the terminal's slips"));
    }

    private QueryAnswer judged(PastAttempt attempt, TerminalPayment payment) {
        if (CloudJudge.isOpen(payment)) {
            return new QueryAnswer.InProgress();
        }
        Outcome outcome =
                new CloudJudge(attempt.kind(), attempt.amount(), attempt.reference(), calls.device()).of(payment);
        return outcome instanceof Outcome.Unknown(Sentence why)
                ? new QueryAnswer.CannotTell(why)
                : new QueryAnswer.Found(outcome);
    }

    private Optional<ApiCall<TerminalPayment>> call(PastAttempt attempt) {
        if (attempt.kind() == PaymentKind.SALE) {
            return Optional.of(calls.sale(attempt.reference(), attempt.amount()));
        }
        String sale = Hint.read(attempt.recoveryHint()).sale();
        return sale.isEmpty()
                ? Optional.empty()
                : Optional.of(calls.refund(attempt.reference(), sale, attempt.amount()));
    }

    /** Measured from our first question and not from the wall clock, which may have been set meanwhile. */
    private boolean isPast(PastAttempt attempt) {
        return firstAsked
                .computeIfAbsent(attempt.reference(), reference -> Deadline.in(settings.grace()))
                .passed();
    }

    private static QueryAnswer trouble(ApiResult<?> result) {
        return new QueryAnswer.Unreachable(
                switch (result) {
                    case ApiResult.Refused<?> no -> CloudWords.of(no.error());
                    case ApiResult.Unreachable<?> lost ->
                        Sentence.of(
                                "cloud.revkeen-cannot-be-reached-2",
                                "RevKeen cannot be reached: {0}",
                                ApiWords.lost(lost));
                    case ApiResult.Ok<?> ok ->
                        Sentence.of("cloud.revkeens-answer-cannot-be-used", "RevKeen's answer cannot be used");
                });
    }
}
