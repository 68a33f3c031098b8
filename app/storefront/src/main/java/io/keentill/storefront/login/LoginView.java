package io.keentill.storefront.login;

import io.keentill.storefront.kit.Numpad;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
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
        VBox card = new VBox(
                centred(Ui.label(shop, "shop-name")),
                centred(Ui.label(texts.get("login.title"), "headline")),
                centred(Ui.label(texts.get("login.hint"), "muted")),
                dots(),
                message(),
                pad(texts),
                enter(texts));
        card.getStyleClass().addAll("card", "login-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static Label centred(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER);
        return label;
    }

    private HBox dots() {
        HBox dots = new HBox();
        dots.setId("pin-dots");
        dots.getStyleClass().add("pin-dots");
        for (int i = 0; i < LoginModel.LONGEST; i++) {
            Region dot = new Region();
            dot.getStyleClass().add("pin-dot");
            dots.getChildren().add(dot);
        }
        model.lengthProperty().addListener((o, before, now) -> {
            for (int i = 0; i < LoginModel.LONGEST; i++) {
                dots.getChildren().get(i).pseudoClassStateChanged(FILLED, i < now.intValue());
            }
        });
        return dots;
    }

    private static final javafx.css.PseudoClass FILLED = javafx.css.PseudoClass.getPseudoClass("filled");

    private Label message() {
        Label message = centred(Ui.wrapping(Ui.bound("login-message", model.messageProperty(), "complaint")));
        message.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        message.setMinHeight(44);
        message.setPrefWidth(320);
        return message;
    }

    private Numpad pad(Texts texts) {
        Numpad pad = new Numpad(
                "pin",
                "",
                figure -> texts.get("login.digit", figure),
                figure -> model.digit(figure.charAt(0)),
                texts.get("login.back"),
                model::back);
        pad.setPrefHeight(304);
        pad.disableProperty().bind(model.busyProperty());
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

    private void typed(KeyEvent event) {
        String typed = event.getCharacter();
        if (typed.length() == 1 && Character.isDigit(typed.charAt(0))) {
            model.digit((char) ('0' + Character.digit(typed.charAt(0), 10)));
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            model.submit();
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            model.back();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.clear();
        } else {
            return;
        }
        event.consume();
    }
}
