package io.keentill.storefront.login;

import io.keentill.storefront.kit.Numpad;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.pin.PinPad;
import io.keentill.storefront.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The number pad that asks who is selling. Takes digits of the keyboard too. */
public final class LoginView extends StackPane {

    private final LoginModel model;

    /** Shows {@code model} under the name of the shop. */
    public LoginView(LoginModel model, Texts texts, String shop) {
        this.model = model;
        setId("login");
        getStyleClass().add("login");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.DIALOG);
        accessibleTextProperty()
                .bind(model.messageProperty()
                        .map(text ->
                                texts.get("login.title") + ". " + (text.isEmpty() ? texts.get("login.hint") : text)));
        VBox card = new VBox(
                centred(Ui.label(shop, "shop-name")),
                centred(Ui.label(texts.get("login.title"), "headline")),
                centred(Ui.label(texts.get("login.hint"), "muted")),
                PinPad.dots("pin-dots", model.lengthProperty()),
                message(),
                pad(texts),
                enter(texts));
        card.getStyleClass().addAll("card", "login-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        PinPad.listen(this, model);
    }

    private static Label centred(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER);
        return label;
    }

    private Label message() {
        Label message = centred(Ui.wrapping(Ui.bound("login-message", model.messageProperty(), "complaint")));
        message.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        message.setMinHeight(44);
        message.setPrefWidth(320);
        return message;
    }

    private Numpad pad(Texts texts) {
        Numpad pad = PinPad.keys("pin", texts, model, model.busyProperty());
        pad.setPrefHeight(304);
        return pad;
    }

    private Button enter(Texts texts) {
        Button enter =
                Ui.button("login-enter", Feather.LOG_IN, texts.get("login.enter"), model::submit, "accent", "large");
        enter.setMaxWidth(Double.MAX_VALUE);
        enter.setFocusTraversable(false);
        enter.disableProperty().bind(model.busyProperty());
        enter.textProperty().bind(model.busyProperty().map(busy -> texts.get(busy ? "login.checking" : "login.enter")));
        return enter;
    }
}
