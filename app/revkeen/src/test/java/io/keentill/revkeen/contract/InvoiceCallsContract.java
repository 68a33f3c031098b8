package io.keentill.revkeen.contract;

import io.keentill.revkeen.creditnotes.CreditMethod;
import io.keentill.revkeen.creditnotes.CreditReason;
import io.keentill.revkeen.creditnotes.InvoiceCredit;
import io.keentill.revkeen.invoices.CollectionMethod;
import io.keentill.revkeen.invoices.DeliveryChannel;
import io.keentill.revkeen.invoices.DurationType;
import io.keentill.revkeen.invoices.FirstPaymentBehavior;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.invoices.InvoiceBatch;
import io.keentill.revkeen.invoices.InvoiceBatchItem;
import io.keentill.revkeen.invoices.InvoiceChanges;
import io.keentill.revkeen.invoices.InvoiceLineRequest;
import io.keentill.revkeen.invoices.InvoiceRequest;
import io.keentill.revkeen.invoices.InvoiceStatus;
import io.keentill.revkeen.invoices.MarginEstimateRequest;
import io.keentill.revkeen.invoices.PaymentRail;
import io.keentill.revkeen.invoices.StartMode;
import io.keentill.revkeen.invoices.SubscriptionTermsRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What else can be done with invoices (section B.10). */
final class InvoiceCallsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "POST /invoices",
                        w -> w.client()
                                .invoices()
                                .create(InvoiceRequest.of(w.customer().id(), 360, "GBP"))),
                on(
                        "POST /invoices",
                        "with every member",
                        w -> w.client().invoices().create(full(w))),
                on(
                        "PATCH /invoices/{id}",
                        w -> w.client()
                                .invoices()
                                .update(
                                        plain(w).id(),
                                        InvoiceChanges.none()
                                                .withTotalMinor(400L)
                                                .withDueDate(w.now().plus(Duration.ofDays(7)))
                                                .withAllowedMethods(List.of(PaymentRail.IN_STORE))
                                                .withSubscriptionTerms(terms()))),
                on("DELETE /invoices/{id}", w -> w.client().invoices().delete(plain(w).id())),
                on(
                        "POST /invoices/{id}/send",
                        w -> w.client().invoices().deliver(approved(w).id(), DeliveryChannel.EMAIL, null)),
                on(
                        "POST /invoices/{id}/reject",
                        w -> w.client().invoices().reject(pending(w).id(), "wrong amount")),
                on("GET /invoices/{id}/comments", w -> {
                    Invoice invoice = w.draft();
                    w.client()
                            .invoices()
                            .comment(invoice.id(), "ask Bea", true)
                            .send()
                            .orThrow();
                    return w.client().invoices().comments(invoice.id(), true);
                }),
                on(
                        "POST /invoices/{id}/comments",
                        w -> w.client().invoices().comment(w.draft().id(), "thank you", false)),
                on(
                        "PUT /invoices/external/batch",
                        w -> w.client().invoices().upsertBatch(InvoiceBatch.of("contract", List.of(item(w))))),
                on(
                        "GET /invoices/{id}/credit-eligibility",
                        w -> w.client()
                                .invoices()
                                .creditEligibility(w.paidInvoice().id())),
                on("GET /invoices/{id}/credit-notes", w -> {
                    Invoice invoice = w.paidInvoice();
                    w.client().invoices().credit(invoice.id(), credit(w)).send().orThrow();
                    return w.client().invoices().creditNotes(invoice.id());
                }),
                on(
                        "POST /invoices/{id}/credit-note",
                        w -> w.client().invoices().credit(w.paidInvoice().id(), credit(w))),
                on(
                        "POST /invoices/{id}/margin-estimate",
                        w -> w.client()
                                .invoices()
                                .estimateMargin(w.openInvoice().id(), MarginEstimateRequest.whole())),
                on(
                        "POST /invoices/{id}/margin-estimate",
                        "with every member",
                        w -> w.client()
                                .invoices()
                                .estimateMargin(
                                        w.openInvoice().id(),
                                        MarginEstimateRequest.whole()
                                                .withAmountMinor(200L)
                                                .withRails(List.of(PaymentRail.CARD, PaymentRail.IN_STORE))
                                                .withCardScheme("visa")
                                                .withCardSchemes(List.of("visa", "amex")))));
    }

    private static InvoiceRequest request(World w) {
        return InvoiceRequest.of(w.customer().id(), 360, "GBP");
    }

    private static Invoice plain(World w) {
        return w.client().invoices().create(request(w)).send().orThrow();
    }

    private static Invoice approved(World w) {
        return w.client().invoices().finalizeDraft(plain(w).id(), true).send().orThrow();
    }

    private static Invoice pending(World w) {
        return w.client()
                .invoices()
                .update(plain(w).id(), InvoiceChanges.none().withStatus(InvoiceStatus.PENDING_APPROVAL))
                .send()
                .orThrow();
    }

    private static InvoiceRequest full(World w) {
        return request(w)
                .withInvoiceNumber(w.fresh("INV"))
                .withDueDate(w.now().plus(Duration.ofDays(14)))
                .withStatus(InvoiceStatus.DRAFT)
                .withCustomFields(Map.of("po", "77"))
                .withSubscriptionTerms(terms())
                .withAllowedMethods(List.of(PaymentRail.CARD, PaymentRail.IN_STORE));
    }

    private static SubscriptionTermsRequest terms() {
        return SubscriptionTermsRequest.of(
                        CollectionMethod.SEND_INVOICE,
                        StartMode.SPECIFIC_DATE,
                        DurationType.FIXED_CYCLES,
                        FirstPaymentBehavior.CHARGE_FIRST_CYCLE_NOW)
                .withStartDate(LocalDate.of(2026, 6, 1))
                .withDurationCount(12L);
    }

    private static InvoiceCredit credit(World w) {
        return InvoiceCredit.of(100, "chipped")
                .withTaxAmountMinor(20L)
                .withCreditMethod(CreditMethod.EXTERNAL)
                .withReasonCode(CreditReason.GOODWILL)
                .withIdempotencyKey(w.fresh("credit"))
                .withMetadata(Map.of("desk", "1"));
    }

    private static InvoiceBatchItem item(World w) {
        return InvoiceBatchItem.of(w.fresh("sale"), 350)
                .withCustomerUuid(w.customer().id())
                .withInvoiceNumber(w.fresh("INV"))
                .withSubtotalMinor(360L)
                .withTaxMinor(20L)
                .withDiscountMinor(30L)
                .withCurrency("GBP")
                .withInvoiceDate(w.now())
                .withDueDate(w.now().plus(Duration.ofDays(14)))
                .withStatus(InvoiceStatus.DRAFT)
                .withLineItems(List.of(InvoiceLineRequest.of("Mug", 180).withQuantity(2L)))
                .withNotes("by post")
                .withMetadata(Map.of("desk", "1"))
                .withExternalUpdatedAt(w.now())
                .withExternalType("sale");
    }
}
