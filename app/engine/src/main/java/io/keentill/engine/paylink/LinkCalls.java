package io.keentill.engine.paylink;

import io.keentill.domain.money.Money;
import io.keentill.engine.IdSource;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.checkout.CheckoutRequest;
import io.keentill.revkeen.checkout.CheckoutSession;
import io.keentill.revkeen.checkout.ExpiredCheckout;
import io.keentill.revkeen.checkout.NewCheckoutSession;
import io.keentill.revkeen.checkout.PaymentRail;
import io.keentill.revkeen.paymentattempts.AttemptStatus;
import io.keentill.revkeen.paymentattempts.PaymentAttempt;
import io.keentill.revkeen.paymentattempts.PaymentAttemptQuery;
import io.keentill.store.PayLinkRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * RevKeen's operations on one link, each sent once. A checkout session is used and no payment link: only a session has the
 * page's address in its documented answer, can be expired with a certain answer, and tells that it was paid (API reference
 * B.12, B.13). It asks for an amount and not for an invoice, because the sale's invoice is made when the sale is whole.
 */
final class LinkCalls {

    private static final int MOST = 100;

    private final RevKeen api;
    private final IdSource ids;

    LinkCalls(RevKeen api, IdSource ids) {
        this.api = api;
        this.ids = ids;
    }

    /** Cards alone: they are paid or not when the page says so, where a debit may still be taken back days later. */
    FrozenRequest request(Money amount) {
        return api.checkoutSessions()
                .create(CheckoutRequest.ofAmount(
                                amount.minor(), amount.currency().getCurrencyCode())
                        .withAllowedMethods(List.of(PaymentRail.CARD)))
                .withIdempotencyKey(ids.next())
                .request();
    }

    /** The stored bytes under the stored key, however often: RevKeen makes one session of them. */
    ApiResult<NewCheckoutSession> open(PayLinkRow link) {
        byte[] body = link.body().getBytes(StandardCharsets.UTF_8);
        return api.send(new FrozenRequest("POST", link.path(), body, link.idempotencyKey()))
                .map(reply -> api.checkoutSessions().parseNew(reply));
    }

    ApiResult<CheckoutSession> look(String sessionId) {
        return api.checkoutSessions().get(sessionId);
    }

    /** Under a new key each time: RevKeen keeps a refusal under its key, and this one changes with the customer. */
    ApiResult<ExpiredCheckout> expire(String sessionId) {
        return api.checkoutSessions()
                .expire(sessionId)
                .withIdempotencyKey(ids.next())
                .send();
    }

    /**
     * The payment that a paid session became, by what was tried on its page (API reference B.21); RevKeen tells the newest
     * hundred.
     *
     * @param from when the session was made, by RevKeen's clock; null if it does not tell
     * @return empty if it is not among them
     */
    ApiResult<Optional<String>> payment(String sessionId, @Nullable Instant from) {
        PaymentAttemptQuery all = PaymentAttemptQuery.any();
        return api.paymentAttempts()
                .list(from == null ? all : all.withStartDate(from))
                .all(MOST)
                .map(tried -> tried.stream()
                        .filter(one -> sessionId.equals(one.checkoutSessionId()))
                        .filter(one -> one.status() != null && one.status().is(AttemptStatus.SUCCEEDED))
                        .map(PaymentAttempt::paymentId)
                        .filter(Objects::nonNull)
                        .findFirst());
    }
}
