package io.keentill.storefront.shift;

import io.keentill.domain.receipt.Receipt;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.receipt.ReceiptLayout;
import io.keentill.storefront.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** An X or Z report as it comes out of the printer. */
final class ReportPane extends HBox {

    private final VBox paper = new VBox();

    ReportPane(ShiftModel model, Texts texts) {
        setId("report");
        getStyleClass().add("receipt");
        paper.setId("report-paper");
        paper.getStyleClass().add("paper");
        paper.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane desk = new StackPane(paper);
        desk.setAlignment(Pos.TOP_CENTER);
        desk.getStyleClass().add("desk");
        var scroll = Ui.scroll("report-scroll", desk);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        VBox ways = new VBox(
                Ui.button("report-print", Feather.PRINTER, texts.get("receipt.print"), model::printReport, "large"),
                Ui.button("report-pdf", Feather.DOWNLOAD, texts.get("receipt.pdf"), model::saveReport, "large"),
                Ui.button("report-back", Feather.ARROW_LEFT, texts.get("shift.back"), model::back, "accent", "large"));
        ways.getStyleClass().add("form-part");
        getChildren().addAll(ways, scroll);
        model.reportProperty().addListener((o, before, now) -> draw(now));
        draw(model.reportProperty().get());
    }

    private void draw(@Nullable Receipt receipt) {
        paper.getChildren().clear();
        if (receipt == null) {
            return;
        }
        for (ReceiptLayout.Line line : ReceiptLayout.lines(receipt)) {
            Label label = Ui.label(line.text(), "paper-line");
            label.setMinWidth(Region.USE_PREF_SIZE);
            if (line.bold()) {
                label.getStyleClass().add("paper-bold");
            }
            if (line.large()) {
                label.getStyleClass().add("paper-large");
            }
            paper.getChildren().add(label);
        }
    }
}
