package io.keentill.storefront.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Words at the left, a figure at the right. */
public final class FigureRow extends HBox {

    private final Label words = Ui.wrapping(Ui.label(""));
    private final Label figure = Ui.label("", "row-figure");

    /** Without words yet. */
    public FigureRow() {
        figure.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("story-row");
        getChildren().addAll(words, Ui.spring(), figure);
    }

    /** Says this from now on. */
    public void show(String text, String amount) {
        words.setText(text);
        figure.setText(amount);
    }
}
