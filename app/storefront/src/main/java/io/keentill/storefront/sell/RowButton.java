package io.keentill.storefront.sell;

import io.keentill.storefront.kit.RowText;
import io.keentill.storefront.kit.Ui;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A place in a list: a large row to press that shows one item after the other. */
final class RowButton extends Button {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Label title = Ui.label("", "row-title");
    private final Label below = Ui.label("", "muted", "small");
    private final Label figure = Ui.label("", "row-figure");

    RowButton(String id, Runnable action) {
        setId(id);
        getStyleClass().add("row");
        setOnAction(event -> action.run());
        VBox words = new VBox(title, below);
        words.setMinWidth(0);
        figure.setMinWidth(USE_PREF_SIZE);
        HBox content = new HBox(words, Ui.spring(), figure);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("row-content");
        content.prefWidthProperty().bind(widthProperty().subtract(24));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(content);
        setMinHeight(44);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
    }

    /** Says this from now on, in sight again if it was not. */
    void show(RowText text) {
        title.setText(text.title());
        below.setText(text.below());
        figure.setText(text.figure());
        setAccessibleText(text.spoken());
        setVisible(true);
        setManaged(true);
    }

    /** Leaves the list without leaving its place. */
    void hide() {
        setVisible(false);
        setManaged(false);
    }

    /** Marks it as the one that Enter takes. */
    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
