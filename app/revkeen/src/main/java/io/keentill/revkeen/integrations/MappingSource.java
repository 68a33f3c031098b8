package io.keentill.revkeen.integrations;

/** Where a foreign item comes from. */
public enum MappingSource {
    PACKAGE,
    INVOICE,
    UNMAPPED
}
