package io.keentill.revkeen.invoices;

/** States of an invoice: both of RevKeen's vocabularies (section C.3). */
public enum InvoiceStatus {
    DRAFT,
    OPEN,
    FINALIZED,
    PAID,
    VOID,
    UNCOLLECTIBLE,
    PENDING_APPROVAL,
    APPROVED,
    SENT,
    PARTIALLY_PAID,
    OVERDUE,
    VOIDED,
    REFUNDED
}
