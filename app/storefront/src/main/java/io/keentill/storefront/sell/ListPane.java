package io.keentill.storefront.sell;

import io.keentill.storefront.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
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

/** A titled list of large rows: search results, parked sales, receipts. */
final class ListPane<T> extends VBox {

    private final VBox rows = new VBox();
    private final ScrollPane scroll;

    ListPane(
            String id,
            String title,
            String closeName,
            Runnable close,
            String none,
            ObservableList<T> items,
            BiFunction<Integer, T, Button> row) {
        getStyleClass().add("list-pane");
        setId(id);
        Button shut = Ui.iconButton(id + "-close", Feather.X, closeName, close, "flat");
        HBox head = new HBox(Ui.label(title, "headline"), Ui.spring(), shut);
        head.getStyleClass().add("pane-head");
        Label nothing = Ui.wrapping(Ui.label(none, "muted"));
        nothing.setId(id + "-none");
        Ui.shownWhen(nothing, Bindings.isEmpty(items));
        rows.setId(id + "-rows");
        rows.getStyleClass().add("rows");
        scroll = Ui.scroll(id + "-scroll", rows);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, nothing, scroll);
        items.addListener((ListChangeListener<T>) change -> fill(items, row));
        fill(items, row);
    }

    private void fill(ObservableList<T> items, BiFunction<Integer, T, Button> row) {
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            buttons.add(row.apply(i, items.get(i)));
        }
        rows.getChildren().setAll(buttons);
        scroll.setVvalue(0);
    }

    /** Puts a node between the title and the rows. */
    void underTitle(Node node) {
        getChildren().add(1, node);
    }

    /** The nodes of the rows, in sequence. */
    List<Node> rows() {
        return rows.getChildren();
    }

    /** Brings a row into sight. */
    void reveal(int index) {
        if (index >= 0 && index < rows.getChildren().size()) {
            double room = rows.getHeight() - scroll.getViewportBounds().getHeight();
            Node row = rows.getChildren().get(index);
            double top = row.getBoundsInParent().getMinY();
            scroll.setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
        }
    }
}
