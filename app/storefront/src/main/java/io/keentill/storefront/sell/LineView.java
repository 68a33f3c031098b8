package io.keentill.storefront.sell;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.sell.BasketBand.Question;
import io.keentill.storefront.text.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * One line of the basket with what can be done to it. Its height is kept until something in it changes: a basket asks every
 * line for it with each scan, and wrapped text is slow to measure.
 */
final class LineView extends VBox {

    private double width = -1;
    private double pref;
    private double min;

    LineView(LineRow row, BasketActions actions, BasketBand band, Texts texts, ReadOnlyBooleanProperty editable) {
        getStyleClass().add("line");
        Label name = Ui.wrapping(Ui.label(row.name(), "line-name"));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label total = Ui.label(row.total(), "line-total");
        total.setMinWidth(USE_PREF_SIZE);
        HBox top = new HBox(name, total);
        top.getStyleClass().add("line-top");
        String each = texts.get("basket.each", row.unitPrice());
        String shelf = row.shelfPrice().isEmpty() ? "" : "\n" + texts.get("basket.shelfPrice", row.shelfPrice());
        String less = row.discount().isEmpty() ? "" : "  " + row.discount();
        Label price = Ui.label(each + less + shelf, "muted", "small");
        price.setId("price-" + row.lineId());
        price.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(price, Priority.ALWAYS);
        Button fewer = small(
                "less", Feather.MINUS, texts.get("basket.less", row.name()), row, () -> actions.less(row.lineId()));
        Button more = small(
                "more", Feather.PLUS, texts.get("basket.more", row.name()), row, () -> actions.more(row.lineId()));
        Button off = small(
                "discount",
                Feather.EDIT_2,
                texts.get("basket.adjustLine", row.name()),
                row,
                () -> band.ask(new Question.Adjust(row.lineId(), row.name())));
        Button remove = small(
                "remove", Feather.X, texts.get("basket.remove", row.name()), row, () -> actions.remove(row.lineId()));
        Label quantity = Ui.label(row.quantity(), "line-quantity");
        quantity.setId("quantity-" + row.lineId());
        HBox bottom = new HBox(price, fewer, quantity, more, off, remove);
        bottom.setAlignment(Pos.CENTER_LEFT);
        for (Button button : java.util.List.of(fewer, more, off, remove)) {
            button.disableProperty().bind(editable.not());
        }
        getChildren().addAll(top, bottom);
        if (!row.note().isEmpty()) {
            Label note = Ui.wrapping(Ui.label(row.note(), "line-note", "small"));
            note.setId("note-" + row.lineId());
            note.setGraphic(Ui.icon(Feather.EDIT_3));
            getChildren().add(note);
        }
    }

    @Override
    public void requestLayout() {
        width = -1;
        super.requestLayout();
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        measure(forWidth);
        return pref;
    }

    @Override
    protected double computeMinHeight(double forWidth) {
        measure(forWidth);
        return min;
    }

    @SuppressWarnings("FloatingPointEquality") // the very width that was asked for before
    private void measure(double forWidth) {
        if (forWidth != width || forWidth < 0) {
            pref = super.computePrefHeight(forWidth);
            min = super.computeMinHeight(forWidth);
            width = forWidth;
        }
    }

    private static Button small(String what, Feather icon, String name, LineRow row, Runnable action) {
        return Ui.iconButton(what + "-" + row.lineId(), icon, name, action, "flat", "line-button");
    }
}
