package io.keentill.revkeen.contract;

import io.keentill.revkeen.paymentintents.CancellationReason;
import io.keentill.revkeen.paymentintents.CaptureMethod;
import io.keentill.revkeen.paymentintents.PaymentIntent;
import io.keentill.revkeen.paymentintents.PaymentIntentChanges;
import io.keentill.revkeen.paymentintents.PaymentIntentQuery;
import io.keentill.revkeen.paymentintents.PaymentIntentRequest;
import io.keentill.revkeen.paymentintents.PaymentIntentStatus;
import java.util.List;
import java.util.Map;

/** Payment intents (sections B.14, C.4). */
final class PaymentIntentsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "POST /payment-intents",
                        w -> w.client()
                                .paymentIntents()
                                .create(PaymentIntentRequest.of(
                                        1000, w.customer().id()))),
                on("POST /payment-intents", "with every member", w -> {
                    String customer = w.customer().id();
                    return w.client()
                            .paymentIntents()
                            .create(PaymentIntentRequest.of(1000, customer)
                                    .withCurrency("GBP")
                                    .withPaymentMethod(w.controls().storedCard(customer, "success"))
                                    .withCaptureMethod(CaptureMethod.AUTOMATIC)
                                    .withDescription("Deposit")
                                    .withStatementDescriptor("TEA SHOP")
                                    .withStatementDescriptorSuffix("LEEDS")
                                    .withReceiptEmail("ada@shop.example")
                                    .withMetadata(Map.of("table", "4"))
                                    .withGatewayMerchantId("main"));
                }),
                on("GET /payment-intents", w -> {
                    intent(w, "success", CaptureMethod.AUTOMATIC);
                    return w.client().paymentIntents().list(PaymentIntentQuery.any());
                }),
                on("GET /payment-intents", "with every filter", w -> {
                    PaymentIntent intent = intent(w, "success", CaptureMethod.AUTOMATIC);
                    return w.client()
                            .paymentIntents()
                            .list(PaymentIntentQuery.any()
                                    .withCustomer(intent.customer())
                                    .withStatus(PaymentIntentStatus.REQUIRES_CONFIRMATION)
                                    .withCreatedGte(w.now().minusSeconds(60))
                                    .withCreatedLte(w.now().plusSeconds(60)));
                }),
                on(
                        "GET /payment-intents/{id}",
                        w -> w.client()
                                .paymentIntents()
                                .get(intent(w, "success", CaptureMethod.AUTOMATIC)
                                        .id())),
                on("GET /payment-intents/{id}", "after a decline", w -> {
                    String id = intent(w, "insufficient_funds", CaptureMethod.AUTOMATIC)
                            .id();
                    w.client().paymentIntents().confirm(id, null, null).send();
                    return w.client().paymentIntents().get(id);
                }),
                on(
                        "POST /payment-intents/{id}",
                        w -> w.client()
                                .paymentIntents()
                                .update(
                                        intent(w, "success", CaptureMethod.AUTOMATIC)
                                                .id(),
                                        PaymentIntentChanges.of()
                                                .withAmount(900L)
                                                .withDescription("Smaller deposit")
                                                .withReceiptEmail("bob@shop.example")
                                                .withMetadata(Map.of("table", "5")))),
                on(
                        "POST /payment-intents/{id}/confirm",
                        w -> w.client()
                                .paymentIntents()
                                .confirm(
                                        intent(w, "success", CaptureMethod.AUTOMATIC)
                                                .id(),
                                        null,
                                        null)),
                on(
                        "POST /payment-intents/{id}/confirm",
                        "with a challenge",
                        w -> w.client()
                                .paymentIntents()
                                .confirm(
                                        intent(w, "challenge", CaptureMethod.AUTOMATIC)
                                                .id(),
                                        null,
                                        "https://shop.example/back")),
                on("POST /payment-intents/{id}/capture", w -> {
                    String id = intent(w, "success", CaptureMethod.MANUAL).id();
                    w.client().paymentIntents().confirm(id, null, null).send().orThrow();
                    return w.client().paymentIntents().capture(id, 600L);
                }),
                on(
                        "POST /payment-intents/{id}/cancel",
                        w -> w.client()
                                .paymentIntents()
                                .cancel(
                                        intent(w, "success", CaptureMethod.AUTOMATIC)
                                                .id(),
                                        CancellationReason.REQUESTED_BY_CUSTOMER)));
    }

    /** A new intent over 10.00 GBP with a stored card of this kind, not confirmed. */
    private static PaymentIntent intent(World w, String card, CaptureMethod capture) {
        String customer = w.customer().id();
        return w.client()
                .paymentIntents()
                .create(PaymentIntentRequest.of(1000, customer)
                        .withCurrency("GBP")
                        .withPaymentMethod(w.controls().storedCard(customer, card))
                        .withCaptureMethod(capture))
                .send()
                .orThrow();
    }
}
