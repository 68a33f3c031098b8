package io.keentill.revkeen.contract;

import io.keentill.revkeen.refunds.Refund;
import io.keentill.revkeen.refunds.RefundQuery;
import io.keentill.revkeen.refunds.RefundReason;
import io.keentill.revkeen.refunds.RefundRequest;
import io.keentill.revkeen.voids.VoidQuery;
import io.keentill.revkeen.voids.VoidReason;
import io.keentill.revkeen.voids.VoidRequest;
import io.keentill.revkeen.voids.VoidedPayment;
import java.util.List;

/** Refunds and voids (section B.17). */
final class ReversalsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("POST /refunds", w -> w.client().refunds().create(RefundRequest.of(payment(w)))),
                on(
                        "POST /refunds",
                        "with every member",
                        w -> w.client()
                                .refunds()
                                .create(RefundRequest.of(payment(w))
                                        .withAmountMinor(300L)
                                        .withReason(RefundReason.PRODUCT_UNACCEPTABLE)
                                        .withReasonDetails("cold"))),
                on("GET /refunds", w -> {
                    refund(w);
                    return w.client().refunds().list(RefundQuery.any());
                }),
                on("GET /refunds", "with every filter", w -> {
                    Refund refund = refund(w);
                    return w.client()
                            .refunds()
                            .list(RefundQuery.any()
                                    .withStatus(refund.status().known().orElseThrow())
                                    .withPaymentId(refund.paymentId())
                                    .withGateway(refund.gateway())
                                    .withReason(RefundReason.DUPLICATE)
                                    .withCreatedAfter(w.now().minusSeconds(60))
                                    .withCreatedBefore(w.now().plusSeconds(60)));
                }),
                on("GET /refunds/{id}", w -> w.client().refunds().get(refund(w).id())),
                on(
                        "GET /refunds/{id}",
                        "by its public id",
                        w -> w.client().refunds().get(refund(w).publicId())),
                on("POST /voids", w -> w.client().voids().create(VoidRequest.of(payment(w)))),
                on(
                        "POST /voids",
                        "with every member",
                        w -> w.client()
                                .voids()
                                .create(VoidRequest.of(payment(w))
                                        .withReason("wrong table")
                                        .withReasonCode(VoidReason.ERROR))),
                on("GET /voids", w -> {
                    undone(w);
                    return w.client().voids().list(VoidQuery.any());
                }),
                on("GET /voids", "with every filter", w -> {
                    VoidedPayment undone = undone(w);
                    return w.client()
                            .voids()
                            .list(VoidQuery.any()
                                    .withStatus(undone.status().known().orElseThrow())
                                    .withPaymentId(undone.paymentId())
                                    .withGateway(undone.gateway())
                                    .withCreatedAfter(w.now().minusSeconds(60))
                                    .withCreatedBefore(w.now().plusSeconds(60)));
                }),
                on("GET /voids/{id}", w -> w.client().voids().get(undone(w).id())),
                on(
                        "GET /voids/{id}",
                        "by its public id",
                        w -> w.client().voids().get(undone(w).publicId())));
    }

    private static String payment(World w) {
        return PaymentsContract.byCard(w).id();
    }

    private static Refund refund(World w) {
        return w.client()
                .refunds()
                .create(RefundRequest.of(payment(w)).withReason(RefundReason.DUPLICATE))
                .send()
                .orThrow();
    }

    private static VoidedPayment undone(World w) {
        return w.client().voids().create(VoidRequest.of(payment(w))).send().orThrow();
    }
}
