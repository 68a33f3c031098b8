package io.keentill.revkeen.messages;

/** How a message travels. */
public enum Channel {
    EMAIL,
    SMS,
    WHATSAPP
}
