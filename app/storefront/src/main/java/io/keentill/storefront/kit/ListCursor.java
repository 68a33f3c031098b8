package io.keentill.storefront.kit;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;

/** Where the cursor is in a list: always on a row, so that it can be seen and Enter has a meaning. */
final class ListCursor {

    private ListCursor() {}

    /** Keeps it on a row of {@code list} while that has the keys; an empty list is passed by. */
    static void keep(ListView<?> list) {
        list.focusTraversableProperty().bind(Bindings.isNotEmpty(list.getItems()));
        list.focusedProperty().addListener((o, before, now) -> show(list));
        list.getItems().addListener((ListChangeListener<Object>) change -> show(list));
    }

    private static void show(ListView<?> list) {
        if (list.isFocused()
                && list.getSelectionModel().isEmpty()
                && !list.getItems().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }
}
