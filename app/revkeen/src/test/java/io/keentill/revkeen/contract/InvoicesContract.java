package io.keentill.revkeen.contract;

import io.keentill.revkeen.invoices.InvoiceLineRequest;
import io.keentill.revkeen.invoices.InvoicePayment;
import io.keentill.revkeen.invoices.InvoiceQuery;
import io.keentill.revkeen.invoices.InvoiceStatus;
import io.keentill.revkeen.invoices.InvoiceUpsert;
import io.keentill.revkeen.invoices.OfflineMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Invoices (sections B.10, C.3). */
final class InvoicesContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("GET /invoices", w -> {
                    w.draft();
                    return w.client().invoices().list(InvoiceQuery.any());
                }),
                on(
                        "GET /invoices",
                        "with every filter",
                        w -> w.client()
                                .invoices()
                                .list(InvoiceQuery.any()
                                        .withCustomerId(w.draft().customerUuid())
                                        .withStatus(InvoiceStatus.DRAFT))),
                on(
                        "GET /invoices/{id}",
                        w -> w.client().invoices().get(w.draft().id())),
                on(
                        "PUT /invoices/external/{source}/{externalId}",
                        w -> w.client()
                                .invoices()
                                .upsertExternal(
                                        "contract",
                                        w.fresh("sale"),
                                        InvoiceUpsert.of(
                                                w.customer().id(),
                                                "GBP",
                                                180,
                                                List.of(InvoiceLineRequest.of("Tea", 180))))),
                on(
                        "PUT /invoices/external/{source}/{externalId}",
                        "with every member",
                        w -> w.client().invoices().upsertExternal("contract", w.fresh("sale"), full(w))),
                on(
                        "POST /invoices/{id}/finalize",
                        w -> w.client().invoices().finalizeDraft(w.draft().id(), true)),
                on(
                        "POST /invoices/{id}/pay",
                        w -> w.client().invoices().pay(w.openInvoice().id(), InvoicePayment.of(OfflineMethod.CASH))),
                on(
                        "POST /invoices/{id}/pay",
                        "with every member",
                        w -> w.client()
                                .invoices()
                                .pay(
                                        w.openInvoice().id(),
                                        InvoicePayment.of(OfflineMethod.CASH)
                                                .withAmountMinor(100L)
                                                .withReference("drawer 1")
                                                .withNotes("in coins")
                                                .withPaidAt(w.now()))),
                on(
                        "POST /invoices/{id}/void",
                        w -> w.client().invoices().voidIt(w.openInvoice().id(), "wrong customer")),
                on(
                        "POST /invoices/{id}/refund",
                        w -> w.client().invoices().refund(w.paidInvoice().id(), 100L, "chipped")));
    }

    private static InvoiceUpsert full(World w) {
        var line = InvoiceLineRequest.of("Mug", 180)
                .withQuantity(2L)
                .withProductId(w.product().id());
        return InvoiceUpsert.of(w.customer().id(), "GBP", 350, List.of(line))
                .withSubtotalMinor(360L)
                .withTaxMinor(0L)
                .withDiscountMinor(10L)
                .withInvoiceNumber(w.fresh("INV"))
                .withInvoiceDate(w.now())
                .withDueDate(w.now().plus(Duration.ofDays(14)))
                .withStatus(InvoiceStatus.DRAFT)
                .withNotes("thank you")
                .withMetadata(Map.of("sale", "S-1"))
                .withCustomFields(Map.of("till", "1"))
                .withExternalUpdatedAt(w.now())
                .withExternalType("sale");
    }
}
