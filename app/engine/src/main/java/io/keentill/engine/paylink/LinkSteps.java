package io.keentill.engine.paylink;

import io.keentill.device.terminal.Outcome;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.engine.payment.LinkBook;
import io.keentill.engine.payment.LinkBook.Kept;
import io.keentill.engine.payment.LinkTotal;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.checkout.CheckoutSession;
import io.keentill.revkeen.checkout.CheckoutStatus;
import io.keentill.revkeen.checkout.ExpiredCheckout;
import io.keentill.revkeen.checkout.NewCheckoutSession;
import io.keentill.store.PayLinkRow;
import io.keentill.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * One look at one link: asks RevKeen what is to be asked next and stores what it says. Every answer may be lost and every
 * step may be the last before the till dies; the next look goes on from what is stored.
 */
final class LinkSteps {

    /** RevKeen forgets a key 24 hours after its first use (API reference A.5). */
    private static final Duration KEY_LASTS = Duration.ofHours(23);

    private final LinkBook book;
    private final LinkCalls calls;
    private final LinkBoard board;
    private final InstantSource clock;
    private final LinkAfterwards after;

    LinkSteps(LinkBook book, LinkCalls calls, LinkBoard board, InstantSource clock) {
        this.book = book;
        this.calls = calls;
        this.board = board;
        this.clock = clock;
        this.after = new LinkAfterwards(book, calls, board, clock);
    }

    /** What a look came to, for when to look again. */
    sealed interface Look {
        /** RevKeen answered. */
        record Answered() implements Look {}

        /** It could not be asked, or said not now; not again before {@code atLeast}. */
        record Trouble(Duration atLeast) implements Look {}

        /** Not before so long. */
        record Rest(Duration time) implements Look {}

        /** Never again. */
        record Over() implements Look {}
    }

    Look look(Kept kept) throws StoreException {
        PaymentAttempt attempt = kept.attempt();
        if (attempt.state() == AttemptState.INTENDED) {
            return kept.link().endWanted() ? stopped(attempt) : open(kept.link(), book.sending(attempt));
        }
        boolean shown = kept.link().sessionId() != null;
        if (attempt.state().isOpen()) {
            return shown ? ask(kept.link(), attempt) : open(kept.link(), attempt);
        }
        if (book.isAwaited(attempt)) {
            return shown ? ask(kept.link(), attempt) : stopped(attempt);
        }
        return after.look(kept.link(), attempt);
    }

    /** Nobody has seen a page, so nobody can have paid on it, whatever RevKeen may have made. */
    private Look stopped(PaymentAttempt attempt) throws StoreException {
        return ended(
                attempt,
                new Outcome.Cancelled(Sentence.of(
                        "paylink.the-link-was-stopped-before-anybody",
                        "The link was stopped before anybody saw it. Nothing was paid.")));
    }

    private Look ended(PaymentAttempt attempt, Outcome outcome) throws StoreException {
        boolean open = book.settle(attempt, outcome).state().isOpen();
        board.over(attempt.id());
        // What is in doubt all the same is looked at again like any other, and not at once for ever.
        return open ? new Look.Answered() : new Look.Rest(Duration.ZERO);
    }

    private Look open(PayLinkRow link, PaymentAttempt attempt) throws StoreException {
        if (link.endWanted()) {
            return stopped(attempt);
        }
        if (isKeyOld(attempt)) {
            return ended(
                    attempt,
                    new Outcome.Failed(Sentence.of(
                            "paylink.revkeen-never-told-the-links-page",
                            "RevKeen never told the link's page, so nobody can have paid by it. Nothing was"
                                    + " paid.")));
        }
        board.begun(attempt);
        ApiResult<NewCheckoutSession> answer;
        try {
            answer = calls.open(link);
        } catch (IllegalArgumentException e) {
            // The same bytes under the same key bring the stored answer again, whole this time.
            return trouble(
                    attempt,
                    Sentence.of(
                            "paylink.revkeens-answer-cannot-be-read",
                            "RevKeen's answer cannot be read: {0}",
                            e.getMessage()),
                    Duration.ZERO);
        }
        return switch (answer) {
            case ApiResult.Ok<NewCheckoutSession> ok -> opened(link, attempt, ok.value());
            case ApiResult.Refused<NewCheckoutSession> no when no.error().isRetryable() -> trouble(attempt, no.error());
            case ApiResult.Refused<NewCheckoutSession> no ->
                ended(
                        attempt,
                        new Outcome.Failed(Sentence.of(
                                "paylink.no-link-was-made-nothing-was",
                                "No link was made. {0} {1} Nothing was paid.",
                                ApiWords.summary(no.error()),
                                ApiWords.advice(no.error()))));
            case ApiResult.Unreachable<NewCheckoutSession> lost -> trouble(attempt, ApiWords.lost(lost), Duration.ZERO);
        };
    }

    private boolean isKeyOld(PaymentAttempt attempt) {
        Instant sent = Objects.requireNonNullElse(attempt.sentAt(), attempt.createdAt());
        return Duration.between(sent, clock.instant()).compareTo(KEY_LASTS) > 0;
    }

