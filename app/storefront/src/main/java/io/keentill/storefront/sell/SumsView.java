package io.keentill.storefront.sell;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.sell.BasketModel.SumRow;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the basket comes to, row by row. Rows are kept and say something else with the next scan. */
final class SumsView extends VBox {

    private final ObservableList<SumRow> sums;

    SumsView(ObservableList<SumRow> sums) {
        this.sums = sums;
        getStyleClass().add("sums");
        sums.addListener((ListChangeListener<SumRow>) change -> draw());
        draw();
    }

    private void draw() {
        while (getChildren().size() < sums.size()) {
            getChildren().add(new Line());
        }
        for (int i = 0; i < getChildren().size(); i++) {
            ((Line) getChildren().get(i)).show(i < sums.size() ? List.of(sums.get(i)) : List.of());
        }
    }

    /** A row that shows a sum or is hidden. */
    private static final class Line extends HBox {

        private final Label label = Ui.label("", "muted");
        private final Label figure = Ui.label("", "sum-figure");

        private Line() {
            getChildren().addAll(label, Ui.spring(), figure);
        }

        private void show(List<SumRow> sum) {
            setVisible(!sum.isEmpty());
            setManaged(!sum.isEmpty());
            for (SumRow one : sum) {
                label.setText(one.label());
                figure.setText(one.figure());
                figure.setId("sum-" + one.key());
            }
        }
    }
}
