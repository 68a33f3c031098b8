package io.keentill.storefront.sell;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.sell.BasketBand.Question;
import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A place in the basket: shows one line after the other with what can be done to it, or is hidden. It is kept, since making
 * and styling controls is what a scan would wait for; and its ids tell the place, not the line, because JavaFX keeps the
 * style of every id it ever saw. Its height is kept until something in it changes: a basket asks every line for it with
 * each scan, and wrapped text is slow to measure.
 */
final class LineView extends VBox {

    private final Texts texts;
    private final Label name = Ui.wrapping(Ui.label("", "line-name"));
    private final Label total = Ui.label("", "line-total");
    private final Label price = Ui.label("", "muted", "small");
    private final Label quantity = Ui.label("", "line-quantity");
    private final List<Button> keys;
    private @Nullable Label note;
    private @Nullable LineRow row;
    private double width = -1;
    private double pref;
    private double min;

    /** The place {@code place} of the basket, from 0. */
    LineView(int place, BasketActions actions, BasketBand band, Texts texts, ReadOnlyBooleanProperty editable) {
        this.texts = texts;
        setId("line-" + place);
        getStyleClass().add("line");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        total.setMinWidth(USE_PREF_SIZE);
        HBox top = new HBox(name, total);
        top.getStyleClass().add("line-top");
        price.setId("price-" + getId());
        price.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(price, Priority.ALWAYS);
        quantity.setId("quantity-" + getId());
        Button fewer = key("less", Feather.MINUS, line -> actions.less(line.lineId()));
        Button more = key("more", Feather.PLUS, line -> actions.more(line.lineId()));
        Button off = key("discount", Feather.EDIT_2, line -> band.ask(new Question.Adjust(line.lineId(), line.name())));
        Button remove = key("remove", Feather.X, line -> actions.remove(line.lineId()));
        keys = List.of(fewer, more, off, remove);
        keys.forEach(key -> key.disableProperty().bind(editable.not()));
        HBox bottom = new HBox(price, fewer, quantity, more, off, remove);
        bottom.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, bottom);
    }

    /** Shows this line from now on, or nothing. */
    void show(@Nullable LineRow now) {
        row = now;
        setVisible(now != null);
        setManaged(now != null);
        if (now != null) {
            say(now);
        }
    }

    private void say(LineRow now) {
        name.setText(now.name());
        total.setText(now.total());
        String each = texts.get("basket.each", now.unitPrice());
        String shelf = now.shelfPrice().isEmpty() ? "" : "\n" + texts.get("basket.shelfPrice", now.shelfPrice());
        String less = now.discount().isEmpty() ? "" : "  " + now.discount();
        price.setText(each + less + shelf);
        quantity.setText(now.quantity());
        List<String> words = List.of("basket.less", "basket.more", "basket.adjustLine", "basket.remove");
        for (int i = 0; i < words.size(); i++) {
            keys.get(i).setAccessibleText(texts.get(words.get(i), now.name()));
        }
        sayNote(now.note());
    }

    /** Few lines have a note; a place gets the room for it with its first one. */
    private void sayNote(String text) {
        Label said = note;
        if (said == null) {
            if (text.isEmpty()) {
                return;
            }
            said = Ui.wrapping(Ui.label("", "line-note", "small"));
            said.setId("note-" + getId());
            said.setGraphic(Ui.icon(Feather.EDIT_3));
            getChildren().add(said);
            note = said;
        }
        said.setText(text);
        said.setVisible(!text.isEmpty());
        said.setManaged(!text.isEmpty());
    }

    /** What is shown here; null for nothing. */
    @Nullable
    LineRow row() {
        return row;
    }

    /** Which key of this line that is, from 0; -1 for none of them. */
    int keyOf(Node node) {
        return keys.indexOf(node);
    }

    /** Puts the cursor on a key of this line. */
    void focusKey(int key) {
        keys.get(key).requestFocus();
    }

    private Button key(String what, Feather icon, Consumer<LineRow> action) {
        Runnable act = () -> {
            LineRow line = row;
            if (line != null) {
                action.accept(line);
            }
        };
        return Ui.iconButton(what + "-" + getId(), icon, "", act, "flat", "line-button");
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
}
