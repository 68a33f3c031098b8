package io.keentill.revkeen.contract;

import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.payments.Payment;
import io.keentill.revkeen.payments.PaymentQuery;
import java.util.List;

/** Money movements (section B.15). */
final class PaymentsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("GET /payments", w -> {
                    w.paidInvoice();
                    return w.client().payments().list(PaymentQuery.any());
                }),
                on("GET /payments", "with every filter", w -> {
                    Payment payment = payment(w);
                    return w.client()
                            .payments()
                            .list(PaymentQuery.any()
                                    .withCustomerId(payment.customerId())
                                    .withInvoiceId(payment.invoiceId())
                                    .withStatus(payment.status().known().orElseThrow())
                                    .withCreatedGte(w.now().minusSeconds(60))
                                    .withCreatedLte(w.now().plusSeconds(60)));
                }),
                on(
                        "GET /payments/{id}",
                        w -> w.client().payments().get(payment(w).id())));
    }

    /** The payment of a new invoice. */
    static Payment payment(World w) {
        Invoice invoice = w.paidInvoice();
        return w.client()
                .payments()
                .list(PaymentQuery.any().withInvoiceId(invoice.id()))
                .firstPage()
                .orThrow()
                .items()
                .getFirst();
    }
}
