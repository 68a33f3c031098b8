package io.keentill.storefront.install;

import io.keentill.engine.install.KnownTerminal;
import io.keentill.storefront.install.TerminalsModel.Pane;
import io.keentill.storefront.kit.Cursor;
import io.keentill.storefront.kit.RowList;
import io.keentill.storefront.kit.RowText;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The terminals at the left; one of them, or one more, at the right. */
final class TerminalsView extends HBox {

    private final TerminalsModel model;
    private final Texts texts;
    private final RowList<KnownTerminal> rows;
    private final Button addOne;

    TerminalsView(TerminalsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("terminals");
        getStyleClass().add("orders");
        rows = new RowList<>(
                "terminals-list",
                texts.get("install.section.terminals"),
                model.known(),
                new RowList.Rows<>("terminal-", this::row, model::choose));
        VBox.setVgrow(rows, Priority.ALWAYS);
        addOne = Ui.button("terminal-add", Feather.PLUS, texts.get("install.add"), model::addOne, "accent");
        Label none = Ui.wrapping(Ui.label(texts.get("install.none"), "muted"));
        none.setId("terminals-none");
        Ui.shownWhen(none, Bindings.isEmpty(model.known()));
        VBox left = new VBox(Ui.flow(addOne), none, rows);
        left.getStyleClass().add("orders-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        DetailPane detail = new DetailPane(model, texts);
        AddPane add = new AddPane(model.add(), texts, model::back);
        Cursor.whenHidden(detail, rows, addOne);
        Cursor.whenHidden(add, rows, addOne);
        StackPane right = new StackPane(shown(detail, Pane.DETAIL), shown(add, Pane.ADD));
        right.getStyleClass().add("story");
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
        model.chosenProperty().addListener((o, before, now) -> mark());
        model.paneProperty().addListener((o, before, now) -> {
            mark();
            if (now == Pane.ADD) {
                Platform.runLater(() -> add.first().requestFocus());
            }
        });
        mark();
    }

    private Node shown(Node node, Pane when) {
        Ui.shownWhen(node, model.paneProperty().map(p -> p == when));
        return node;
    }

    private RowText row(KnownTerminal terminal) {
        String used = terminal.inUse() ? texts.get("install.inUse") + "  ·  " : "";
        return new RowText(terminal.name(), used + terminal.key(), "");
    }

    private void mark() {
        KnownTerminal chosen = model.paneProperty().get() == Pane.DETAIL
                ? model.chosenProperty().get()
                : null;
        rows.mark(row -> chosen != null && row.key().equals(chosen.key()));
    }

    void focusFirst() {
        if (model.known().isEmpty()) {
            addOne.requestFocus();
        } else {
            rows.requestFocus();
        }
    }
}
