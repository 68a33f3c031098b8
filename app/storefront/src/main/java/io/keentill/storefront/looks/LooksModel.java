package io.keentill.storefront.looks;

import io.keentill.engine.Till;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How the screen looks; kept with the till's data, so that it is the same after a restart. */
public final class LooksModel {

    /** Sizes of text in percent that can be chosen. */
    public static final List<Integer> SIZES = List.of(100, 115, 130, 150);

    private static final String THEME = "theme";
    private static final String TEXT = "text";

    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Integer> size = new ReadOnlyObjectWrapper<>(100);
    private final Till till;
    private final TillWorker worker;
    private final Toasts toasts;
    private final Texts texts;

    /** Looks of the screen of {@code till}. */
    public LooksModel(Till till, TillWorker worker, Toasts toasts, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.toasts = toasts;
        this.texts = texts;
    }

    private record Kept(Optional<String> theme, Optional<String> text) {}

    /** Fetches what was chosen before. */
    public void load() {
        worker.submit(
                () -> new Kept(
                        till.office().preferences().get(THEME),
                        till.office().preferences().get(TEXT)),
                kept -> {
                    theme.set(Theme.of(kept.theme().orElse("")));
                    size.set(kept.text().map(LooksModel::sizeOf).orElse(100));
                });
    }

    private static int sizeOf(String kept) {
        return SIZES.stream()
                .filter(size -> size.toString().equals(kept))
                .findFirst()
                .orElse(100);
    }

    /** Shows these colours from now on. */
    public void choose(Theme now) {
        theme.set(now);
        keep(THEME, now.key());
    }

    /** Shows text in this size, one of {@link #SIZES}, from now on. */
    public void choose(int percent) {
        size.set(sizeOf(Integer.toString(percent)));
        keep(TEXT, Integer.toString(percent));
    }

    private void keep(String name, String value) {
        worker.submit(
                () -> till.office().preferences().put(name, value),
                problem -> problem.map(texts::said).ifPresent(toasts::error));
    }

    /** The colours. */
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** Size of text in percent. */
    public ReadOnlyObjectProperty<Integer> sizeProperty() {
        return size.getReadOnlyProperty();
    }
}
