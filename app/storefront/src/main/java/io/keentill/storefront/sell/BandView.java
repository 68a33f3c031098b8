package io.keentill.storefront.sell;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.sell.BasketBand.Question;
import io.keentill.storefront.text.Texts;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Draws what the {@link BasketBand} asks. */
final class BandView extends VBox {

    private final BasketBand band;
    private final BasketActions actions;
    private final Texts texts;

    BandView(BasketBand band, BasketActions actions, Texts texts) {
        this.band = band;
        this.actions = actions;
        this.texts = texts;
        setId("band");
        getStyleClass().add("band");
        band.questionProperty().addListener((o, before, now) -> draw(now));
        draw(band.questionProperty().get());
    }

    private void draw(Question question) {
        getChildren().clear();
        switch (question) {
            case Question.None() -> {}
            case Question.CancelSale() -> drawCancel();
            case Question.ParkName() -> drawPark();
            case Question.DiscountOf of -> drawDiscount(of);
        }
        boolean asked = !getChildren().isEmpty();
        setVisible(asked);
        setManaged(asked);
    }

    private void drawCancel() {
        Button yes = Ui.button("cancel-yes", texts.get("band.cancel.yes"), actions::cancelSale, "danger");
        Button keep = Ui.button("cancel-no", texts.get("band.keep"), band::close);
        getChildren().addAll(question(texts.get("band.cancel.ask")), row(yes, keep));
        Platform.runLater(keep::requestFocus);
    }

    private void drawPark() {
        TextField name = field("park-name", texts.get("band.park.prompt"));
        name.setOnAction(event -> actions.park(name.getText()));
        Button yes = Ui.button("park-yes", texts.get("band.park.yes"), () -> actions.park(name.getText()), "accent");
        getChildren().addAll(question(texts.get("band.park.ask")), row(name, yes, close()));
        Platform.runLater(name::requestFocus);
    }

    private void drawDiscount(Question.DiscountOf of) {
        ToggleGroup kinds = new ToggleGroup();
        ToggleButton percent = kind("discount-percent", "band.discount.percent", kinds);
        ToggleButton amount = kind("discount-amount", "band.discount.amount", kinds);
        percent.setSelected(true);
        TextField value = field("discount-value", "");
        value.setAccessibleText(texts.get("band.discount.ask", of.name()));
        Runnable apply = () -> actions.discount(of.lineId(), percent.isSelected(), value.getText());
        value.setOnAction(event -> apply.run());
        Button yes = Ui.button("discount-apply", texts.get("band.discount.apply"), apply, "accent");
        FlowPane quick = new FlowPane();
        quick.getStyleClass().add("band-quick");
        for (String rate : new String[] {"5", "10", "20", "50"}) {
            quick.getChildren()
                    .add(Ui.button("discount-" + rate, rate + "%", () -> actions.discount(of.lineId(), true, rate)));
        }
        quick.getChildren()
                .add(Ui.button(
                        "discount-none",
                        texts.get("band.discount.none"),
                        () -> actions.noDiscount(of.lineId()),
                        "flat"));
        Label complaint = Ui.wrapping(Ui.bound("band-complaint", band.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, band.complaintProperty().map(text -> !text.isEmpty()));
        HBox kindsRow = new HBox(percent, amount);
        kindsRow.getStyleClass().add("segmented");
        getChildren()
                .addAll(
                        row(question(texts.get("band.discount.ask", of.name())), close()),
                        row(kindsRow, value, yes),
                        quick,
                        complaint);
        Platform.runLater(value::requestFocus);
    }

    private ToggleButton kind(String id, String key, ToggleGroup group) {
        ToggleButton button = new ToggleButton(texts.get(key));
        button.setId(id);
        button.setAccessibleText(texts.get(key));
        button.setMinHeight(44);
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(group);
        return button;
    }

    private static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setMinHeight(44);
        field.setPrefColumnCount(6);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private Button close() {
        return Ui.iconButton("band-close", Feather.X, texts.get("band.close"), band::close, "flat");
    }

    private static Label question(String text) {
        Label label = Ui.wrapping(Ui.label(text, "band-question"));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("band-row");
        return row;
    }
}
