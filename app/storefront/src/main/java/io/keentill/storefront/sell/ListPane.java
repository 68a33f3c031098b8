package io.keentill.storefront.sell;

import io.keentill.storefront.kit.RowList;
import io.keentill.storefront.kit.Ui;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A titled list of large rows: search results, parked sales, receipts. */
final class ListPane<T> extends VBox {

    private final RowList<T> rows;
    private final ObservableList<T> items;
    private final BooleanProperty inUse = new SimpleBooleanProperty(true);
    private int chosen = -1;

    ListPane(
            String id,
            String title,
            String closeName,
            Runnable close,
            String none,
            ObservableList<T> items,
            RowList.Rows<T> kind) {
        this.items = items;
        getStyleClass().add("list-pane");
        setId(id);
        Button shut = Ui.iconButton(id + "-close", Feather.X, closeName, close, "flat");
        HBox head = new HBox(Ui.label(title, "headline"), Ui.spring(), shut);
        head.getStyleClass().add("pane-head");
        Label nothing = Ui.wrapping(Ui.label(none, "muted"));
        nothing.setId(id + "-none");
        Ui.shownWhen(nothing, Bindings.isEmpty(items).and(inUse));
        rows = new RowList<>(id + "-rows", title, items, kind);
        Ui.shownWhen(rows, inUse);
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(head, nothing, rows);
        items.addListener((ListChangeListener<T>) change -> {
            rows.scrollTo(0);
            rows.mark(this::isChosen);
        });
    }

    private boolean isChosen(T item) {
        return chosen >= 0 && chosen < items.size() && items.get(chosen).equals(item);
    }

    /** Whether rows are listed, or said to be missing, below what stands under the title. */
    void use(boolean now) {
        inUse.set(now);
    }

    /** Puts a node between the title and the rows. */
    void underTitle(Node node) {
        getChildren().add(1, node);
    }

    /** Marks the row at this place and no other; there may be none there yet. */
    void choose(int index) {
        chosen = index;
        rows.mark(this::isChosen);
    }

    /** Brings a row into sight. */
    void reveal(int index) {
        rows.moveTo(index);
    }
}
