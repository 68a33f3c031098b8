package io.keentill.revkeen.contract;

import io.keentill.revkeen.charges.Charge;
import io.keentill.revkeen.charges.ChargeQuery;
import io.keentill.revkeen.charges.ChargeRefundReason;
import io.keentill.revkeen.charges.ChargeRefundRequest;
import io.keentill.revkeen.charges.ChargeRequest;
import io.keentill.revkeen.charges.ChargeStatus;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** One-off charges (section B.16). */
final class ChargesContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("POST /charges", w -> w.client().charges().create(request(w))),
                on("POST /charges", "with every member", w -> {
                    String customer = w.customer().id();
                    String card = w.controls().storedCard(customer, "success");
                    return w.client()
                            .charges()
                            .create(ChargeRequest.of(customer, 1000, "Deposit")
                                    .withCurrency("GBP")
                                    .withPaymentMethodId(card)
                                    .withCapture(true)
                                    .withStatementDescriptor("TEA SHOP")
                                    .withMetadata(Map.of("table", "4"))
                                    .withSendReceipt(true)
                                    .withIdempotencyKey(w.fresh("charge")));
                }),
                on("GET /charges", w -> {
                    charge(w, true);
                    return w.client().charges().list(ChargeQuery.any());
                }),
                on("GET /charges", "with every filter", w -> {
                    LocalDate today = LocalDate.ofInstant(w.now(), ZoneOffset.UTC);
                    return w.client()
                            .charges()
                            .list(ChargeQuery.any()
                                    .withCustomerId(charge(w, true).customerId())
                                    .withStatus(ChargeStatus.SUCCEEDED)
                                    .withCreatedGte(today)
                                    .withCreatedLte(today));
                }),
                on(
                        "GET /charges/{id}",
                        w -> w.client().charges().get(charge(w, true).id())),
                on(
                        "POST /charges/{id}/capture",
                        w -> w.client().charges().capture(charge(w, false).id(), 600L)),
                on(
                        "POST /charges/{id}/refund",
                        w -> w.client().charges().refund(charge(w, true).id(), ChargeRefundRequest.of())),
                on(
                        "POST /charges/{id}/refund",
                        "with every member",
                        w -> w.client()
                                .charges()
                                .refund(
                                        charge(w, true).id(),
                                        ChargeRefundRequest.of()
                                                .withAmountMinor(250L)
                                                .withReason(ChargeRefundReason.REQUESTED_BY_CUSTOMER)
                                                .withNotes("cold"))));
    }

    /** A new charge over 10.00 GBP of a new customer. */
    static Charge charge(World w, boolean capture) {
        return w.client()
                .charges()
                .create(request(w).withCapture(capture))
                .send()
                .orThrow();
    }

    private static ChargeRequest request(World w) {
        String customer = w.customer().id();
        w.controls().storedCard(customer, "success");
        return ChargeRequest.of(customer, 1000, "Deposit").withCurrency("GBP");
    }
}
