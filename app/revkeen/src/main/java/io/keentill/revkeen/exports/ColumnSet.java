package io.keentill.revkeen.exports;

/** How many columns. */
public enum ColumnSet {
    STANDARD,
    FULL,
    MINIMAL
}
