package io.keentill.engine.receipts;

import io.keentill.domain.text.Sentence;
import java.nio.file.Path;

/** What came of making a file. */
public sealed interface SaveResult {

    /** It is there, whole. */
    record Saved(Path file) implements SaveResult {}

    /** It is not; the message says why and what to do. */
    record NotSaved(Sentence message) implements SaveResult {}
}
