package io.keentill.storefront.install;

import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The search at the left; the printer, what it needs to know, and the ways to try it at the right. */
final class PrinterView extends HBox {

    /** As they stand on the test page, whatever the language. */
    private static final String CHARACTERS = "£ €   ä ö ü Ä Ö Ü ß   é è ñ å ø ç";

    private final PrinterModel model;
    private final Texts texts;

    PrinterView(PrinterModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("printer");
        getStyleClass().add("orders");
        Label used = Ui.wrapping(Ui.bound(
                "printer-current",
                model.currentProperty()
                        .map(p -> texts.get("install.printer.current", p.address()))
                        .orElse(texts.get("install.printer.none")),
                "row-title"));
        VBox found = new VBox(used, new SearchPane("printer", model.search(), texts, model::choose));
        found.getStyleClass().add("story-content");
        var leftScroll = Ui.scroll("printer-search-scroll", found);
        VBox.setVgrow(leftScroll, Priority.ALWAYS);
        VBox left = new VBox(leftScroll);
        left.getStyleClass().add("orders-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox content = new VBox(
                Ui.heading(texts.get("install.printer.address")),
                Ui.field("printer-address", texts.get("install.printer.address.prompt"), model.addressProperty()),
                Ui.heading(texts.get("install.printer.paper")),
                Choices.of(
                        "printer-paper",
                        PrinterModel.PAPERS,
                        model.paperProperty(),
                        p -> texts.get("install.printer.paper." + p),
                        model::choose),
                Ui.heading(texts.get("install.printer.table")),
                Ui.field("printer-table", texts.get("install.printer.table.prompt"), model.tableProperty()),
                Ui.heading(texts.get("install.printer.try")),
                Ui.flow(
                        button("printer-test", Feather.FILE_TEXT, "install.printer.test", model::testPage),
                        button("printer-drawer", Feather.INBOX, "install.printer.drawer", model::openDrawer)),
                question(),
                complaint(),
                Ui.flow(button("printer-use", Feather.CHECK, "install.printer.use", model::use, "accent"), remove()));
        content.getStyleClass().add("story-content");
        var scroll = Ui.scroll("printer-scroll", content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox right = new VBox(scroll);
        right.getStyleClass().add("story");
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
    }

    /** The same characters as on the page, to compare. */
    private Node question() {
        Label look = Ui.wrapping(Ui.label(texts.get("install.printer.look"), "muted"));
        Label characters = Ui.wrapping(Ui.label(CHARACTERS, "task-text"));
        characters.setId("printer-characters");
        VBox box = new VBox(look, characters, Ui.wrapping(Ui.label(texts.get("install.printer.wrong"), "muted")));
        box.getStyleClass().add("form-part");
        Ui.shownWhen(box, model.printedProperty());
        return box;
    }

    private Label complaint() {
        Label label = Ui.wrapping(Ui.bound("printer-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(label, model.complaintProperty().map(text -> !text.isEmpty()));
        return label;
    }

    private Button remove() {
        Button remove = button("printer-remove", Feather.TRASH_2, "install.printer.remove", model::remove);
        Ui.shownWhen(remove, model.currentProperty().map(p -> true).orElse(false));
        return remove;
    }

    private Button button(String id, Feather icon, String key, Runnable action, String... styles) {
        // Not disabled while a job runs: the cursor would leave it. The model takes one job at a time.
        return Ui.button(id, icon, texts.get(key), action, styles);
    }
}
