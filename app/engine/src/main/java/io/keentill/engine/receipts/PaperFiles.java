package io.keentill.engine.receipts;

import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.text.Sentence;

/** Keeps receipts and reports as files for people. Implementations block for the disk and throw nothing. */
@FunctionalInterface
public interface PaperFiles {

    /** Where there is no place for files. */
    PaperFiles NONE = receipt ->
            new SaveResult.NotSaved(Sentence.of("receipts.this-till-keeps-no-files", "This till keeps no files."));

    /** Makes a file of a receipt. One that is there already with this name and another content is never overwritten. */
    SaveResult save(Receipt receipt);
}
