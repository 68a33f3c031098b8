package io.keentill.storefront.pay;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** A card that did not pay: what happened, that no money moved, what to do next, in that order. */
final class OutcomePane extends VBox {

    private final PayModel model;

    OutcomePane(PayModel model, Texts texts) {
        this.model = model;
        setId("card-outcome");
        getStyleClass().add("card-pane");
        setAlignment(Pos.CENTER);
        HBox ways = new HBox(
                Ui.button(
                        "card-again", Feather.REFRESH_CW, texts.get("card.again"), model::tryAgain, "large", "accent"),
                Ui.button(
                        "cash-instead",
                        Feather.DATABASE,
                        texts.get("card.cashInstead"),
                        model::cashInstead,
                        "large",
                        "strong"));
        ways.setAlignment(Pos.CENTER);
        ways.getStyleClass().add("ways-row");
        Label money = words("outcome-money", CardOutcome::money, "no-money");
        money.setGraphic(Ui.icon(Feather.SHIELD, "good"));
        VBox words = new VBox(
                Ui.icon(Feather.X_CIRCLE, "stage-icon", "bad"),
                words("outcome-title", CardOutcome::title, "stage-name"),
                words("outcome-happened", CardOutcome::happened, "stage-message"),
                money,
                words("outcome-next", CardOutcome::next, "muted"));
        words.setAlignment(Pos.CENTER);
        words.getStyleClass().add("card-words");
        getChildren()
                .addAll(
                        Ui.yielding("outcome-words", words),
                        ways,
                        Ui.button("outcome-back", Feather.ARROW_LEFT, texts.get("pay.back"), model::back, "flat"));
    }

    private Label words(String id, Function<CardOutcome, String> part, String style) {
        Label label = Ui.wrapping(Ui.bound(id, model.outcomeProperty().map(part), style));
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }
}
