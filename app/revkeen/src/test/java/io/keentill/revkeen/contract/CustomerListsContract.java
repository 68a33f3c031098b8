package io.keentill.revkeen.contract;

import io.keentill.revkeen.customers.Customer;
import io.keentill.revkeen.customers.CustomerBatch;
import io.keentill.revkeen.customers.CustomerBatchItem;
import io.keentill.revkeen.customers.CustomerChanges;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.orders.OrderLineRequest;
import io.keentill.revkeen.orders.OrderRequest;
import io.keentill.revkeen.orders.OrderStatus;
import io.keentill.revkeen.payments.PaymentStatus;
import io.keentill.revkeen.products.Interval;
import io.keentill.revkeen.products.Product;
import io.keentill.revkeen.products.ProductKind;
import io.keentill.revkeen.products.ProductPricing;
import io.keentill.revkeen.products.ProductRequest;
import io.keentill.revkeen.subscriptions.SubscriptionRequest;
import io.keentill.revkeen.subscriptions.SubscriptionStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changing customers, many at once, and what belongs to one (section B.8). */
final class CustomerListsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "PATCH /customers/{id}",
                        w -> w.client()
                                .customers()
                                .update(
                                        w.customer().id(),
                                        CustomerChanges.none().withName("Bea"))),
                on(
                        "PATCH /customers/{id}",
                        "with every member",
                        w -> w.client().customers().update(w.customer().id(), changes(w))),
                on(
                        "PUT /customers/external/batch",
                        w -> w.client().customers().upsertBatch(CustomerBatch.of("contract", List.of(item(w))))),
                on("GET /customers/{id}/payment-methods", w -> {
                    Customer customer = w.customer();
                    w.controls().storedCard(customer.id(), "success");
                    return w.client().customers().paymentMethods(customer.id());
                }),
                on(
                        "GET /customers/{id}/invoices",
                        w -> w.client().customers().invoices(w.draft().customerUuid())),
                on("GET /customers/{id}/orders", w -> w.client().customers().orders(ordered(w), null)),
                on(
                        "GET /customers/{id}/orders",
                        "with a status",
                        w -> w.client().customers().orders(canceled(w), OrderStatus.CANCELED)),
                on(
                        "GET /customers/{id}/payments",
                        w -> w.client().customers().payments(w.paidInvoice().customerUuid(), null)),
                on(
                        "GET /customers/{id}/payments",
                        "with a status",
                        w -> w.client().customers().payments(refunded(w), PaymentStatus.REFUNDED)),
                on(
                        "GET /customers/{id}/subscriptions",
                        "with a status",
                        w -> w.client().customers().subscriptions(subscribed(w), SubscriptionStatus.ACTIVE)),
                on(
                        "POST /customers/{id}/portal-sessions",
                        w -> w.client().customers().openPortal(w.customer().id(), "https://shop.example/account")));
    }

    private static String ordered(World w) {
        String customer = w.customer().id();
        OrderRequest request = OrderRequest.of("GBP", List.of(OrderLineRequest.of("Tea", 1, 150)));
        w.client().orders().create(request.withCustomerId(customer)).send().orThrow();
        return customer;
    }

    private static String canceled(World w) {
        String customer = w.customer().id();
        OrderRequest request = OrderRequest.of("GBP", List.of(OrderLineRequest.of("Tea", 1, 150)));
        String order = w.client()
                .orders()
                .create(request.withCustomerId(customer))
                .send()
                .orThrow()
                .id();
        w.client().orders().cancel(order, null).send().orThrow();
        return customer;
    }

    private static String refunded(World w) {
        Invoice invoice = w.paidInvoice();
        w.client().invoices().refund(invoice.id(), null, null).send().orThrow();
        return invoice.customerUuid();
    }

    private static String subscribed(World w) {
        String customer = w.customer().id();
        w.controls().storedCard(customer, "success");
        Product club = w.client()
                .products()
                .create(ProductRequest.of(
                                w.fresh("CLUB"), "Club", ProductKind.SUBSCRIPTION, ProductPricing.RECURRING, 900)
                        .withCurrency("GBP")
                        .withInterval(Interval.MONTH))
                .send()
                .orThrow();
        w.client()
                .subscriptions()
                .create(SubscriptionRequest.of(customer).withProductId(club.id()))
                .send()
                .orThrow();
        return customer;
    }

    private static CustomerChanges changes(World w) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put("card", null);
        metadata.put("since", "2026");
        return CustomerChanges.none()
                .withEmail(w.fresh("bea") + "@shop.example")
                .withName("Bea")
                .withPhone("+44 20 7946 0002")
                .withCompanyName("Engines Ltd")
                .withAddressLine1("3 High Street")
                .withAddressLine2("Top")
                .withCity("London")
                .withState("Greater London")
                .withPostalCode("N1 1AC")
                .withCountry("GB")
                .withMetadata(metadata)
                .withCustomFields(Map.of("shoe", "41"));
    }

    private static CustomerBatchItem item(World w) {
        return CustomerBatchItem.of(w.fresh("c"), w.fresh("cy") + "@shop.example")
                .withName("Cy")
                .withPhone("+44 20 7946 0003")
                .withAddressLine1("4 High Street")
                .withAddressLine2("Back")
                .withCity("London")
                .withState("Greater London")
                .withPostalCode("N1 1AD")
                .withCountry("GB")
                .withTaxId("GB123456789")
                .withTaxIdCountry("GB")
                .withNotes("pays by card")
                .withMetadata(Map.of("card", "silver"))
                .withExternalUpdatedAt(w.now());
    }
}
