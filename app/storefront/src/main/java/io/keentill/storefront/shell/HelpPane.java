package io.keentill.storefront.shell;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The keys, over whatever is on screen. */
final class HelpPane extends StackPane {

    private static final String[][] KEYS = {
        {"F1", "f1"},
        {"F2", "f2"},
        {"F3", "f3"},
        {"F4", "f4"},
        {"F6", "f6"},
        {"F7", "f7"},
        {"F8", "f8"},
        {"F9", "f9"},
        {"F10", "f10"},
        {"Alt 1 … 7", "alt"},
        {"Esc", "esc"},
        {"Enter", "enter"},
        {"3*", "star"},
        {"↑ ↓", "arrows"}
    };

    HelpPane(Texts texts) {
        setId("help-pane");
        getStyleClass().add("veil");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys");
        for (int i = 0; i < KEYS.length; i++) {
            grid.add(Ui.label(KEYS[i][0], "key"), 0, i);
            grid.add(Ui.label(texts.get("help." + KEYS[i][1])), 1, i);
        }
        HBox head = new HBox(
                Ui.label(texts.get("help.title"), "headline"),
                Ui.spring(),
                Ui.iconButton("help-close", Feather.X, texts.get("help.close"), () -> setVisible(false), "flat"));
        VBox card = new VBox(head, grid);
        card.getStyleClass().addAll("card", "help-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        setOnMouseClicked(event -> setVisible(false));
        setVisible(false);
    }
}
