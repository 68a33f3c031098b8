package io.keentill.revkeen.invoices;

/** How the subscription that an invoice begins is paid. */
public enum CollectionMethod {
    CHARGE_AUTOMATICALLY,
    SEND_INVOICE
}
