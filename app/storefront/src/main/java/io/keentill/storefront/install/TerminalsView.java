package io.keentill.storefront.install;

import io.keentill.engine.install.KnownTerminal;
import io.keentill.storefront.install.TerminalsModel.Pane;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
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

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final TerminalsModel model;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final Button addOne;

    TerminalsView(TerminalsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("terminals");
        getStyleClass().add("orders");
        rows.getStyleClass().add("rows");
        addOne = Ui.button("terminal-add", Feather.PLUS, texts.get("install.add"), model::addOne, "accent");
        Label none = Ui.wrapping(Ui.label(texts.get("install.none"), "muted"));
        none.setId("terminals-none");
        Ui.shownWhen(none, Bindings.isEmpty(model.known()));
        var scroll = Ui.scroll("terminals-scroll", rows);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(Ui.flow(addOne), none, scroll);
        left.getStyleClass().add("orders-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        DetailPane detail = new DetailPane(model, texts);
        AddPane add = new AddPane(model.add(), texts, model::back);
        StackPane right = new StackPane(shown(detail, Pane.DETAIL), shown(add, Pane.ADD));
        right.getStyleClass().add("story");
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
        model.known().addListener((ListChangeListener<KnownTerminal>) change -> fill());
        model.chosenProperty().addListener((o, before, now) -> mark());
        model.paneProperty().addListener((o, before, now) -> mark());
        fill();
    }

    private Node shown(Node node, Pane when) {
        Ui.shownWhen(node, model.paneProperty().map(p -> p == when));
        return node;
    }

    private void fill() {
        rows.getChildren().clear();
        for (int i = 0; i < model.known().size(); i++) {
            rows.getChildren().add(row(i, model.known().get(i)));
        }
        mark();
    }

    private Button row(int index, KnownTerminal terminal) {
        Label name = Ui.label(terminal.name(), "row-title", "shortened");
        Label where = Ui.label(terminal.key(), "muted", "small", "shortened");
        VBox words = new VBox(name, where);
        if (terminal.inUse()) {
            words.getChildren().add(Ui.label(texts.get("install.inUse"), "small", "in-use"));
        }
        Button row = new Button();
        row.setGraphic(words);
        row.setId("terminal-" + index);
        row.setUserData(terminal);
        row.setAccessibleText(
                terminal.name() + ", " + terminal.key() + (terminal.inUse() ? ", " + texts.get("install.inUse") : ""));
        row.getStyleClass().add("row");
        row.setMaxWidth(Double.MAX_VALUE);
        words.prefWidthProperty().bind(row.widthProperty().subtract(28));
        row.setOnAction(event -> model.choose(terminal));
        return row;
    }

    private void mark() {
        KnownTerminal chosen = model.paneProperty().get() == Pane.DETAIL
                ? model.chosenProperty().get()
                : null;
        rows.getChildren()
                .forEach(row -> row.pseudoClassStateChanged(
                        CHOSEN,
                        chosen != null
                                && row.getUserData() instanceof KnownTerminal t
                                && t.key().equals(chosen.key())));
    }

    void focusFirst() {
        if (rows.getChildren().isEmpty()) {
            addOne.requestFocus();
        } else {
            rows.getChildren().getFirst().requestFocus();
        }
    }
}
