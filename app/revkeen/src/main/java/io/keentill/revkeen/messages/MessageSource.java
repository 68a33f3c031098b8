package io.keentill.revkeen.messages;

/** Who sends a message. */
public enum MessageSource {
    SUPERINBOX,
    EXTERNAL,
    API,
    AUTOMATION
}
