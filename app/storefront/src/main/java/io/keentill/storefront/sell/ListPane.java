package io.keentill.storefront.sell;

import io.keentill.storefront.kit.Ui;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A titled list of large rows: search results, parked sales, receipts. Rows are kept and say something else when the items
 * change: making and styling thirty of them is what each letter of a search would wait for.
 */
final class ListPane<T> extends VBox {

    private final VBox rows = new VBox();
    private final ScrollPane scroll;
    private final ObservableList<T> items;
    private final Rows<T> kind;
    private final BooleanProperty inUse = new SimpleBooleanProperty(true);
    private int chosen = -1;

    /**
     * What the rows are.
     *
     * @param id what their ids begin with; their place follows
     * @param words what one says
     * @param pressed what happens when one is pressed
     */
    record Rows<T>(String id, Function<T, RowText> words, Consumer<T> pressed) {}

    ListPane(
            String id,
            String title,
            String closeName,
            Runnable close,
            String none,
            ObservableList<T> items,
            Rows<T> kind) {
        this.items = items;
        this.kind = kind;
        getStyleClass().add("list-pane");
        setId(id);
        Button shut = Ui.iconButton(id + "-close", Feather.X, closeName, close, "flat");
        HBox head = new HBox(Ui.label(title, "headline"), Ui.spring(), shut);
        head.getStyleClass().add("pane-head");
        Label nothing = Ui.wrapping(Ui.label(none, "muted"));
        nothing.setId(id + "-none");
        Ui.shownWhen(nothing, Bindings.isEmpty(items).and(inUse));
        rows.setId(id + "-rows");
        rows.getStyleClass().add("rows");
        scroll = Ui.scroll(id + "-scroll", rows);
        Ui.shownWhen(scroll, inUse);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, nothing, scroll);
        items.addListener((ListChangeListener<T>) change -> fill());
        fill();
    }

    private void fill() {
        for (int i = rows.getChildren().size(); i < items.size(); i++) {
            rows.getChildren().add(made(i));
        }
        for (int i = 0; i < rows.getChildren().size(); i++) {
            if (i < items.size()) {
                row(i).show(kind.words().apply(items.get(i)));
            } else {
                row(i).hide();
            }
        }
        scroll.setVvalue(0);
    }

    private RowButton made(int place) {
        RowButton row = new RowButton(kind.id() + place, () -> {
            if (place < items.size()) {
                kind.pressed().accept(items.get(place));
            }
        });
        row.choose(place == chosen);
        return row;
    }

    private RowButton row(int place) {
        return (RowButton) rows.getChildren().get(place);
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
        for (int i = 0; i < rows.getChildren().size(); i++) {
            row(i).choose(i == index);
        }
    }

    /** Brings a row into sight. */
    void reveal(int index) {
        if (index >= 0 && index < items.size()) {
            double room = rows.getHeight() - scroll.getViewportBounds().getHeight();
            Node row = rows.getChildren().get(index);
            double top = row.getBoundsInParent().getMinY();
            scroll.setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
        }
    }
}
