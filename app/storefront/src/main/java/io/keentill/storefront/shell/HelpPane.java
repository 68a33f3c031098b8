package io.keentill.storefront.shell;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The keys of the screen in front, over it. The cursor goes to it and back to where it was. */
final class HelpPane extends StackPane {

    private final KeyGuide guide;
    private final Texts texts;
    private final GridPane grid = new GridPane();
    private final Button close;
    private @Nullable Node before;

    HelpPane(KeyGuide guide, Texts texts) {
        this.guide = guide;
        this.texts = texts;
        setId("help-pane");
        getStyleClass().add("veil");
        setAccessibleRole(AccessibleRole.DIALOG);
        grid.getStyleClass().add("keys");
        grid.setId("help-keys");
        close = Ui.iconButton("help-close", Feather.X, texts.get("help.close"), this::hide, "flat");
        HBox head = new HBox(Ui.label(texts.get("help.title"), "headline"), Ui.spring(), close);
        VBox card = new VBox(head, grid);
        card.getStyleClass().addAll("card", "help-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        setOnMouseClicked(event -> hide());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                event.consume();
            }
        });
        setVisible(false);
    }

    /** Shows the keys of now. */
    void show() {
        before = getScene().getFocusOwner();
        fill(guide.now());
        setVisible(true);
        Platform.runLater(close::requestFocus);
    }

    /** Goes away; nothing if it was not there. */
    void hide() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        Node cursor = before;
        before = null;
        if (cursor != null) {
            cursor.requestFocus();
        }
    }

    private void fill(List<KeyGuide.Hint> hints) {
        grid.getChildren().clear();
        for (int i = 0; i < hints.size(); i++) {
            Label key = Ui.label(keyOf(hints.get(i)), "key");
            key.setMinWidth(USE_PREF_SIZE);
            Label what = Ui.wrapping(Ui.label(texts.get(hints.get(i).text())));
            what.setAlignment(Pos.CENTER_LEFT);
            grid.add(key, 0, i);
            grid.add(what, 1, i);
        }
        setAccessibleText(texts.get("help.title") + ". "
                + hints.stream().map(h -> keyOf(h) + ": " + texts.get(h.text())).collect(Collectors.joining(". ")));
    }

    /** A key that has a name of its own in each language, or what is printed on it. */
    private String keyOf(KeyGuide.Hint hint) {
        return hint.key().startsWith("help.") ? texts.get(hint.key()) : hint.key();
    }
}
