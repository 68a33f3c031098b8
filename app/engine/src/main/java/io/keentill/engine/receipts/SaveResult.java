package io.keentill.engine.receipts;

import java.nio.file.Path;

/** What came of making a file. */
public sealed interface SaveResult {

    /** It is there, whole. */
    record Saved(Path file) implements SaveResult {}

    /** It is not; the message says why and what to do. */
    record NotSaved(String message) implements SaveResult {}
}
