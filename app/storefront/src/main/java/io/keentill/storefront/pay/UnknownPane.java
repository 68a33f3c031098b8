package io.keentill.storefront.pay;

import atlantafx.base.controls.RingProgressIndicator;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A payment nobody knows the outcome of: calm words, and no way to charge again. */
final class UnknownPane extends VBox {

    private final PayModel model;

    UnknownPane(PayModel model, Texts texts) {
        this.model = model;
        setId("card-unknown");
        getStyleClass().addAll("card-pane", "unknown-pane");
        RingProgressIndicator ring = new RingProgressIndicator(-1, false);
        ring.getStyleClass().add("small-ring");
        ring.setAccessibleText(texts.get("card.stage.recovering"));
        Label title =
                Ui.wrapping(Ui.bound("unknown-title", model.outcomeProperty().map(CardOutcome::title), "stage-name"));
        HBox head = new HBox(ring, title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("unknown-head");
        VBox words = new VBox(
                head,
                part("known", Feather.INFO, texts, CardOutcome::happened),
                part("doing", Feather.REFRESH_CW, texts, CardOutcome::money),
                part("next", Feather.USER, texts, CardOutcome::next));
        words.getStyleClass().add("card-words");
        getChildren()
                .addAll(
                        Ui.yielding("unknown-words", words),
                        Ui.spring(),
                        Ui.button(
                                "set-aside",
                                Feather.PAUSE_CIRCLE,
                                texts.get("card.unknown.aside"),
                                model::setAside,
                                "large"));
    }

    private Node part(String name, Feather icon, Texts texts, Function<CardOutcome, String> words) {
        Label text =
                Ui.wrapping(Ui.bound("unknown-" + name, model.outcomeProperty().map(words), "unknown-text"));
        VBox both = new VBox(Ui.label(texts.get("card.unknown." + name + "Label"), "unknown-label"), text);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox row = new HBox(Ui.icon(icon, "accent-icon"), both);
        row.getStyleClass().add("unknown-part");
        return row;
    }
}
