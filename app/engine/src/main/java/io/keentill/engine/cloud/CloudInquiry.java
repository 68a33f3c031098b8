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
import io.keentill.revkeen.terminal.TerminalPaymentStatus;
import java.time.Duration;
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

    private final CloudCalls calls;
    private final CloudSettings settings;
    private final InstantSource clock;
    private final CloudSearch search;
    private final Map<String, Deadline> firstAsked = new ConcurrentHashMap<>();
    private final Map<String, Deadline> firstCancelled = new ConcurrentHashMap<>();

    CloudInquiry(CloudCalls calls, CloudSettings settings, InstantSource clock) {
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
        this.search = new CloudSearch(calls);
    }

    QueryAnswer ask(PastAttempt attempt) {
        QueryAnswer answer = asked(attempt);
        if (answer instanceof QueryAnswer.Found || answer instanceof QueryAnswer.NotFound) {
            firstAsked.remove(attempt.reference());
            firstCancelled.remove(attempt.reference());
            search.forget(attempt.reference());
        }
        return answer;
    }

    private QueryAnswer asked(PastAttempt attempt) {
        try {
            CloudSearch.Result found = search.of(attempt, isDoubtful(attempt));
            List<TerminalPayment> ours = found.ours();
            if (attempt.kind() == PaymentKind.SALE && ours.size() == 1) {
                return judged(attempt, ours.getFirst());
            }
            if (ours.size() > 1 && attempt.kind() != PaymentKind.REFUND) {
                return new QueryAnswer.CannotTell(Sentence.of(
                        "cloud.revkeen-shows-payments-that-may-be",
                        "RevKeen shows {0} payments that may be this one. Compare them with the" + " terminal's slips",
                        ours.size()));
            }
            return attempt.kind() == PaymentKind.REVERSAL ? voided(attempt, found) : byKey(attempt, found);
        } catch (ApiFailureException e) {
            return trouble(e.result());
        }
    }

    /** What of RevKeen's list may be this attempt. */
    List<TerminalPayment> candidates(PastAttempt attempt) {
        return search.of(attempt, isDoubtful(attempt)).ours();
    }

    /** Whether the till's clock says that RevKeen forgot the key, or says nothing: it can have been set meanwhile. */
    private boolean isDoubtful(PastAttempt attempt) {
        Duration age = Duration.between(attempt.sentAt(), clock.instant());
        return age.isNegative() || age.compareTo(KEY_LIFETIME) > 0;
    }

    /** A void is of the whole sale and there is at most one: the only one since ours was sent is ours. */
    private QueryAnswer voided(PastAttempt attempt, CloudSearch.Result found) {
        return found.ours().isEmpty()
                ? absent(attempt, found)
                : judged(attempt, found.ours().getFirst());
    }

    /** After the grace nothing can be on its way any more: what RevKeen does not have then never was. */
    private QueryAnswer absent(PastAttempt attempt, CloudSearch.Result found) {
        if (!found.conclusive()) {
            return tooOld();
        }
        return isPast(attempt) ? new QueryAnswer.NotFound() : new QueryAnswer.InProgress();
    }

    private static QueryAnswer tooOld() {
        return new QueryAnswer.CannotTell(Sentence.of(
                "cloud.the-payment-is-too-old-for",
                "The payment is too old for RevKeen to say whether it received it. Compare its"
                        + " list with the terminal's slips"));
    }

    private QueryAnswer byKey(PastAttempt attempt, CloudSearch.Result found) {
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
            case ApiResult.Refused<byte[]> no
            when CloudCalls.isConflict(no.error()) ->
                isDoubtful(attempt) ? arrivedAtSomeTime(attempt) : replayed(attempt, call.get());
            case ApiResult.Refused<byte[]> no
            when no.error() instanceof ApiError.BadRequest || no.error() instanceof ApiError.Unprocessable ->
                found.ours().isEmpty() ? absent(attempt, found) : perhapsOurs();
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

    /** The refusal of a malformed body proves nothing where that is looked at before the key. */
    private static QueryAnswer perhapsOurs() {
        return new QueryAnswer.CannotTell(Sentence.of(
                "cloud.revkeen-shows-a-refund-like-this",
                "RevKeen shows a refund like this one and does not say whether it is this one. Compare"
                        + " its list with the terminal's slips"));
    }

    /**
     * RevKeen has the key, and the list lacked the payment, perhaps only just. The request is not sent again for its stored
     * answer: the key may be forgotten at any moment, and then it would be carried out.
     */
    private QueryAnswer arrivedAtSomeTime(PastAttempt attempt) {
        return isPast(attempt) ? tooOld() : new QueryAnswer.InProgress();
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
        if (!payment.status().is(TerminalPaymentStatus.CANCELLED)) {
            firstCancelled.remove(attempt.reference());
        } else if (!staysCancelled(attempt)) {
            return new QueryAnswer.InProgress();
        }
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

    /**
     * RevKeen shows a cancelled payment as such at once, while the terminal may just be approving it: it is believed when
     * it is seen again after the grace.
     */
    private boolean staysCancelled(PastAttempt attempt) {
        return isPast(firstCancelled, attempt);
    }

    /** Measured from our first question and not from the wall clock, which may have been set meanwhile. */
    private boolean isPast(PastAttempt attempt) {
        return isPast(firstAsked, attempt);
    }

    /** Whether the grace is over since the first time that this was asked of the attempt; never at that time itself. */
    private boolean isPast(Map<String, Deadline> since, PastAttempt attempt) {
        Deadline before = since.putIfAbsent(attempt.reference(), Deadline.in(settings.grace()));
        return before != null && before.passed();
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
