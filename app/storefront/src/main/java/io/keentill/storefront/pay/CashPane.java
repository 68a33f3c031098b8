package io.keentill.storefront.pay;

import io.keentill.domain.money.Money;
import io.keentill.storefront.kit.FillingTiles;
import io.keentill.storefront.kit.Numpad;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.text.DecimalFormatSymbols;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** Cash: likely amounts at one tap, a keypad for the others. */
final class CashPane extends VBox {

    private final PayModel model;
    private final Texts texts;
    private final TextField field = new TextField();
    private final FillingTiles quick = new FillingTiles(140, 3);

    CashPane(PayModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("cash-pane");
        quick.getStyleClass().add("quick");
        field.setId("cash-amount");
        field.setPromptText(texts.get("pay.cashPrompt"));
        field.setAccessibleText(texts.get("pay.cashPrompt"));
        field.getStyleClass().add("cash-field");
        field.textProperty().bindBidirectional(model.cashProperty());
        field.setOnAction(event -> model.takeCash());
        Label complaint = Ui.wrapping(Ui.bound("cash-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        Button take = Ui.button("take-cash", Feather.CHECK, texts.get("pay.take"), model::takeCash, "large", "strong");
        take.setMaxWidth(Double.MAX_VALUE);
        take.disableProperty().bind(model.cashProperty().isEmpty());
        Numpad pad = pad();
        pad.setMaxHeight(440);
        VBox.setVgrow(pad, Priority.ALWAYS);
        getChildren().addAll(Ui.label(texts.get("pay.cash"), "headline"), quick, field, complaint, pad, take);
        model.quick().addListener((ListChangeListener<Money>) change -> fillQuick());
        fillQuick();
    }

    TextField field() {
        return field;
    }

    private Numpad pad() {
        String point = Character.toString(
                DecimalFormatSymbols.getInstance(texts.locale()).getDecimalSeparator());
        return new Numpad(
                "cash",
                point,
                figure -> texts.get("pay.key", figure),
                figure -> model.cashProperty().set(model.cashProperty().get() + figure),
                texts.get("pay.delete"),
                this::delete);
    }

    private void delete() {
        String now = model.cashProperty().get();
        model.cashProperty().set(now.isEmpty() ? now : now.substring(0, now.length() - 1));
    }

    /** The amounts change with each scan, long before anybody pays: buttons are kept and say something else. */
    private void fillQuick() {
        while (quick.getChildren().size() < model.quick().size()) {
            quick.getChildren().add(quickButton(quick.getChildren().size()));
        }
        for (int i = 0; i < quick.getChildren().size(); i++) {
            Button button = (Button) quick.getChildren().get(i);
            boolean used = i < model.quick().size();
            button.setVisible(used);
            button.setManaged(used);
            if (used) {
                String figure = texts.money(model.quick().get(i));
                String words = i == 0 ? texts.get("pay.exact") + "\n" + figure : figure;
                button.setText(words);
                button.setAccessibleText(words);
            }
        }
    }

    private Button quickButton(int place) {
        Button button = Ui.button(
                place == 0 ? "cash-exact" : "cash-quick-" + place,
                "",
                () -> model.takeCash(model.quick().get(place)),
                "quick-amount");
        button.setMinWidth(0);
        button.setTextAlignment(TextAlignment.CENTER);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setFocusTraversable(true);
        return button;
    }
}
