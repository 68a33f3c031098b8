package io.keentill.storefront.approve;

import io.keentill.storefront.kit.Numpad;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.pin.PinPad;
import io.keentill.storefront.text.Texts;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The number pad over whatever is on screen; what lies below stays as it is. */
public final class ApprovalPane extends StackPane {

    /** Shows {@code model} while it asks. */
    public ApprovalPane(ApprovalModel model, Texts texts) {
        setId("approval");
        getStyleClass().add("veil");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.DIALOG);
        ObservableValue<String> what = model.requestProperty()
                .map(r -> texts.get("permission." + r.what().name().toLowerCase(Locale.ROOT)))
                .orElse("");
        ObservableValue<String> about =
                model.requestProperty().map(ApprovalModel.Request::about).orElse("");
        Label message = Ui.wrapping(Ui.bound("approval-message", model.messageProperty(), "complaint"));
        message.setMinHeight(44);
        Numpad keys = PinPad.keys("approval-pin", texts, model, model.busyProperty());
        keys.setPrefHeight(272);
        VBox card = new VBox(
                Ui.wrapping(Ui.label(texts.get("approve.title"), "headline")),
                Ui.wrapping(Ui.bound("approval-what", what, "approval-what")),
                Ui.wrapping(Ui.bound("approval-about", about, "muted")),
                PinPad.dots("approval-dots", model.lengthProperty()),
                message,
                keys,
                ways(model, texts));
        card.getStyleClass().addAll("card", "approval-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        accessibleTextProperty().bind(what.map(w -> texts.get("approve.title") + " " + w));
        PinPad.listen(this, model);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // The keys stay with the question: behind it nothing can be reached.
            if (event.getCode() == KeyCode.TAB) {
                event.consume();
            }
        });
        Ui.shownWhen(this, model.requestProperty().map(r -> true).orElse(false));
    }

    private static HBox ways(ApprovalModel model, Texts texts) {
        Button no = Ui.button("approval-no", texts.get("approve.no"), model::close, "large");
        Button yes =
                Ui.button("approval-yes", Feather.CHECK, texts.get("approve.yes"), model::submit, "accent", "large");
        yes.disableProperty().bind(model.busyProperty());
        for (Button button : new Button[] {no, yes}) {
            button.setFocusTraversable(false);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        HBox row = new HBox(no, yes);
        row.getStyleClass().add("ways-row");
        return row;
    }
}
