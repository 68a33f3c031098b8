package io.keentill.storefront.shift;

import atlantafx.base.controls.RingProgressIndicator;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.shift.TerminalDayModel.Side;
import io.keentill.storefront.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The end of the terminal's day: who counted what, and what does not agree. */
final class TerminalDayPane extends VBox {

    TerminalDayPane(ShiftModel shift, TerminalDayModel model, Texts texts) {
        setId("terminal-day");
        Button end = Ui.button(
                "terminal-day-end", Feather.CHECK_SQUARE, texts.get("terminalDay.end"), model::end, "accent", "large");
        end.disableProperty().bind(model.busyProperty());
        RingProgressIndicator ring = new RingProgressIndicator(-1, false);
        ring.getStyleClass().add("small-ring");
        ring.setAccessibleText(texts.get("terminalDay.busy"));
        HBox busy = new HBox(ring, Ui.wrapping(Ui.label(texts.get("terminalDay.busy"), "muted")));
        busy.getStyleClass().add("unknown-head");
        Ui.shownWhen(busy, model.busyProperty());
        Label complaint = Ui.wrapping(Ui.bound("terminal-day-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        Label verdict = Ui.wrapping(Ui.bound("terminal-day-verdict", model.verdictProperty(), "why-not"));
        Ui.shownWhen(verdict, model.verdictProperty().map(text -> !text.isEmpty()));
        VBox sides = part("terminal-day-sides");
        model.sides().addListener((ListChangeListener<Side>) change -> sides.getChildren()
                .setAll(model.sides().stream().map(TerminalDayPane::row).toList()));
        VBox differences = part("terminal-day-differences");
        model.differences().addListener((ListChangeListener<String>) change -> differences
                .getChildren()
                .setAll(model.differences().stream()
                        .map(text -> Ui.wrapping(Ui.label(text, "task-text")))
                        .toList()));
        VBox card = new VBox(
                Ui.wrapping(Ui.label(texts.get("terminalDay.title"), "screen-title")),
                Ui.wrapping(Ui.label(texts.get("terminalDay.hint"), "muted")),
                busy,
                complaint,
                verdict,
                sides,
                differences,
                Ui.flow(
                        end,
                        Ui.button(
                                "terminal-day-back",
                                Feather.ARROW_LEFT,
                                texts.get("shift.back"),
                                shift::back,
                                "flat")));
        card.getStyleClass().addAll("card", "form");
        VBox box = new VBox(card);
        box.getStyleClass().add("office");
        var scroll = Ui.scroll("terminal-day-scroll", box);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    private static VBox part(String id) {
        VBox part = new VBox();
        part.setId(id);
        part.getStyleClass().add("form-part");
        return part;
    }

    private static Node row(Side side) {
        Label sum = Ui.label(side.sum(), "row-figure");
        sum.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(Ui.wrapping(Ui.label(side.who() + "  ·  " + side.count())), Ui.spring(), sum);
        row.getStyleClass().add("story-row");
        return row;
    }
}
