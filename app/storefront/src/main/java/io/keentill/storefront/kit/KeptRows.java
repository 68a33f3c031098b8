package io.keentill.storefront.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * Rows below each other that are kept and say something else when others are to be shown: making and styling them is what
 * somebody would wait for. For a dozen or two; what can be longer is a {@link RowList}.
 */
public final class KeptRows<T, R extends Node> extends VBox {

    private final Supplier<R> maker;
    private final BiConsumer<R, T> words;
    private final List<R> rows = new ArrayList<>();

    /** Rows as {@code maker} makes them; {@code words} has one show an item. */
    public KeptRows(String id, Supplier<R> maker, BiConsumer<R, T> words) {
        this.maker = maker;
        this.words = words;
        setId(id);
    }

    /** Shows these and nothing else. */
    public void show(List<? extends T> items) {
        while (rows.size() < items.size()) {
            R row = maker.get();
            rows.add(row);
            getChildren().add(row);
        }
        for (int i = 0; i < rows.size(); i++) {
            R row = rows.get(i);
            boolean used = i < items.size();
            row.setVisible(used);
            row.setManaged(used);
            if (used) {
                words.accept(row, items.get(i));
            }
        }
    }
}
