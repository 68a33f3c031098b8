package io.keentill.storefront.refund;

import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.Refundable.LineLeft;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.List;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The goods of a sale, and how many of each go back. Rows are kept and say something else: the cursor stays on its key while
 * pieces are counted, and nobody waits for rows to be made and styled.
 */
final class GoodsPane extends VBox {

    private final RefundModel model;
    private final Texts texts;

    GoodsPane(RefundModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("refund-lines");
        getStyleClass().add("refund-lines");
        model.storyProperty().addListener((o, before, now) -> draw());
        model.goods().addListener((MapChangeListener<String, Long>) change -> draw());
        draw();
    }

    private void draw() {
        List<LineLeft> lines = model.storyProperty().get() == null ? List.of() : model.lines();
        while (getChildren().size() < lines.size()) {
            getChildren().add(new Row(getChildren().size()));
        }
        for (int i = 0; i < getChildren().size(); i++) {
            ((Row) getChildren().get(i)).show(i < lines.size() ? List.of(lines.get(i)) : List.of());
        }
    }

    /** One line of the sale, or nothing. */
    private final class Row extends HBox {

        private final Label name = Ui.wrapping(Ui.label("", "row-title"));
        private final Label of = Ui.label("", "muted", "small");
        private final Label quantity = Ui.label("0", "line-quantity");
        private final Button less;
        private final Button more;
        private String lineId = "";

        Row(int place) {
            quantity.setId("refund-quantity-" + place);
            less = Ui.iconButton("refund-less-" + place, Feather.MINUS, "", () -> model.less(lineId));
            more = Ui.iconButton("refund-more-" + place, Feather.PLUS, "", () -> model.more(lineId));
            VBox words = new VBox(name, of);
            HBox.setHgrow(words, Priority.ALWAYS);
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("refund-line");
            getChildren().addAll(words, less, quantity, more);
        }

        void show(List<LineLeft> shown) {
            setVisible(!shown.isEmpty());
            setManaged(!shown.isEmpty());
            for (LineLeft left : shown) {
                String title = left.line().name();
                lineId = left.line().id();
                long chosen = model.goods().getOrDefault(lineId, 0L);
                name.setText(title);
                of.setText(texts.get("refund.ofLeft", left.left(), left.line().quantity()));
                quantity.setText(chosen == 0 ? "0" : new Quantity(chosen).toString());
                less.setAccessibleText(texts.get("basket.less", title));
                more.setAccessibleText(texts.get("basket.more", title));
                less.setDisable(chosen == 0);
                more.setDisable(left.thousandths() == 0);
            }
        }
    }
}
