package io.keentill.revkeen.schedules;

/** How the change into a phase is charged (section B.24). */
public enum PhaseProration {
    CREATE_PRORATIONS,
    NONE,
    ALWAYS_INVOICE
}
