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
import io.keentill.store.PayLinkRow;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * RevKeen's operations on one link, each sent once. A checkout session is used and no payment link: only a session has the
 * page's address in its documented answer, can be expired with a certain answer, and tells that it was paid (API reference
 * B.12, B.13). It asks for an amount and not for an invoice, because the sale's invoice is made when the sale is whole.
 */
final class LinkCalls {

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
}
