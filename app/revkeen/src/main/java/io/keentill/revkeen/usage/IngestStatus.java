package io.keentill.revkeen.usage;

/** What became of an event, or would (section B.25). */
public enum IngestStatus {
    INGESTED,
    DUPLICATE,
    SKIPPED,
    FAILED,
    WOULD_INGEST,
    WOULD_SKIP,
    WOULD_FAIL
}
