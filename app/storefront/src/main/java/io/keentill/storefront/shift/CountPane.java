package io.keentill.storefront.shift;

import io.keentill.domain.shift.Denomination;
import io.keentill.storefront.kit.FillingTiles;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The counting sheet. What should be there is nowhere on it. */
final class CountPane extends VBox {

    private final ShiftModel model;
    private final Texts texts;

    CountPane(ShiftModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("count");
        getStyleClass().add("office");
        FillingTiles sheet = new FillingTiles(240, 3);
        sheet.getStyleClass().add("sheet");
        int place = 0;
        for (Denomination piece : model.count().sheet()) {
            sheet.getChildren().add(row(place++, piece));
        }
        sheet.getChildren().add(loose());
        var scroll = Ui.scroll("count-scroll", sheet);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label complaint = Ui.wrapping(Ui.bound("count-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        getChildren()
                .addAll(
                        Ui.wrapping(Ui.label(texts.get("shift.count.title"), "screen-title")),
                        Ui.wrapping(Ui.label(texts.get("shift.count.hint"), "muted")),
                        scroll,
                        complaint,
                        foot());
    }

    private Node row(int place, Denomination piece) {
        String name = texts.money(piece.value());
        Label label = Ui.label(name, "row-title");
        label.setMinWidth(USE_PREF_SIZE);
        TextField field = Ui.field(
                "count-" + place,
                texts.get("shift.count.pieces", name),
                model.count().piecesOf(piece));
        return line(label, field);
    }

    private Node loose() {
        Label label = Ui.label(texts.get("shift.count.loose"), "row-title");
        label.setMinWidth(USE_PREF_SIZE);
        return line(
                label,
                Ui.field(
                        "count-loose",
                        texts.get("shift.count.loose.prompt"),
                        model.count().looseProperty()));
    }

    private Node line(Label label, TextField field) {
        field.setPromptText("0");
        field.setPrefColumnCount(5);
        field.setMaxWidth(110);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setOnAction(event -> next(field));
        HBox row = new HBox(label, Ui.spring(), field);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("refund-line");
        return row;
    }

    /** Enter goes down the sheet, as on paper. */
    private void next(TextField from) {
        String id = from.getId();
        Node after = id.equals("count-loose")
                ? lookup("#count-commit")
                : lookup("#count-" + (Integer.parseInt(id.substring("count-".length())) + 1));
        Node target = after == null ? lookup("#count-loose") : after;
        if (target != null) {
            target.requestFocus();
        }
    }

    private Node foot() {
        Label total = Ui.bound("count-total", model.count().totalProperty(), "offer-sum");
        total.setMinWidth(USE_PREF_SIZE);
        Button commit = Ui.button(
                "count-commit", Feather.CHECK, texts.get("shift.count.commit"), model::commitCount, "accent", "large");
        commit.disableProperty().bind(model.busyProperty());
        HBox foot = new HBox(
                total, Ui.spring(), Ui.button("count-back", texts.get("shift.back"), model::back, "flat"), commit);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("pay-row");
        return foot;
    }
}
