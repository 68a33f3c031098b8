package io.keentill.storefront.sell;

import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** What was scanned or picked while a product waited for its price: it keeps its turn, none is lost. */
public final class Waiting {

    private final BasketBand band;
    private final Toasts toasts;
    private final Texts texts;
    private final List<Runnable> later = new ArrayList<>();

    /** Waits for {@code band}. */
    public Waiting(BasketBand band, Toasts toasts, Texts texts) {
        this.band = band;
        this.toasts = toasts;
        this.texts = texts;
        band.questionProperty().addListener((o, before, now) -> {
            if (before.holdsProduct() && !now.holdsProduct()) {
                release();
            }
        });
    }

    /** Adds something to the basket, now or in its turn. */
    void add(Runnable what) {
        if (band.holdsProduct()) {
            later.add(what);
            toasts.info(texts.get("toast.queued", later.size()));
        } else {
            what.run();
        }
    }

    private void release() {
        List<Runnable> turns = List.copyOf(later);
        later.clear();
        turns.forEach(Runnable::run);
    }
}
