package io.keentill.storefront.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** A few things of which one holds, side by side for fingers; the arrow keys and the space bar work it, too. */
public final class Choices {

    private Choices() {}

    /**
     * One button for each of {@code values}.
     *
     * @param id of the row; each button's is this, a hyphen and the value in lower case
     * @param current the one that holds
     * @param words for people
     * @param choose is told what was pressed
     */
    public static <T> FlowPane of(
            String id,
            List<T> values,
            ReadOnlyProperty<T> current,
            Function<T, String> words,
            java.util.function.Consumer<T> choose) {
        FlowPane row = new FlowPane();
        row.setId(id);
        row.getStyleClass().add("choices");
        for (T value : values) {
            ToggleButton button = new ToggleButton(words.apply(value));
            button.setId(id + "-" + String.valueOf(value).toLowerCase(java.util.Locale.ROOT));
            button.setAccessibleText(words.apply(value));
            button.getStyleClass().add("option");
            button.setMinHeight(44);
            button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            button.setSelected(value.equals(current.getValue()));
            button.setOnAction(event -> {
                choose.accept(value);
                // Pressed again it stays chosen: one of them always holds. What is not what was pressed, since it has
                // to
                // be asked for first or is refused, is not shown as if it were.
                button.setSelected(value.equals(current.getValue()));
            });
            current.addListener((o, before, now) -> button.setSelected(value.equals(now)));
            row.getChildren().add(button);
        }
        return row;
    }
}
