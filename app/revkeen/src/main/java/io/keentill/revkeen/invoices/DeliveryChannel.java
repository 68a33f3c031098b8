package io.keentill.revkeen.invoices;

/** How an invoice is sent. */
public enum DeliveryChannel {
    EMAIL,
    SMS,
    WHATSAPP
}
