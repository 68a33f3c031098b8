package io.keentill.storefront.install;

import io.keentill.engine.install.ConnectorDesk;
import io.keentill.storefront.kit.Cursor;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How the till stands with RevKeen as a connector, and the code that links it. */
final class LinkView extends VBox {

    private final Texts texts;

    LinkView(LinkModel model, Texts texts) {
        this.texts = texts;
        setId("link");
        Label standing = Ui.wrapping(Ui.bound(
                "link-standing", model.standingProperty().map(this::words).orElse(""), "task-text"));
        TextField code = Ui.field("link-code", texts.get("install.link.code.prompt"), model.codeProperty());
        code.setOnAction(event -> model.link());
        Button go = Ui.button("link-go", Feather.LINK, texts.get("install.link.go"), model::link, "accent");
        go.textProperty()
                .bind(model.busyProperty().map(busy -> texts.get(busy ? "install.link.going" : "install.link.go")));
        Button undo = Ui.button("link-undo", Feather.X, texts.get("install.link.undo"), model::unlink);
        Ui.shownWhen(
                undo,
                model.standingProperty().map(ConnectorDesk.Standing::byCode).orElse(false));
        Cursor.whenHidden(undo, code);
        VBox content = new VBox(
                Ui.wrapping(Ui.label(texts.get("install.link.hint"), "muted")),
                standing,
                Ui.heading(texts.get("install.link.code")),
                code,
                Ui.flow(go, undo),
                shown("link-complaint", model.complaintProperty(), "complaint"),
                shown("link-done", model.doneProperty(), "proof"));
        content.getStyleClass().add("form");
        var scroll = Ui.scroll("link-scroll", content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    private String words(ConnectorDesk.Standing standing) {
        if (!standing.offered()) {
            return texts.get("install.link.noRevKeen");
        }
        String state = texts.get("install.link." + standing.state().name().toLowerCase(Locale.ROOT));
        return state + " " + texts.get(standing.byCode() ? "install.link.byCode" : "install.link.byKey");
    }

    private static Label shown(String id, ObservableValue<String> text, String style) {
        Label label = Ui.wrapping(Ui.bound(id, text, style));
        Ui.shownWhen(label, text.map(t -> !t.isEmpty()));
        return label;
    }
}
