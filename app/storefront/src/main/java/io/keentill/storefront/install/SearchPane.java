package io.keentill.storefront.install;

import io.keentill.engine.install.Candidate;
import io.keentill.storefront.kit.Cursor;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A search for devices: where, how far it is, and what was found, each of which can be chosen. */
final class SearchPane extends VBox {

    private final String id;
    private final SearchModel model;
    private final Texts texts;
    private final Consumer<Candidate> chosen;
    private final VBox rows = new VBox();
    private final TextField where;

    /** With ids that begin with {@code id}; {@code chosen} is told which one is picked. */
    SearchPane(String id, SearchModel model, Texts texts, Consumer<Candidate> chosen) {
        this.id = id;
        this.model = model;
        this.texts = texts;
        this.chosen = chosen;
        getStyleClass().add("form-part");
        rows.getStyleClass().add("rows");
        where = Ui.field(id + "-where", texts.get("install.search.where." + id), model.whereProperty());
        where.setOnAction(event -> model.start());
        Button go = Ui.button(id + "-search", Feather.SEARCH, texts.get("install.search.go"), model::start, "accent");
        Ui.shownWhen(go, model.runningProperty().map(running -> !running));
        Button stop = Ui.button(id + "-search-stop", Feather.X, texts.get("install.search.stop"), model::cancel);
        Ui.shownWhen(stop, model.runningProperty());
        Cursor.whenHidden(go, stop);
        Cursor.whenHidden(stop, go);
        HBox.setHgrow(where, Priority.ALWAYS);
        HBox row = new HBox(where, go, stop);
        row.getStyleClass().add("top-row");
        ProgressBar bar = new ProgressBar();
        bar.setId(id + "-progress");
        bar.setAccessibleText(texts.get("install.search.progress"));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progressProperty());
        Ui.shownWhen(bar, model.runningProperty());
        Label message = Ui.wrapping(Ui.bound(id + "-search-message", model.messageProperty(), "why-not"));
        Ui.shownWhen(message, model.messageProperty().map(text -> !text.isEmpty()));
        getChildren()
                .addAll(
                        Ui.wrapping(Ui.label(texts.get("install.search.hint." + id), "muted")),
                        row,
                        bar,
                        message,
                        rows);
        model.found().addListener((ListChangeListener<Candidate>) change -> fill());
    }

    /** Where the cursor belongs. */
    Node first() {
        return where;
    }

    /** Rows are added to those that are there: somebody may be on one of them already. */
    private void fill() {
        if (model.found().size() < rows.getChildren().size()) {
            rows.getChildren().clear();
        }
        for (int i = rows.getChildren().size(); i < model.found().size(); i++) {
            rows.getChildren().add(row(i, model.found().get(i)));
        }
    }

    private Button row(int index, Candidate candidate) {
        String place =
                texts.get("install.place." + candidate.place().name().toLowerCase(Locale.ROOT), candidate.words());
        Label family = Ui.label(candidate.family(), "row-title", "shortened");
        Label where = Ui.label(place, "muted", "small", "shortened");
        VBox words = new VBox(family, where);
        Button row = new Button();
        row.setGraphic(words);
        row.setId(id + "-found-" + index);
        row.setAccessibleText(candidate.family() + ", " + place);
        row.getStyleClass().add("row");
        row.setMaxWidth(Double.MAX_VALUE);
        words.prefWidthProperty().bind(row.widthProperty().subtract(28));
        row.setOnAction(event -> chosen.accept(candidate));
        return row;
    }
}
