package io.keentill.storefront.journal;

import io.keentill.engine.office.JournalDesk;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The journal line by line. */
public final class JournalView extends VBox {

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Texts texts;
    private final TextField field;

    /** Shows {@code model}. */
    public JournalView(JournalModel model, Texts texts) {
        this.texts = texts;
        setId("journal");
        getStyleClass().add("office");
        field = Ui.field("journal-filter", texts.get("journal.filter"), model.filterProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button verify =
                Ui.button("journal-verify", Feather.SHIELD, texts.get("journal.verify"), model::verify, "accent");
        verify.textProperty()
                .bind(model.checkingProperty()
                        .map(checking -> texts.get(checking ? "journal.checking" : "journal.verify")));
        // Not disabled meanwhile: the cursor would leave it. The model writes one file at a time.
        Button export = Ui.button("journal-export", Feather.DOWNLOAD, texts.get("journal.export"), model::export);
        export.textProperty()
                .bind(model.exportingProperty()
                        .map(writing -> texts.get(writing ? "journal.exporting" : "journal.export")));
        HBox head = new HBox(field, verify, export);
        head.getStyleClass().add("top-row");
        Label proof = Ui.wrapping(Ui.bound(
                "journal-proof",
                model.proofProperty().map(JournalModel.Proof::words).orElse(""),
                "proof"));
        Ui.shownWhen(proof, model.proofProperty().map(p -> true).orElse(false));
        model.proofProperty().addListener((o, before, now) -> mark(proof, now));
        mark(proof, model.proofProperty().getValue());
        ListView<JournalDesk.Entry> list = Ui.list("journal-list", texts.get("rail.journal"), model.entries());
        list.setCellFactory(view -> new EntryCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        Label none = Ui.label(texts.get("journal.none"), "muted");
        list.setPlaceholder(none);
        Button more = Ui.button("journal-more", texts.get("orders.more"), model::showMore);
        Ui.shownWhen(more, model.moreProperty().and(Bindings.isNotEmpty(model.entries())));
        getChildren().addAll(Ui.wrapping(Ui.label(texts.get("rail.journal"), "screen-title")), head, proof, list, more);
    }

    /** Where the filter is typed. */
    public TextField field() {
        return field;
    }

    private static void mark(Label proof, JournalModel.@Nullable Proof now) {
        proof.pseudoClassStateChanged(BAD, now != null && !now.good());
    }

    /** One entry: number, time and who above, what and its detail below. */
    private final class EntryCell extends ListCell<JournalDesk.Entry> {

        private final Label type = Ui.label("", "row-title");
        private final Label who = Ui.label("", "muted", "small");
        private final Label detail = Ui.label("", "small", "journal-detail");
        private final VBox box;

        EntryCell() {
            who.setMinWidth(Label.USE_PREF_SIZE);
            type.setMinWidth(0);
            HBox first = new HBox(type, Ui.spring(), who);
            first.setAlignment(Pos.CENTER_LEFT);
            Ui.wrapping(detail);
            box = new VBox(first, detail);
            box.maxWidthProperty().bind(widthProperty().subtract(36));
            detail.maxWidthProperty().bind(widthProperty().subtract(36));
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(JournalDesk.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : box);
            if (entry != null && !empty) {
                type.setText(entry.type());
                who.setText(texts.moment(entry.at()) + "  ·  " + entry.actor() + "  ·  " + entry.seq());
                detail.setText(readable(entry.detail()));
                setAccessibleText(type.getText() + ", " + who.getText() + ", " + detail.getText());
            }
        }
    }

    /** The JSON without its punctuation; it is flat, and nothing is left out. */
    static String readable(String json) {
        String inner = json.strip();
        if (inner.startsWith("{") && inner.endsWith("}")) {
            inner = inner.substring(1, inner.length() - 1);
        }
        return inner.replaceAll("\"([^\"]+)\":", "$1: ")
                .replaceAll("\",(\\w+: )", "\"  ·  $1")
                .replaceAll(",(\\w+: )", "  ·  $1")
                .replace("\"", "");
    }
}
