package io.keentill.storefront.shift;

import io.keentill.storefront.kit.RowList;
import io.keentill.storefront.kit.RowText;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The reports of days before, each a button that shows it. */
final class EarlierPane extends VBox {

    EarlierPane(ShiftModel shift, EarlierModel model, Texts texts) {
        setId("earlier");
        RowList<EarlierModel.Row> rows = new RowList<>(
                "earlier-rows",
                texts.get("shift.earlier"),
                model.rows(),
                new RowList.Rows<>("earlier-", row -> new RowText(row.words(), "", row.sum()), model::open));
        VBox.setVgrow(rows, Priority.ALWAYS);
        Label none = Ui.wrapping(Ui.label(texts.get("shift.earlier.none"), "muted"));
        none.setId("earlier-none");
        Ui.shownWhen(none, Bindings.isEmpty(model.rows()));
        getStyleClass().add("office");
        getChildren()
                .addAll(
                        Ui.wrapping(Ui.label(texts.get("shift.earlier"), "screen-title")),
                        none,
                        rows,
                        Ui.flow(Ui.button(
                                "earlier-back", Feather.ARROW_LEFT, texts.get("shift.back"), shift::back, "flat")));
    }
}
