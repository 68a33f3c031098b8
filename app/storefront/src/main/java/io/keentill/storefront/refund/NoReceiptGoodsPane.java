package io.keentill.storefront.refund;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.refund.ReturnGoods.Row;
import io.keentill.storefront.text.Texts;
import java.math.BigDecimal;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The goods that come back, how many, and what one gives. Rows are kept and say something else, so that the cursor stays on
 * its key and in its field.
 */
final class NoReceiptGoodsPane extends VBox {

    private final ReturnGoods model;
    private final Texts texts;

    NoReceiptGoodsPane(ReturnGoods model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("return-goods");
        getStyleClass().add("refund-lines");
        model.rows().addListener((ListChangeListener<Row>) change -> draw());
        draw();
    }

    private void draw() {
        List<Row> rows = List.copyOf(model.rows());
        while (getChildren().size() < rows.size()) {
            getChildren().add(new Line(getChildren().size()));
        }
        for (int i = 0; i < getChildren().size(); i++) {
            ((Line) getChildren().get(i)).show(i < rows.size() ? List.of(rows.get(i)) : List.of());
        }
    }

    /** Goods, or nothing. */
    private final class Line extends HBox {

        private final Label name = Ui.wrapping(Ui.label("", "row-title"));
        private final Label most = Ui.wrapping(Ui.label("", "muted", "small"));
        private final Label quantity = Ui.label("0", "line-quantity");
        private final TextField price = new TextField();
        private final Button less;
        private final Button more;

        Line(int place) {
            quantity.setId("return-quantity-" + place);
            less = Ui.iconButton("return-less-" + place, Feather.MINUS, "", () -> model.less(place));
            more = Ui.iconButton("return-more-" + place, Feather.PLUS, "", () -> model.more(place));
            price.setId("return-price-" + place);
            price.setMinHeight(44);
            price.setPrefColumnCount(6);
            price.setMinWidth(USE_PREF_SIZE);
            price.textProperty().addListener((o, before, now) -> {
                if (place < model.rows().size()) {
                    model.price(place, now);
                }
            });
            VBox words = new VBox(name, most);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("refund-line");
            getChildren().addAll(words, less, quantity, more, price);
        }

        void show(List<Row> shown) {
            setVisible(!shown.isEmpty());
            setManaged(!shown.isEmpty());
            for (Row row : shown) {
                name.setText(row.name());
                most.setText(texts.get("return.atMost", texts.money(row.most())));
                quantity.setText(texts.number(BigDecimal.valueOf(row.quantity().thousandths(), 3)));
                less.setAccessibleText(texts.get("basket.less", row.name()));
                more.setAccessibleText(texts.get("basket.more", row.name()));
                price.setAccessibleText(texts.get("return.price", row.name()));
                if (!price.getText().equals(row.price())) {
                    price.setText(row.price());
                }
            }
        }
    }
}
