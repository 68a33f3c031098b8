package io.keentill.storefront.pay;

import atlantafx.base.controls.RingProgressIndicator;
import io.keentill.storefront.kit.QrView;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The link as a QR code for the customer's telephone, what is known of it, and the two ways out. */
final class LinkPane extends VBox {

    private static final double CODE = 260;

    LinkPane(PayModel pay, LinkModel link, Texts texts) {
        setId("link");
        getStyleClass().add("card-pane");
        setAlignment(Pos.CENTER);
        QrView code = new QrView("link-code", CODE);
        code.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        code.setAccessibleText(texts.get("link.code"));
        link.urlProperty().addListener((o, before, now) -> code.show(now));
        code.show(link.urlProperty().get());
        RingProgressIndicator ring = new RingProgressIndicator(-1, false);
        ring.getStyleClass().add("stage-ring");
        ring.setAccessibleText(texts.get("link.stage.asking"));
        Ui.shownWhen(ring, link.urlProperty().map(String::isEmpty));
        StackPane picture = new StackPane(code, ring);
        picture.setMinSize(CODE, CODE);
        Label trouble = Ui.wrapping(Ui.bound("link-trouble", link.troubleProperty(), "warning"));
        Ui.shownWhen(trouble, link.troubleProperty().map(text -> !text.isEmpty()));
        Button end = Ui.button("link-end", Feather.X_CIRCLE, texts.get("link.end"), link::end, "large");
        end.disableProperty().bind(link.canEndProperty().not());
        HBox ways = new HBox(
                end,
                Ui.button("link-aside", Feather.PAUSE_CIRCLE, texts.get("card.unknown.aside"), pay::setAside, "large"));
        ways.setAlignment(Pos.CENTER);
        ways.getStyleClass().add("ways-row");
        VBox words = new VBox(
                Ui.wrapping(Ui.bound("link-amount", link.amountProperty(), "muted")),
                Ui.wrapping(Ui.bound("link-title", link.titleProperty(), "link-title")),
                Ui.wrapping(Ui.bound("link-hint", link.hintProperty(), "muted")),
                trouble);
        words.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("card-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox both = new HBox(picture, words);
        both.setAlignment(Pos.CENTER);
        both.getStyleClass().add("link-both");
        getChildren().addAll(Ui.yielding("link-words", both), ways);
    }
}
