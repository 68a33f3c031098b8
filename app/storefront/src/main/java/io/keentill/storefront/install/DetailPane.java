package io.keentill.storefront.install;

import io.keentill.engine.install.KnownTerminal;
import io.keentill.engine.install.TerminalHealth;
import io.keentill.storefront.kit.Cursor;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One terminal: how it does, trying it, its name, another in its place, forgetting it. */
final class DetailPane extends VBox {

    private final TerminalsModel model;
    private final Texts texts;
    private final VBox health = new VBox();
    private final Button unpair;
    private final Button keep;

    DetailPane(TerminalsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("terminal");
        unpair = button("terminal-unpair", Feather.TRASH_2, "install.unpair", model::askUnpair);
        keep = button("terminal-unpair-no", Feather.X, "install.unpair.no", model::keepIt);
        VBox content = new VBox(
                title(),
                complaint(),
                Ui.heading(texts.get("install.health")),
                healthBox(),
                actions(),
                new TrialPane(model, texts),
                Ui.heading(texts.get("install.name")),
                naming(),
                Ui.heading(texts.get("install.change")),
                change(),
                leaving());
        content.getStyleClass().add("story-content");
        var scroll = Ui.scroll("terminal-scroll", content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.healthProperty().addListener((o, before, now) -> drawHealth(now));
        model.checkingProperty()
                .addListener(
                        (o, before, now) -> drawHealth(model.healthProperty().get()));
    }

    private ObservableValue<String> of(java.util.function.Function<KnownTerminal, String> words) {
        return model.chosenProperty().map(words).orElse("");
    }

    private Node title() {
        Label name = Ui.wrapping(Ui.bound("terminal-title", of(KnownTerminal::name), "screen-title"));
        Label where = Ui.wrapping(Ui.bound("terminal-where", of(this::where), "muted"));
        Label used = Ui.label(texts.get("install.inUse"), "in-use");
        used.setId("terminal-in-use");
        Ui.shownWhen(used, model.chosenProperty().map(KnownTerminal::inUse).orElse(false));
        return new VBox(name, where, used);
    }

    private String where(KnownTerminal terminal) {
        StringBuilder words = new StringBuilder(terminal.key());
        if (terminal.model() != null) {
            words.append("  ·  ").append(terminal.model());
        }
        if (terminal.serial() != null) {
            words.append("  ·  ").append(texts.get("install.serial", terminal.serial()));
        }
        return words.toString();
    }

    private Label complaint() {
        Label label = Ui.wrapping(Ui.bound("terminal-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(label, model.complaintProperty().map(text -> !text.isEmpty()));
        return label;
    }

    private Node healthBox() {
        health.setId("terminal-health");
        health.getStyleClass().add("health");
        drawHealth(model.healthProperty().get());
        return health;
    }

    private void drawHealth(@Nullable TerminalHealth now) {
        if (now != null) {
            health.getChildren().setAll(new HealthLines(texts).of(now));
        } else {
            String key = model.checkingProperty().get() ? "install.health.asking" : "install.health.unasked";
            health.getChildren().setAll(Ui.wrapping(Ui.label(texts.get(key), "muted")));
        }
    }

    private Node actions() {
        Button check = Ui.button("terminal-check", Feather.REFRESH_CW, texts.get("install.check"), model::check);
        Button use = button("terminal-use", Feather.CHECK, "install.use", model::use, "accent");
        Ui.shownWhen(use, model.chosenProperty().map(t -> !t.inUse()).orElse(false));
        Cursor.whenHidden(use, check);
        return Ui.flow(check, use);
    }

    private Node naming() {
        TextField field = Ui.field("terminal-name", texts.get("install.name"), model.nameProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(event -> model.rename());
        HBox row = new HBox(field, button("terminal-rename", Feather.EDIT_2, "install.rename", model::rename));
        row.getStyleClass().add("top-row");
        return row;
    }

    private Node change() {
        Button replace = button("terminal-replace", Feather.REPEAT, "install.replace", model::replace);
        VBox box = new VBox(Ui.wrapping(Ui.label(texts.get("install.change.hint"), "muted")), Ui.flow(replace, unpair));
        Ui.shownWhen(box, model.leavingProperty().map(leaving -> !leaving));
        Cursor.whenHidden(box, keep);
        return box;
    }

    private Node leaving() {
        Label question = Ui.wrapping(Ui.label(texts.get("install.unpair.sure"), "why-not"));
        question.setId("terminal-unpair-sure");
        VBox box = new VBox(
                question,
                Ui.flow(
                        button("terminal-unpair-yes", Feather.TRASH_2, "install.unpair", model::unpair, "danger"),
                        keep));
        Ui.shownWhen(box, model.leavingProperty());
        Cursor.whenHidden(box, unpair);
        return box;
    }

    private Button button(String id, Feather icon, String key, Runnable action, String... styles) {
        Button button = Ui.button(id, icon, texts.get(key), action, styles);
        // Not disabled while a change is stored: the cursor would leave it. The model makes one change at a time.
        button.disableProperty().bind(model.trial().runningProperty());
        return button;
    }
}
