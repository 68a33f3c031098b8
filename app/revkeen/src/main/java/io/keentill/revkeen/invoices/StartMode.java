package io.keentill.revkeen.invoices;

/** When the subscription that an invoice begins starts. */
public enum StartMode {
    WHEN_PAID,
    ON_INVOICE_DATE,
    FIRST_OF_NEXT_MONTH,
    SPECIFIC_DATE
}
