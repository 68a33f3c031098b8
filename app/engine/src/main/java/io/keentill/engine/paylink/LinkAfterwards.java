package io.keentill.engine.paylink;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.paylink.LinkSteps.Look;
import io.keentill.engine.payment.LinkBook;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.checkout.CheckoutSession;
import io.keentill.revkeen.checkout.CheckoutStatus;
import io.keentill.store.PayLinkRow;
import io.keentill.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** The looks at a link that has ended: whether somebody paid it all the same, and as which payment it was paid. */
final class LinkAfterwards {

    /** When a link is looked at again after its end, counted from then. */
    private static final Duration[] LATE = {
        Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)
    };

    private final LinkBook book;
    private final LinkCalls calls;
    private final LinkBoard board;
    private final InstantSource clock;

    LinkAfterwards(LinkBook book, LinkCalls calls, LinkBoard board, InstantSource clock) {
        this.book = book;
        this.calls = calls;
        this.board = board;
        this.clock = clock;
    }

    /** A link that has ended is looked at a few times more: should RevKeen say that it was paid, nobody forgets it. */
    Look look(PayLinkRow link, PaymentAttempt attempt) throws StoreException {
        board.over(attempt.id());
        Instant end = attempt.resolvedAt();
        String session = link.sessionId();
        if (session == null || end == null || link.lateLooks() >= LATE.length) {
            return left(link);
        }
        if (attempt.moved()) {
            return paidAs(link, attempt, session, end);
        }
        if (book.isContradicted(attempt)) {
            // That task is about this money already.
            return left(link);
        }
        Duration wait = Duration.between(clock.instant(), end.plus(LATE[link.lateLooks()]));
        if (wait.isPositive()) {
            return new Look.Rest(wait);
        }
        return switch (calls.look(session)) {
            case ApiResult.Ok<CheckoutSession> ok -> late(link, attempt, ok.value());
            case ApiResult.Refused<CheckoutSession> no
            when no.error() instanceof ApiError.NotFound -> {
                book.lookedLate(link);
                yield new Look.Answered();
            }
            case ApiResult.Refused<CheckoutSession> no ->
                new Look.Trouble(Objects.requireNonNullElse(no.error().retryAfter(), Duration.ZERO));
            case ApiResult.Unreachable<CheckoutSession> lost -> new Look.Trouble(Duration.ZERO);
        };
    }

    /** What went back of it at RevKeen's dashboard can only be followed if it is known which payment there it is. */
    private Look paidAs(PayLinkRow link, PaymentAttempt attempt, String session, Instant end) throws StoreException {
        if (attempt.orderId() == null) {
            return left(link);
        }
        Instant next = link.lateLooks() == 0 ? end : end.plus(LATE[link.lateLooks() - 1]);
        Duration wait = Duration.between(clock.instant(), next);
        if (wait.isPositive()) {
            return new Look.Rest(wait);
        }
        ApiResult<Optional<String>> told = switch (calls.look(session)) {
            case ApiResult.Ok<CheckoutSession> ok ->
                calls.payment(session, ok.value().createdAt());
            case ApiResult.Refused<CheckoutSession> no -> no.map(_ -> Optional.empty());
            case ApiResult.Unreachable<CheckoutSession> lost -> lost.map(_ -> Optional.empty());
        };
        return switch (told) {
            case ApiResult.Ok<Optional<String>> ok
            when ok.value().isPresent() -> {
                book.paidAs(link, attempt, ok.value().get());
                yield new Look.Over();
            }
            case ApiResult.Ok<Optional<String>> nothing -> inVain(link);
            case ApiResult.Refused<Optional<String>> no
            when no.error().isRetryable() ->
                new Look.Trouble(Objects.requireNonNullElse(no.error().retryAfter(), Duration.ZERO));
            case ApiResult.Refused<Optional<String>> no -> inVain(link);
            case ApiResult.Unreachable<Optional<String>> lost -> new Look.Trouble(Duration.ZERO);
        };
    }

    private Look inVain(PayLinkRow link) throws StoreException {
        book.lookedLate(link);
        return new Look.Answered();
    }

    /** It is looked at no more. */
    Look left(PayLinkRow link) throws StoreException {
        book.leave(link);
        board.over(link.attemptId());
        return new Look.Over();
    }

    /** Whether its end is longer ago than any look is due. */
    boolean isLongOver(PaymentAttempt attempt) {
        Instant end = Objects.requireNonNullElse(attempt.resolvedAt(), attempt.createdAt());
        return Duration.between(end, clock.instant()).compareTo(LATE[LATE.length - 1]) > 0;
    }

    private Look late(PayLinkRow link, PaymentAttempt attempt, CheckoutSession session) throws StoreException {
        if (session.status().is(CheckoutStatus.COMPLETE)) {
            book.paidLate(link, attempt, LinkSteps.total(attempt, session));
            return new Look.Over();
        }
        if (!session.status().is(CheckoutStatus.EXPIRED)) {
            calls.expire(Objects.requireNonNull(link.sessionId()));
        }
        book.lookedLate(link);
        return new Look.Answered();
    }
}
