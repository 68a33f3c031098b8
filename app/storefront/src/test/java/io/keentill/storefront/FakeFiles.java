package io.keentill.storefront;

import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.receipts.PaperFiles;
import io.keentill.engine.receipts.SaveResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files in memory. */
final class FakeFiles implements PaperFiles {

    final List<Receipt> saved = new ArrayList<>();
    String refuses;

    @Override
    public SaveResult save(Receipt receipt) {
        if (refuses != null) {
            return new SaveResult.NotSaved(Sentence.quoted(refuses));
        }
        saved.add(receipt);
        return new SaveResult.Saved(Path.of("papers", receipt.title() + ".pdf"));
    }
}
