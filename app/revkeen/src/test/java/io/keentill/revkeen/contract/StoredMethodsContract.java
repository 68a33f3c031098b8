package io.keentill.revkeen.contract;

import io.keentill.revkeen.paymentmethods.AddressRequest;
import io.keentill.revkeen.paymentmethods.BillingDetailsRequest;
import io.keentill.revkeen.paymentmethods.PaymentMethodChanges;
import io.keentill.revkeen.paymentmethods.PaymentMethodQuery;
import io.keentill.revkeen.paymentmethods.PaymentMethodType;
import io.keentill.revkeen.setupintents.CancellationReason;
import io.keentill.revkeen.setupintents.SetupIntent;
import io.keentill.revkeen.setupintents.SetupIntentChanges;
import io.keentill.revkeen.setupintents.SetupIntentQuery;
import io.keentill.revkeen.setupintents.SetupIntentRequest;
import io.keentill.revkeen.setupintents.SetupIntentStatus;
import io.keentill.revkeen.setupintents.SetupUsage;
import java.util.List;
import java.util.Map;

/** Stored payment methods and setup intents (section B.9). */
final class StoredMethodsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("GET /payment-methods", w -> {
                    method(w);
                    return w.client().paymentMethods().list(PaymentMethodQuery.any());
                }),
                on("GET /payment-methods", "with every filter", w -> {
                    String customer = w.customer().id();
                    w.controls().storedCard(customer, "success");
                    return w.client()
                            .paymentMethods()
                            .list(PaymentMethodQuery.any()
                                    .withCustomerId(customer)
                                    .withType(PaymentMethodType.CARD));
                }),
                on("GET /payment-methods/{id}", w -> w.client().paymentMethods().get(method(w))),
                on(
                        "POST /payment-methods/{id}",
                        w -> w.client().paymentMethods().update(method(w), changes())),
                on(
                        "POST /payment-methods/{id}/attach",
                        w -> w.client()
                                .paymentMethods()
                                .attach(method(w), w.customer().id())),
                on(
                        "POST /payment-methods/{id}/detach",
                        w -> w.client().paymentMethods().detach(method(w))),
                on("POST /setup-intents", w -> w.client().setupIntents().create(SetupIntentRequest.usual())),
                on(
                        "POST /setup-intents",
                        "with every member",
                        w -> w.client().setupIntents().create(full(w))),
                on("GET /setup-intents", w -> {
                    intent(w);
                    return w.client().setupIntents().list(SetupIntentQuery.any());
                }),
                on("GET /setup-intents", "with every filter", w -> {
                    SetupIntent intent = intent(w);
                    return w.client()
                            .setupIntents()
                            .list(SetupIntentQuery.any()
                                    .withCustomerId(intent.customerId())
                                    .withStatus(SetupIntentStatus.REQUIRES_PAYMENT_METHOD));
                }),
                on(
                        "GET /setup-intents/{id}",
                        w -> w.client().setupIntents().get(intent(w).id())),
                on(
                        "POST /setup-intents/{id}",
                        w -> w.client()
                                .setupIntents()
                                .update(
                                        intent(w).id(),
                                        SetupIntentChanges.none()
                                                .withCustomerId(w.customer().id())
                                                .withPaymentMethodTypes(List.of(PaymentMethodType.CARD))
                                                .withDescription("for the club")
                                                .withMetadata(Map.of("desk", "2")))),
                on("POST /setup-intents/{id}/confirm", w -> {
                    SetupIntent intent = intent(w);
                    String method = w.controls().storedCard(intent.customerId(), "success");
                    return w.client().setupIntents().confirm(intent.id(), method, "https://shop.example/done");
                }),
                on(
                        "POST /setup-intents/{id}/cancel",
                        w -> w.client()
                                .setupIntents()
                                .cancel(intent(w).id(), CancellationReason.REQUESTED_BY_CUSTOMER)));
    }

    private static String method(World w) {
        return w.controls().storedCard(w.customer().id(), "success");
    }

    private static SetupIntent intent(World w) {
        return w.client().setupIntents().create(full(w)).send().orThrow();
    }

    private static SetupIntentRequest full(World w) {
        return SetupIntentRequest.usual()
                .withCustomerId(w.customer().id())
                .withPaymentMethodTypes(List.of(PaymentMethodType.CARD))
                .withUsage(SetupUsage.ON_SESSION)
                .withDescription("for later")
                .withMetadata(Map.of("desk", "1"));
    }

    private static PaymentMethodChanges changes() {
        AddressRequest address = AddressRequest.none()
                .withLine1("1 High Street")
                .withLine2("Flat 2")
                .withCity("London")
                .withState("Greater London")
                .withPostalCode("N1 1AA")
                .withCountry("GB");
        return PaymentMethodChanges.none()
                .withBillingDetails(BillingDetailsRequest.none()
                        .withName("Ada")
                        .withEmail("ada@shop.example")
                        .withPhone("+44 20 7946 0000")
                        .withAddress(address))
                .withMetadata(Map.of("nick", "blue card"));
    }
}
