package io.keentill.revkeen.contract;

import io.keentill.revkeen.checkout.CheckoutRequest;
import io.keentill.revkeen.checkout.PaymentRail;
import java.util.List;

/** Checkout sessions (section B.13). */
final class CheckoutContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "POST /checkout-sessions",
                        w -> w.client().checkoutSessions().create(CheckoutRequest.ofAmount(1000, "GBP"))),
                on(
                        "POST /checkout-sessions",
                        "of a product",
                        w -> w.client()
                                .checkoutSessions()
                                .create(CheckoutRequest.ofProduct(w.product().id())
                                        .withCurrency("GBP"))),
                on(
                        "POST /checkout-sessions",
                        "of an invoice, with the other members",
                        w -> w.client()
                                .checkoutSessions()
                                .create(CheckoutRequest.ofInvoice(
                                                w.openInvoice().id())
                                        .withSuccessUrl("https://shop.example/paid")
                                        .withCancelUrl("https://shop.example/back")
                                        .withCompanionDeviceId(w.controls().companionDevice())
                                        .withAllowedMethods(List.of(PaymentRail.CARD, PaymentRail.PAY_BY_BANK)))),
                on(
                        "GET /checkout-sessions/{id}",
                        w -> w.client().checkoutSessions().get(session(w))),
                on(
                        "POST /checkout-sessions/{id}/expire",
                        w -> w.client().checkoutSessions().expire(session(w))));
    }

    private static String session(World w) {
        return w.client()
                .checkoutSessions()
                .create(CheckoutRequest.ofInvoice(w.openInvoice().id()))
                .send()
                .orThrow()
                .id();
    }
}
