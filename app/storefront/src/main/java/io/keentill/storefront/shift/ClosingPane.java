package io.keentill.storefront.shift;

import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.Shift;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What was counted beside what should be there, and the way to close on it. */
final class ClosingPane extends VBox {

    private final Texts texts;
    private final VBox figures = new VBox();

    ClosingPane(ShiftModel model, Texts texts) {
        this.texts = texts;
        setId("closing");
        getStyleClass().add("office");
        figures.setId("closing-figures");
        figures.getStyleClass().add("form-part");
        ClosingModel closing = model.closing();
        var reason = Ui.field("closing-reason", texts.get("shift.difference.prompt"), closing.reasonProperty());
        Label why = Ui.heading(texts.get("shift.difference.prompt"));
        Ui.shownWhen(why, closing.needsReasonProperty());
        Ui.shownWhen(reason, closing.needsReasonProperty());
        var pin = Ui.secret("closing-pin", texts.get("decision.pin"), closing.pinProperty());
        Label whose = Ui.heading(texts.get("decision.pin"));
        Ui.shownWhen(whose, closing.needsPinProperty());
        Ui.shownWhen(pin, closing.needsPinProperty());
        cursorWhenAsked(reason);
        cursorWhenAsked(pin);
        Label complaint = Ui.wrapping(Ui.bound("closing-complaint", closing.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, closing.complaintProperty().map(text -> !text.isEmpty()));
        Button close =
                Ui.button("shift-close", Feather.LOCK, texts.get("shift.close"), closing::close, "accent", "large");
        close.disableProperty().bind(closing.busyProperty());
        VBox card = new VBox(
                Ui.wrapping(Ui.label(texts.get("shift.counted.title"), "screen-title")),
                figures,
                why,
                reason,
                whose,
                pin,
                complaint,
                Ui.flow(
                        close,
                        Ui.button("shift-recount", texts.get("shift.recount"), model::askCount),
                        Ui.button("closing-back", texts.get("shift.back"), model::back, "flat")));
        card.getStyleClass().addAll("card", "form");
        getChildren().add(card);
        model.shiftProperty().addListener((o, before, now) -> draw(now));
        draw(model.shiftProperty().get());
    }

    /** What is asked for is where the next key belongs. */
    private static void cursorWhenAsked(Node field) {
        field.visibleProperty().addListener((o, before, now) -> {
            if (now) {
                Platform.runLater(field::requestFocus);
            }
        });
    }

    private void draw(@Nullable Shift shift) {
        figures.getChildren().clear();
        DrawerCount count = shift == null ? null : shift.count();
        if (count == null) {
            return;
        }
        figures.getChildren()
                .addAll(
                        row("shift.counted", texts.money(count.counted().total())),
                        row("shift.expected", texts.money(count.expected())),
                        row(word(count), texts.money(count.difference())));
    }

    private static String word(DrawerCount count) {
        if (count.difference().isZero()) {
            return "shift.exact";
        }
        return count.difference().isPositive() ? "shift.over" : "shift.short";
    }

    private Node row(String key, String amount) {
        Label figure = Ui.label(amount, "row-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(Ui.wrapping(Ui.label(texts.get(key))), Ui.spring(), figure);
        row.getStyleClass().add("story-row");
        return row;
    }
}
