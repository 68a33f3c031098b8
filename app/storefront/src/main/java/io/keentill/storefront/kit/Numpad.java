package io.keentill.storefront.kit;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.kordamp.ikonli.feather.Feather;

/** A pad of figures for fingers: three columns, the last row with a key of choice, zero and delete. */
public final class Numpad extends GridPane {

    private final String prefix;
    private final Function<String, String> names;
    private final Consumer<String> typed;

    /**
     * A pad.
     *
     * @param prefix of the ids of its keys, as in {@code pin-7}
     * @param corner what the key beside zero types; empty for no key
     * @param names accessible name of a figure
     * @param typed is told each figure
     * @param deleteName accessible name of the delete key
     * @param delete takes the last figure away
     */
    public Numpad(
            String prefix,
            String corner,
            Function<String, String> names,
            Consumer<String> typed,
            String deleteName,
            Runnable delete) {
        this.prefix = prefix;
        this.names = names;
        this.typed = typed;
        getStyleClass().add("numpad");
        for (int i = 0; i < 9; i++) {
            add(key(Integer.toString(i + 1), i + 1 + ""), i % 3, i / 3);
        }
        if (!corner.isEmpty()) {
            add(key(corner, "corner"), 0, 3);
        }
        add(key("0", "0"), 1, 3);
        Button back = Ui.iconButton(prefix + "-delete", Feather.DELETE, deleteName, delete, "numkey", "flat");
        add(grown(back), 2, 3);
        stretch();
    }

    private Button key(String figure, String id) {
        Button key = Ui.button(prefix + "-" + id, figure, () -> typed.accept(figure), "numkey");
        key.setAccessibleText(names.apply(figure));
        return grown(key);
    }

    /** Keys leave the focus where it is, so that Enter keeps its meaning. */
    private static Button grown(Button key) {
        key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        key.setFocusTraversable(false);
        return key;
    }

    private void stretch() {
        for (int i = 0; i < 3; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / 3);
            getColumnConstraints().add(column);
        }
        for (int i = 0; i < 4; i++) {
            RowConstraints row = new RowConstraints();
            row.setVgrow(Priority.ALWAYS);
            row.setPercentHeight(25);
            getRowConstraints().add(row);
        }
    }
}
