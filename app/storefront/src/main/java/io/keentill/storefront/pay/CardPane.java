package io.keentill.storefront.pay;

import atlantafx.base.controls.RingProgressIndicator;
import io.keentill.device.terminal.Progress;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The terminal's words while it has the say, and the one way out. */
final class CardPane extends VBox {

    CardPane(PayModel pay, CardModel card, Texts texts) {
        getStyleClass().add("card-pane");
        setAlignment(Pos.CENTER);
        FontIcon icon = Ui.icon(Feather.CREDIT_CARD, "stage-icon");
        card.stageProperty().addListener((o, before, now) -> icon.setIconCode(iconOf(now)));
        RingProgressIndicator ring = new RingProgressIndicator(-1, false);
        ring.getStyleClass().add("stage-ring");
        ring.setAccessibleText(texts.get("pay.card"));
        StackPane picture = new StackPane(ring, icon);
        Label stage = Ui.bound("card-stage", card.stageProperty().map(now -> nameOf(now, texts)), "stage-name");
        Label message = Ui.wrapping(Ui.bound("card-message", card.messageProperty(), "stage-message"));
        message.setTextAlignment(TextAlignment.CENTER);
        Label amount =
                Ui.bound("card-amount", pay.chargedProperty().map(sum -> texts.get("card.amount", sum)), "muted");
        Button out = Ui.button("card-cancel", card.wayOutProperty().get(), card::cancel, "large");
        out.textProperty().bind(card.wayOutProperty());
        out.accessibleTextProperty().bind(card.wayOutProperty());
        out.disableProperty().bind(card.canCancelProperty().not());
        VBox words = new VBox(amount, picture, stage, message);
        words.setAlignment(Pos.CENTER);
        words.getStyleClass().add("card-words");
        getChildren().addAll(Ui.yielding("card-words", words), out);
    }

    private static String nameOf(Progress.Stage stage, Texts texts) {
        return texts.get("card.stage." + stage.name().toLowerCase(Locale.ROOT));
    }

    private static Feather iconOf(Progress.Stage stage) {
        return switch (stage) {
            case CONNECTING -> Feather.WIFI;
            case WAITING_FOR_CARD -> Feather.CREDIT_CARD;
            case CUSTOMER_INPUT -> Feather.USER;
            case PROCESSING -> Feather.SEND;
            case REMOVE_CARD -> Feather.LOG_OUT;
            case CANCELLING -> Feather.X_CIRCLE;
            case RECOVERING -> Feather.REFRESH_CW;
            case INFORMATION -> Feather.INFO;
        };
    }
}