    private Look opened(PayLinkRow link, PaymentAttempt attempt, NewCheckoutSession made) throws StoreException {
        PayLinkRow opened = book.opened(link, made.id());
        boolean fits = LinkTotal.of(attempt.amount(), made.amountMinor(), made.currency())
                .is(attempt.amount());
        if (!fits || made.url() == null) {
            // Never shown, so never paid; RevKeen is told to end it all the same.
            book.ending(attempt.id());
            calls.expire(made.id());
            return ended(
                    attempt,
                    new Outcome.Failed(
                            fits
                                    ? Sentence.of(
                                            "paylink.revkeen-made-a-link-without-a",
                                            "RevKeen made a link without a page. Nothing was paid.")
                                    : Sentence.of(
                                            "paylink.revkeen-made-a-link-for-another",
                                            "RevKeen made a link for another amount than {0}; it was not shown. Nothing was"
                                                    + " paid.",
                                            attempt.amount())));
        }
        if (opened.endWanted()) {
            return ask(opened, attempt);
        }
        board.page(attempt, made.url(), made.expiresAt());
        return new Look.Answered();
    }

    private Look ask(PayLinkRow link, PaymentAttempt attempt) throws StoreException {
        String session = Objects.requireNonNull(link.sessionId());
        boolean open = attempt.state().isOpen();
        // Whoever decided that nothing moved must be right tomorrow, too: nobody may pay on that page any more.
        if (open ? link.endWanted() : !attempt.moved()) {
            if (open) {
                board.ending(attempt);
            }
            switch (calls.expire(session)) {
                case ApiResult.Ok<ExpiredCheckout> ok -> {
                    return ended(
                            attempt,
                            new Outcome.Cancelled(Sentence.of(
                                    "paylink.the-link-was-ended-before-it", "The link was ended before it was paid.")));
                }
                case ApiResult.Refused<ExpiredCheckout> no -> {
                    // Being paid, paid or over already: the session itself says which.
                }
                case ApiResult.Unreachable<ExpiredCheckout> lost -> {
                    return trouble(attempt, ApiWords.lost(lost), Duration.ZERO);
                }
            }
        }
        return switch (calls.look(session)) {
            case ApiResult.Ok<CheckoutSession> ok -> seen(link, attempt, ok.value());
            case ApiResult.Refused<CheckoutSession> no
            when no.error() instanceof ApiError.NotFound -> gone(link, attempt);
            case ApiResult.Refused<CheckoutSession> no -> trouble(attempt, no.error());
            case ApiResult.Unreachable<CheckoutSession> lost -> trouble(attempt, ApiWords.lost(lost), Duration.ZERO);
        };
    }

    private Look seen(PayLinkRow link, PaymentAttempt attempt, CheckoutSession session) throws StoreException {
        if (session.status().is(CheckoutStatus.COMPLETE)) {
            return paid(link, attempt, session);
        }
        if (session.status().is(CheckoutStatus.EXPIRED)) {
            return ended(
                    attempt,
                    link.endWanted()
                            ? new Outcome.Cancelled(Sentence.of(
                                    "paylink.the-link-was-ended-before-it", "The link was ended before it was paid."))
                            : new Outcome.Failed(Sentence.of(
                                    "paylink.the-link-expired-before-it-was",
                                    "The link expired before it was paid. Nothing was paid.")));
        }
        if (session.url() != null) {
            board.page(attempt, session.url(), session.expiresAt());
        }
        boolean paying = session.status().is(CheckoutStatus.PENDING);
        board.stage(
                attempt,
                paying ? PayLink.Stage.PAYING : link.endWanted() ? PayLink.Stage.ENDING : PayLink.Stage.WAITING);
        return new Look.Answered();
    }

    /** Another amount than was asked for is nothing that may be booked as it stands: a manager decides. */
    private Look paid(PayLinkRow link, PaymentAttempt attempt, CheckoutSession session) throws StoreException {
        LinkTotal total = total(attempt, session);
        if (total.is(attempt.amount())) {
            return ended(
                    attempt, new Outcome.Approved(attempt.amount(), CardDetails.NONE, Outcome.TerminalReceipts.NONE));
        }
        if (!attempt.state().isOpen()) {
            book.paidOther(link, attempt, total);
            board.over(attempt.id());
            return new Look.Over();
        }
        Sentence why = Sentence.of(
                "paylink.revkeen-says-that-was-paid-where",
                "RevKeen says that {0} was paid where {1} was asked for. A manager has to decide.",
                total.said(),
                attempt.amount());
        book.doubt(attempt, why);
        board.disputed(attempt, why);
        return new Look.Answered();
    }

    static LinkTotal total(PaymentAttempt attempt, CheckoutSession session) {
        return LinkTotal.of(attempt.amount(), session.amountTotal(), session.currency());
    }

    private Look gone(PayLinkRow link, PaymentAttempt attempt) throws StoreException {
        if (!attempt.state().isOpen() && after.isLongOver(attempt)) {
            return after.left(link);
        }
        Sentence why = Sentence.of(
                "paylink.revkeen-does-not-know-this-links",
                "RevKeen does not know this link's checkout session any more, so it cannot tell"
                        + " whether it was paid.");
        if (attempt.state() == AttemptState.SENT) {
            book.settle(attempt, new Outcome.Unknown(why));
        }
        return trouble(attempt, why, Duration.ZERO);
    }

    private Look trouble(PaymentAttempt attempt, ApiError error) {
        Duration atLeast = Objects.requireNonNullElse(error.retryAfter(), Duration.ZERO);
        return trouble(attempt, ApiWords.full(error), atLeast);
    }

    private Look trouble(PaymentAttempt attempt, Sentence why, Duration atLeast) {
        board.trouble(attempt, why);
        return new Look.Trouble(atLeast);
    }
}
