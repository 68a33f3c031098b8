package io.keentill.revkeen.exports;

/** Kind of file. */
public enum ExportFormat {
    CSV,
    XLSX
}
