package io.keentill.storefront.shift;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The reports of days before, each a button that shows it. */
final class EarlierPane extends VBox {

    private final EarlierModel model;

    EarlierPane(ShiftModel shift, EarlierModel model, Texts texts) {
        this.model = model;
        setId("earlier");
        VBox rows = new VBox();
        rows.setId("earlier-rows");
        rows.getStyleClass().add("form-part");
        Label none = Ui.wrapping(Ui.label(texts.get("shift.earlier.none"), "muted"));
        none.setId("earlier-none");
        none.setManaged(false);
        none.setVisible(false);
        model.rows().addListener((ListChangeListener<EarlierModel.Row>) change -> {
            rows.getChildren().clear();
            for (int i = 0; i < model.rows().size(); i++) {
                rows.getChildren().add(row(i, model.rows().get(i)));
            }
            none.setVisible(model.rows().isEmpty());
            none.setManaged(model.rows().isEmpty());
        });
        VBox card = new VBox(
                Ui.wrapping(Ui.label(texts.get("shift.earlier"), "screen-title")),
                none,
                rows,
                Ui.flow(Ui.button("earlier-back", Feather.ARROW_LEFT, texts.get("shift.back"), shift::back, "flat")));
        card.getStyleClass().addAll("card", "form");
        VBox box = new VBox(card);
        box.getStyleClass().add("office");
        var scroll = Ui.scroll("earlier-scroll", box);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    private Node row(int place, EarlierModel.Row row) {
        if (row.report() == null) {
            return Ui.wrapping(Ui.label(row.words(), "complaint"));
        }
        Button open = Ui.button("earlier-" + place, row.words() + "  ·  " + row.sum(), () -> model.open(row));
        open.setMaxWidth(Double.MAX_VALUE);
        return open;
    }
}
