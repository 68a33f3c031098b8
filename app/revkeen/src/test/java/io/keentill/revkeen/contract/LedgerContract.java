package io.keentill.revkeen.contract;

import io.keentill.revkeen.checkout.CheckoutRequest;
import io.keentill.revkeen.disputes.DisputeQuery;
import io.keentill.revkeen.disputes.DisputeResolution;
import io.keentill.revkeen.disputes.DisputeStatus;
import io.keentill.revkeen.paymentattempts.PaymentAttemptQuery;
import io.keentill.revkeen.payments.Payment;
import io.keentill.revkeen.payouts.Payout;
import io.keentill.revkeen.payouts.PayoutQuery;
import io.keentill.revkeen.transactions.TransactionQuery;
import io.keentill.revkeen.transactions.TransactionStatus;
import io.keentill.revkeen.transactions.TransactionType;
import java.time.Duration;
import java.util.List;

/** Transactions, payouts, disputes and attempts at payments (sections B.18 to B.21). */
final class LedgerContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("GET /transactions", w -> {
                    PaymentsContract.byCard(w);
                    return w.client().transactions().list(TransactionQuery.any());
                }),
                on("GET /transactions", "with every filter", w -> {
                    Payment payment = PaymentsContract.payment(w);
                    return w.client()
                            .transactions()
                            .list(TransactionQuery.any()
                                    .withType(TransactionType.SALE)
                                    .withStatus(TransactionStatus.SUCCEEDED)
                                    .withCustomerId(payment.customerId())
                                    .withInvoiceId(payment.invoiceId())
                                    .withCreatedGte(w.now().minusSeconds(60))
                                    .withCreatedLte(w.now().plusSeconds(60)));
                }),
                on("GET /transactions/{id}", w -> {
                    PaymentsContract.byCard(w);
                    String id = w.client()
                            .transactions()
                            .list(TransactionQuery.any())
                            .firstPage()
                            .orThrow()
                            .items()
                            .getFirst()
                            .id();
                    return w.client().transactions().get(id);
                }),
                on("GET /payment-attempts", w -> {
                    paidOnPage(w);
                    return w.client().paymentAttempts().list(PaymentAttemptQuery.any());
                }),
                on("GET /payment-attempts", "with every filter", w -> {
                    paidOnPage(w);
                    return w.client()
                            .paymentAttempts()
                            .list(PaymentAttemptQuery.any()
                                    .withGateway("sandbox")
                                    .withCategory("approved")
                                    .withStartDate(w.now().minusSeconds(60))
                                    .withEndDate(w.now().plusSeconds(60)));
                }),
                on("GET /payouts", w -> {
                    payout(w);
                    return w.client().payouts().list(PayoutQuery.any());
                }),
                on("GET /payouts", "with every filter", w -> {
                    Payout payout = payout(w);
                    return w.client()
                            .payouts()
                            .list(PayoutQuery.any()
                                    .withStatus(payout.status().known().orElseThrow())
                                    .withGateway(payout.gateway())
                                    .withCreatedAfter(w.now().minus(Duration.ofDays(2)))
                                    .withCreatedBefore(w.now().plusSeconds(60)));
                }),
                on("GET /payouts/{id}", w -> w.client().payouts().get(payout(w).id())),
                on(
                        "GET /payouts/{id}",
                        "by its public id",
                        w -> w.client().payouts().get(payout(w).publicId())),
                on(
                        "GET /payouts/{id}/payments",
                        w -> w.client().payouts().payments(payout(w).id())),
                on("GET /disputes", w -> {
                    dispute(w);
                    return w.client().disputes().list(DisputeQuery.any());
                }),
                on("GET /disputes", "with every filter but an end", w -> {
                    Payment payment = PaymentsContract.byCard(w);
                    w.controls().dispute(payment.id());
                    return w.client()
                            .disputes()
                            .list(DisputeQuery.any()
                                    .withStatus(DisputeStatus.NEEDS_RESPONSE)
                                    .withPaymentId(payment.id())
                                    .withGateway(payment.gateway())
                                    .withDisputedAfter(w.now().minusSeconds(60))
                                    .withDisputedBefore(w.now().plusSeconds(60))
                                    .withNeedsEvidence(true));
                }),
                on("GET /disputes", "by their end", w -> {
                    String ended = dispute(w);
                    w.controls().resolve(ended, "won");
                    return w.client().disputes().list(DisputeQuery.any().withResolution(DisputeResolution.WON));
                }),
                on("GET /disputes/open", w -> {
                    dispute(w);
                    return w.client().disputes().open(null);
                }),
                on("GET /disputes/open", "a few", w -> {
                    dispute(w);
                    return w.client().disputes().open(1);
                }),
                on("GET /disputes/{id}", w -> w.client().disputes().get(dispute(w))));
    }

    private static String dispute(World w) {
        return w.controls().dispute(PaymentsContract.byCard(w).id());
    }

    private static void paidOnPage(World w) {
        w.controls()
                .payOnPage(w.client()
                        .checkoutSessions()
                        .create(CheckoutRequest.ofAmount(1000, "GBP"))
                        .send()
                        .orThrow()
                        .id());
    }

    /** The payout of a new payment, made at the cut-off. */
    private static Payout payout(World w) {
        PaymentsContract.byCard(w);
        w.pass(Duration.ofDays(1));
        return w.client()
                .payouts()
                .list(PayoutQuery.any())
                .firstPage()
                .orThrow()
                .items()
                .getFirst();
    }
}
