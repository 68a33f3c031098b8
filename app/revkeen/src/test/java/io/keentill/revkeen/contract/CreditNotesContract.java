package io.keentill.revkeen.contract;

import io.keentill.revkeen.creditnotes.CreditMethod;
import io.keentill.revkeen.creditnotes.CreditNote;
import io.keentill.revkeen.creditnotes.CreditNoteQuery;
import io.keentill.revkeen.creditnotes.CreditNoteRequest;
import io.keentill.revkeen.creditnotes.CreditPreviewRequest;
import io.keentill.revkeen.creditnotes.CreditReason;
import io.keentill.revkeen.customers.Customer;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.orders.OrderPayment;
import io.keentill.revkeen.payments.PaymentQuery;
import java.util.List;
import java.util.Map;

/** Credit notes (section B.11). */
final class CreditNotesContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("POST /credit_notes", w -> w.client().creditNotes().create(external(w))),
                on(
                        "POST /credit_notes",
                        "with every member",
                        w -> w.client().creditNotes().create(full(w))),
                on(
                        "POST /credit_notes",
                        "that finds its own way back",
                        w -> w.client()
                                .creditNotes()
                                .create(CreditNoteRequest.of(paidByCard(w), 100).withAutoRoute(true))),
                on("GET /credit_notes", w -> {
                    note(w);
                    return w.client().creditNotes().list(CreditNoteQuery.any());
                }),
                on("GET /credit_notes", "with every filter", w -> {
                    CreditNote note = note(w);
                    return w.client()
                            .creditNotes()
                            .list(CreditNoteQuery.any()
                                    .withStatus(note.status().known().orElseThrow())
                                    .withInvoiceId(note.invoiceId())
                                    .withCustomerId(note.customerId())
                                    .withCreditMethod(CreditMethod.EXTERNAL)
                                    .withCreatedAfter(w.now().minusSeconds(60))
                                    .withCreatedBefore(w.now().plusSeconds(60)));
                }),
                on("GET /credit_notes/{id}", w -> w.client().creditNotes().get(note(w).id())),
                on("POST /credit_notes/{id}/void", w -> w.client().creditNotes().voidIt(note(w).id())),
                on(
                        "POST /credit_notes/preview",
                        w -> w.client()
                                .creditNotes()
                                .preview(CreditPreviewRequest.of(w.paidInvoice().id(), 100)
                                        .withTaxAmountMinor(20L)
                                        .withCreditMethod(CreditMethod.EXTERNAL)
                                        .withReasonCode(CreditReason.SERVICE_ISSUE))),
                on("GET /credit_notes/{id}/lines", w -> w.client().creditNotes().lines(note(w).id())),
                on(
                        "GET /credit_notes/invoice/{id}/eligibility",
                        w -> w.client()
                                .creditNotes()
                                .optionsForInvoice(w.paidInvoice().id())),
                on(
                        "GET /credit_notes/transaction/{id}/reversal-eligibility",
                        w -> w.client().creditNotes().optionsForTransaction(paymentOf(w, w.paidInvoice()), true)));
    }

    /** The invoice of an order that a card paid. */
    private static String paidByCard(World w) {
        Customer customer = w.customer();
        w.controls().storedCard(customer.id(), "success");
        return w.client()
                .orders()
                .pay(w.order(customer).id(), OrderPayment.usual())
                .send()
                .orThrow()
                .invoiceId();
    }

    /** A sale's transaction has the id of its payment. */
    private static String paymentOf(World w, Invoice invoice) {
        return w.client()
                .payments()
                .list(PaymentQuery.any().withInvoiceId(invoice.id()))
                .firstPage()
                .orThrow()
                .items()
                .getFirst()
                .id();
    }

    private static CreditNoteRequest external(World w) {
        return CreditNoteRequest.of(w.paidInvoice().id(), 100).withCreditMethod(CreditMethod.EXTERNAL);
    }

    private static CreditNote note(World w) {
        return w.client().creditNotes().create(external(w)).send().orThrow();
    }

    private static CreditNoteRequest full(World w) {
        return external(w)
                .withTaxAmountMinor(20L)
                .withReason("late delivery")
                .withReasonCode(CreditReason.SERVICE_ISSUE)
                .withCancelSubscription(false)
                .withIsProrated(true)
                .withProrationDaysTotal(30L)
                .withProrationDaysUnused(10L)
                .withIdempotencyKey(w.fresh("credit"))
                .withMetadata(Map.of("desk", "1"))
                .withAutoRoute(false);
    }
}
