package io.keentill.revkeen.contract;

import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.portal.PortalSubscription;
import io.keentill.revkeen.portal.PortalVisit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The customer portal (section B.23). */
final class PortalContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "POST /customer-portal/sessions",
                        w -> w.client()
                                .customerPortal()
                                .openSession(w.customer().id(), null)),
                on(
                        "POST /customer-portal/sessions",
                        "with every member",
                        w -> w.client()
                                .customerPortal()
                                .openSession(w.customer().id(), 15)),
                on(
                        "GET /customer-portal/customer",
                        w -> visit(w, w.customer().id()).customer()),
                on(
                        "GET /customer-portal/invoices",
                        w -> visit(w, w.openInvoice().customerUuid()).invoices()),
                on("GET /customer-portal/invoices/{id}", w -> {
                    Invoice invoice = w.paidInvoice();
                    return visit(w, invoice.customerUuid()).invoice(invoice.id());
                }),
                on("GET /customer-portal/subscriptions", w -> subscriber(w).subscriptions()),
                on("GET /customer-portal/subscriptions/{id}", w -> {
                    PortalVisit visit = subscriber(w);
                    return visit.subscription(subscription(visit));
                }),
                on("POST /customer-portal/subscriptions/{id}/cancel", w -> {
                    PortalVisit visit = subscriber(w);
                    return visit.cancelSubscription(subscription(visit), true, "moving away");
                }));
    }

    private static PortalVisit visit(World w, String customer) {
        var session =
                w.client().customerPortal().openSession(customer, null).send().orThrow();
        return w.client()
                .customerPortal()
                .as(Objects.requireNonNull(session.token()).value());
    }

    private static String subscription(PortalVisit visit) {
        List<PortalSubscription> all =
                visit.subscriptions().firstPage().orThrow().items();
        return all.getFirst().id();
    }

    /** The portal of a new customer with a subscription. */
    private static PortalVisit subscriber(World w) {
        String customer = w.customer().id();
        String price = post(w, "/prices", """
                {"product_id":"%s","unit_amount":900,"currency":"gbp","type":"recurring","interval":"month"}""".formatted(w.product().id()));
        post(w, "/subscriptions", "{\"customerId\":\"%s\",\"planId\":\"%s\"}".formatted(customer, price));
        return visit(w, customer);
    }

    /** Its id. Written out, so that this table stands on its own group alone. */
    private static String post(World w, String path, String body) {
        FrozenRequest request =
                new FrozenRequest("POST", path, body.getBytes(StandardCharsets.UTF_8), w.fresh("portal"));
        byte[] answer = w.client().send(request).orThrow();
        var top = io.keentill.revkeen.json.Fields.parse(answer);
        var data = top.object("data");
        return (data == null ? top : data).needText("id");
    }
}
