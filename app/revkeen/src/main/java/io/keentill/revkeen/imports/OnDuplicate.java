package io.keentill.revkeen.imports;

/** What becomes of a row that is there already. */
public enum OnDuplicate {
    SKIP,
    UPDATE,
    ERROR
}
