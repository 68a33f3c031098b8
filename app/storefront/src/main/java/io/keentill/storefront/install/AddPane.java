package io.keentill.storefront.install;

import io.keentill.storefront.install.AddModel.Question;
import io.keentill.storefront.kit.Cursor;
import io.keentill.storefront.kit.KeptRows;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One more terminal: looked for, then asked what its family has to know. */
final class AddPane extends VBox {

    private final AddModel model;
    private final Texts texts;
    private final VBox form = new VBox();
    private final Label family = Ui.wrapping(Ui.label("", "row-title"));
    private final Label address = Ui.wrapping(Ui.label("", "muted"));
    private final Label pairingHint = Ui.wrapping(Ui.label("", "muted"));
    private final KeptRows<Question, AskRow> settings = new KeptRows<>("add-settings", AskRow::new, AskRow::show);
    private final KeptRows<Question, AskRow> pairing = new KeptRows<>("add-pairing", AskRow::new, AskRow::show);
    private final TextField name;
    private final SearchPane search;

    AddPane(AddModel model, Texts texts, Runnable back) {
        this.model = model;
        this.texts = texts;
        name = Ui.field("add-name", texts.get("install.name.prompt"), model.nameProperty());
        search = new SearchPane("terminal", model.search(), texts, model::choose);
        setId("terminal-new");
        Label title = Ui.wrapping(Ui.bound(
                "add-title",
                model.replacedProperty()
                        .map(t -> texts.get("install.add.replaces", t.name()))
                        .orElse(texts.get("install.add")),
                "screen-title"));
        Label complaint = Ui.wrapping(Ui.bound("add-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        Ui.shownWhen(search, model.formProperty().map(f -> false).orElse(true));
        form.getStyleClass().add("form-part");
        settings.getStyleClass().add("form-part");
        pairing.getStyleClass().add("form-part");
        form.getChildren()
                .addAll(
                        family,
                        address,
                        Ui.heading(texts.get("install.name")),
                        name,
                        settings,
                        pairingHint,
                        pairing,
                        Ui.flow(go()));
        Ui.shownWhen(form, model.formProperty().map(f -> true).orElse(false));
        Cursor.whenHidden(form, search.first());
        Cursor.whenHidden(search, name);
        Button leave = Ui.button("add-back", Feather.ARROW_LEFT, texts.get("install.back"), back);
        leave.disableProperty().bind(model.busyProperty());
        VBox content = new VBox(title, complaint, search, form, Ui.flow(leave));
        content.getStyleClass().add("story-content");
        var scroll = Ui.scroll("add-scroll", content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.formProperty().addListener((o, before, now) -> draw(now));
    }

    /** Where the cursor belongs: the search, or the first question of what was chosen. */
    Node first() {
        return form.isVisible() ? name : search.first();
    }

    private void draw(AddModel.@Nullable Form asked) {
        if (asked == null) {
            settings.show(List.of());
            pairing.show(List.of());
            return;
        }
        family.setText(asked.family());
        address.setText(asked.address());
        settings.show(asked.settings());
        pairingHint.setText(texts.get(asked.pairing().isEmpty() ? "install.add.nothingToPair" : "install.add.pairing"));
        pairing.show(asked.pairing());
    }

    private Button go() {
        Button go = Ui.button("add-go", Feather.CHECK, texts.get("install.add.go"), model::setUp, "accent");
        go.textProperty()
                .bind(model.busyProperty().map(busy -> texts.get(busy ? "install.add.going" : "install.add.go")));
        return go;
    }
}
