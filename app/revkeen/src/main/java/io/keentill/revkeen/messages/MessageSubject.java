package io.keentill.revkeen.messages;

/** What a message is about. */
public enum MessageSubject {
    INVOICE,
    PAYMENT_LINK,
    PAYMENT,
    SUBSCRIPTION
}
