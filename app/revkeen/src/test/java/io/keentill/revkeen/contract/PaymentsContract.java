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
                        w -> w.client().payments().get(payment(w).id())),
                on("POST /payments/{id}/capture", w -> w.client().payments().capture(held(w).id(), 400L)),
                on("POST /payments/{id}/cancel", w -> w.client().payments().cancel(held(w).id(), "changed mind")));
    }

    /** A new payment by card over 10.00 GBP that is captured. */
    static Payment byCard(World w) {
        return latest(w, ChargesContract.charge(w, true).customerId());
    }

    /** A new payment by card over 10.00 GBP that is authorised only. */
    static Payment held(World w) {
        return latest(w, ChargesContract.charge(w, false).customerId());
    }

    private static Payment latest(World w, String customerId) {
        return w.client()
                .payments()
                .list(PaymentQuery.any().withCustomerId(customerId))
                .firstPage()
                .orThrow()
                .items()
                .getFirst();
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
