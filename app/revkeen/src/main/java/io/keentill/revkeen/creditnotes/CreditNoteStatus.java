package io.keentill.revkeen.creditnotes;

/** States of a credit note, in both spellings of the last. */
public enum CreditNoteStatus {
    DRAFT,
    PENDING,
    ISSUED,
    APPLIED,
    VOIDED,
    VOID
}
