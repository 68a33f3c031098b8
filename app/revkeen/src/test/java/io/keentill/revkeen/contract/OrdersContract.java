package io.keentill.revkeen.contract;

import io.keentill.revkeen.customers.Customer;
import io.keentill.revkeen.orders.BillingType;
import io.keentill.revkeen.orders.Order;
import io.keentill.revkeen.orders.OrderChanges;
import io.keentill.revkeen.orders.OrderFulfillment;
import io.keentill.revkeen.orders.OrderLineRequest;
import io.keentill.revkeen.orders.OrderPayment;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.revkeen.orders.OrderRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Orders (section B.1). */
final class OrdersContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "POST /orders",
                        w -> w.client()
                                .orders()
                                .create(OrderRequest.of("GBP", List.of(OrderLineRequest.of("Tea", 1, 150))))),
                on("POST /orders", "with every member", w -> w.client().orders().create(full(w))),
                on("GET /orders", w -> {
                    w.order();
                    return w.client().orders().list(OrderQuery.any());
                }),
                on("GET /orders", "with every filter", w -> {
                    var order = w.client().orders().create(full(w)).send().orThrow();
                    return w.client()
                            .orders()
                            .list(OrderQuery.any()
                                    .withCustomerId(order.customerId())
                                    .withStatus(order.status().known().orElseThrow())
                                    .withBillingType(BillingType.ONE_TIME)
                                    .withCreatedGte(w.now().minusSeconds(60))
                                    .withCreatedLte(w.now().plusSeconds(60)));
                }),
                on("GET /orders/{id}", w -> w.client().orders().get(w.order().id())),
                on(
                        "POST /orders/{id}/cancel",
                        w -> w.client().orders().cancel(w.order().id(), "changed their mind")),
                on(
                        "PATCH /orders/{id}",
                        w -> w.client()
                                .orders()
                                .update(
                                        w.order().id(),
                                        OrderChanges.none()
                                                .withCustomerId(w.customer().id())
                                                .withMetadata(Map.of("till", "2"))
                                                .withNotes("gift"))),
                on(
                        "POST /orders/{id}/pay",
                        "with a token",
                        w -> w.client()
                                .orders()
                                .pay(
                                        w.order(w.customer()).id(),
                                        OrderPayment.usual()
                                                .withPaymentToken("tok_success_"
                                                        + w.fresh("t").replace("-", ""))
                                                .withAmount(100L))),
                on("POST /orders/{id}/pay", "with a stored method", w -> {
                    Customer customer = w.customer();
                    String method = w.controls().storedCard(customer.id(), "success");
                    return w.client()
                            .orders()
                            .pay(w.order(customer).id(), OrderPayment.usual().withPaymentMethodId(method));
                }),
                on(
                        "POST /orders/{id}/fulfill",
                        w -> w.client()
                                .orders()
                                .fulfill(
                                        paid(w).id(),
                                        OrderFulfillment.whole()
                                                .withTrackingNumber("RM123")
                                                .withCarrier("Royal Mail")
                                                .withNotifyCustomer(false))),
                on("POST /orders/{id}/fulfill", "some lines", w -> {
                    Order order = paid(w);
                    String line = order.lineItems().getFirst().id();
                    return w.client()
                            .orders()
                            .fulfill(order.id(), OrderFulfillment.whole().withLineItemIds(List.of(line)));
                }));
    }

    private static Order paid(World w) {
        Customer customer = w.customer();
        w.controls().storedCard(customer.id(), "success");
        return w.client()
                .orders()
                .pay(w.order(customer).id(), OrderPayment.usual())
                .send()
                .orThrow();
    }

    private static OrderRequest full(World w) {
        var invoice = w.openInvoice();
        var line = OrderLineRequest.of("Mug", 2, 180)
                .withProductId(w.product().id())
                .withMetadata(Map.of("shelf", "B4"));
        return OrderRequest.of("GBP", List.of(line))
                .withCustomerId(invoice.customerUuid())
                .withBillingType(BillingType.ONE_TIME)
                .withMetadata(Map.of("sale", "S-1"))
                .withNotes("gift wrap")
                .withExpiresAt(w.now().plus(Duration.ofHours(1)))
                .withInvoiceId(invoice.id());
    }
}
