package io.keentill.revkeen.messages;

/** State of a conversation. */
public enum ThreadStatus {
    OPEN,
    CLOSED,
    PENDING
}
