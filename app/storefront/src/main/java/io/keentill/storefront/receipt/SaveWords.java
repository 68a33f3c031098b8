package io.keentill.storefront.receipt;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.receipts.SaveResult;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.function.Supplier;

/** Has something kept as a file and tells where it lies, or why it does not. */
public final class SaveWords {

    private SaveWords() {}

    /** Runs {@code work} away from the screen's thread. */
    public static void save(TillWorker worker, Supplier<SaveResult> work, Toasts toasts, Texts texts) {
        worker.submit(work, result -> {
            switch (result) {
                case SaveResult.Saved(var file) -> toasts.info(texts.get("toast.pdfSaved", file.toString()));
                case SaveResult.NotSaved(Sentence why) -> toasts.error(texts.said(why));
            }
        });
    }
}
