package io.keentill.store;

/** Where an outbox row stands. */
public enum OutboxState {
    /** Still to be sent, or sent without a clear answer so far. */
    WAITING,
    /** RevKeen has it. Never changes again. */
    DONE,
    /** Refused for good; a person has to look. Stops the later steps of its own sale alone. */
    TASK
}
