package io.keentill.storefront.install;

import io.keentill.storefront.install.AddModel.Question;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One more terminal: looked for, then asked what its family has to know. */
final class AddPane extends VBox {

    private final AddModel model;
    private final Texts texts;
    private final VBox form = new VBox();

    AddPane(AddModel model, Texts texts, Runnable back) {
        this.model = model;
        this.texts = texts;
        setId("terminal-new");
        Label title = Ui.wrapping(Ui.bound(
                "add-title",
                model.replacedProperty()
                        .map(t -> texts.get("install.add.replaces", t.name()))
                        .orElse(texts.get("install.add")),
                "screen-title"));
        Label complaint = Ui.wrapping(Ui.bound("add-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        SearchPane search = new SearchPane("terminal", model.search(), texts, model::choose);
        Ui.shownWhen(search, model.formProperty().map(f -> false).orElse(true));
        form.getStyleClass().add("form-part");
        Ui.shownWhen(form, model.formProperty().map(f -> true).orElse(false));
        Button leave = Ui.button("add-back", Feather.ARROW_LEFT, texts.get("install.back"), back);
        leave.disableProperty().bind(model.busyProperty());
        VBox content = new VBox(title, complaint, search, form, Ui.flow(leave));
        content.getStyleClass().add("story-content");
        var scroll = Ui.scroll("add-scroll", content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.formProperty().addListener((o, before, now) -> draw(now));
    }

    private void draw(AddModel.@Nullable Form asked) {
        form.getChildren().clear();
        if (asked == null) {
            return;
        }
        List<Node> parts = new ArrayList<>();
        parts.add(Ui.wrapping(Ui.label(asked.family(), "row-title")));
        parts.add(Ui.wrapping(Ui.label(asked.address(), "muted")));
        parts.add(Ui.heading(texts.get("install.name")));
        parts.add(Ui.field("add-name", texts.get("install.name.prompt"), model.nameProperty()));
        asked.settings().forEach(q -> ask(parts, q));
        if (asked.pairing().isEmpty()) {
            parts.add(Ui.wrapping(Ui.label(texts.get("install.add.nothingToPair"), "muted")));
        } else {
            parts.add(Ui.wrapping(Ui.label(texts.get("install.add.pairing"), "muted")));
            asked.pairing().forEach(q -> ask(parts, q));
        }
        Button go = Ui.button("add-go", Feather.CHECK, texts.get("install.add.go"), model::setUp, "accent");
        go.disableProperty().bind(model.busyProperty());
        go.textProperty()
                .bind(model.busyProperty().map(busy -> texts.get(busy ? "install.add.going" : "install.add.go")));
        parts.add(Ui.flow(go));
        form.getChildren().setAll(parts);
    }

    /** A family's own words stand above the field; what is secret is not shown while it is typed. */
    private static void ask(List<Node> parts, Question question) {
        String id = "add-answer-" + question.name();
        parts.add(Ui.heading(question.text()));
        parts.add(
                question.secret()
                        ? Ui.secret(id, question.text(), question.answer())
                        : Ui.field(id, question.text(), question.answer()));
    }
}
