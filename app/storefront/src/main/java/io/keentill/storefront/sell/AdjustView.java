package io.keentill.storefront.sell;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.sell.BasketBand.Question;
import io.keentill.storefront.text.Texts;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** How a line or the sale is to be changed: one row to say what, one field to say how much. */
final class AdjustView extends VBox {

    private static final String[] RATES = {"5", "10", "20", "50"};

    private final Question.Adjust of;
    private final BasketActions actions;
    private final Texts texts;
    private final TextField value;
    private final Button none;
    private final FlowPane quick = new FlowPane();
    private final ToggleGroup kinds = new ToggleGroup();

    AdjustView(Question.Adjust of, BasketBand band, BasketActions actions, Texts texts) {
        this.of = of;
        this.actions = actions;
        this.texts = texts;
        this.value = BandParts.field("discount-value", "");
        getStyleClass().add("band-body");
        FlowPane segments = new FlowPane();
        segments.getStyleClass().add("segmented");
        List<Adjustment> fitting = of.lineId() == null ? Adjustment.OF_SALE : Adjustment.OF_LINE;
        fitting.forEach(kind -> segments.getChildren().add(segment(kind)));
        kinds.selectedToggleProperty().addListener((o, before, now) -> {
            if (now == null && before != null) {
                kinds.selectToggle(before);
            } else {
                band.complain("");
                show();
            }
        });
        value.setOnAction(event -> apply());
        Button yes = Ui.button("discount-apply", texts.get("band.discount.apply"), this::apply, "accent");
        quick.getStyleClass().add("band-quick");
        none = Ui.button("discount-none", "", this::undo, "flat");
        getChildren()
                .addAll(
                        BandParts.row(
                                BandParts.question(texts.get("band.adjust.ask", of.name())),
                                BandParts.close(band, texts)),
                        segments,
                        BandParts.row(value, yes),
                        quick,
                        BandParts.complaint(band));
        kinds.selectToggle(kinds.getToggles().getFirst());
        Platform.runLater(value::requestFocus);
    }

    private ToggleButton segment(Adjustment kind) {
        String name = texts.get("adjust." + kind.key());
        ToggleButton button = new ToggleButton(name);
        button.setId("discount-" + kind.key());
        button.setAccessibleText(name);
        button.setMinHeight(44);
        button.setMinWidth(USE_PREF_SIZE);
        button.setUserData(kind);
        button.setToggleGroup(kinds);
        button.setOnAction(event -> value.requestFocus());
        return button;
    }

    private Adjustment kind() {
        return (Adjustment) kinds.getSelectedToggle().getUserData();
    }

    private void show() {
        String key = "adjust." + kind().key();
        value.setPromptText(texts.get(key + ".prompt"));
        value.setAccessibleText(texts.get(key + ".prompt"));
        value.setText(actions.standing(of.lineId(), kind()));
        value.selectAll();
        quick.getChildren().clear();
        if (kind() == Adjustment.PERCENT) {
            for (String rate : RATES) {
                quick.getChildren()
                        .add(Ui.button(
                                "discount-" + rate,
                                rate + "%",
                                () -> actions.adjust(of.lineId(), Adjustment.PERCENT, rate)));
            }
        }
        none.setText(texts.get(key + ".none"));
        none.setAccessibleText(none.getText());
        if (actions.isSet(of.lineId(), kind())) {
            quick.getChildren().add(none);
        }
        boolean any = !quick.getChildren().isEmpty();
        quick.setVisible(any);
        quick.setManaged(any);
    }

    private void apply() {
        actions.adjust(of.lineId(), kind(), value.getText());
    }

    private void undo() {
        actions.undo(of.lineId(), kind());
    }
}
