package io.keentill.storefront.receipt;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The receipt as paper at the right, the change as large as it gets at the left. */
public final class ReceiptView extends HBox {

    private final ReceiptModel model;
    private final Texts texts;
    private final VBox paper = new VBox();

    /** Shows {@code model}. */
    public ReceiptView(ReceiptModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("receipt");
        getStyleClass().add("receipt");
        paper.setId("paper");
        paper.getStyleClass().add("paper");
        paper.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane desk = new StackPane(paper);
        desk.setAlignment(Pos.TOP_CENTER);
        desk.getStyleClass().add("desk");
        ScrollPane scroll = Ui.scroll("paper-scroll", desk);
        scroll.getStyleClass().add("paper-scroll");
        scroll.setMinWidth(440);
        Node left = left();
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren().addAll(left, scroll);
        model.lines().addListener((ListChangeListener<ReceiptLayout.Line>) change -> drawPaper());
    }

    private Node left() {
        Label state = Ui.bound(
                "receipt-state",
                model.copyProperty().map(copy -> texts.get(copy ? "receipt.copy" : "receipt.done")),
                "stage-name");
        Label changeLabel = Ui.label(texts.get("receipt.change"), "change-label");
        Label change = Ui.bound("change", model.changeProperty(), "change");
        change.setMinWidth(Region.USE_PREF_SIZE);
        VBox back = new VBox(changeLabel, change);
        back.getStyleClass().add("change-box");
        Ui.shownWhen(back, model.changeProperty().map(text -> !text.isEmpty()));
        Label hint = Ui.wrapping(Ui.label(texts.get("receipt.hint"), "muted", "small"));
        Ui.shownWhen(
                hint,
                model.copyProperty().not().and(model.mail().askingProperty().not()));
        HBox head = new HBox(Ui.icon(Feather.CHECK_CIRCLE, "done-icon", "good"), state);
        head.getStyleClass().add("receipt-head");
        VBox after = new VBox(new MailPane(model.mail(), texts), hint);
        after.getStyleClass().addAll("form-part", "receipt-after");
        VBox left = new VBox(
                head,
                Ui.bound("receipt-summary", model.summaryProperty(), "stage-message"),
                Ui.bound("receipt-title", model.titleProperty(), "muted"),
                back,
                buttons(),
                Ui.yielding("receipt-after", after));
        left.getStyleClass().add("receipt-left");
        return left;
    }

    private Node buttons() {
        Button print = Ui.button("print", Feather.PRINTER, texts.get("receipt.print"), model::print, "large", "strong");
        print.textProperty()
                .bind(model.copyProperty().map(copy -> texts.get(copy ? "receipt.printCopy" : "receipt.print")));
        print.accessibleTextProperty().bind(print.textProperty());
        Button next =
                Ui.button("new-sale", Feather.ARROW_RIGHT, texts.get("receipt.new"), model::newSale, "large", "accent");
        next.textProperty().bind(model.copyProperty().map(copy -> texts.get(copy ? "receipt.back" : "receipt.new")));
        next.accessibleTextProperty().bind(next.textProperty());
        model.mail().askingProperty().addListener((o, before, asking) -> {
            if (!asking && isFocusWithin()) {
                // The form goes with the cursor in it, and Enter is to begin the next sale again.
                next.requestFocus();
            }
        });
        Button gift = Ui.button("print-gift", Feather.GIFT, texts.get("receipt.gift"), model::printGift, "flat");
        HBox row = new HBox(print, next);
        row.getStyleClass().add("ways-row");
        Button pdf = Ui.button("save-pdf", Feather.DOWNLOAD, texts.get("receipt.pdf"), model::savePdf, "flat");
        Button mail = Ui.button("mail-ask", Feather.MAIL, texts.get("mail.ask"), model.mail()::ask, "flat");
        boolean offered = model.mail().isOffered();
        mail.setVisible(offered);
        mail.setManaged(offered);
        FlowPane others = Ui.flow(gift, pdf, mail);
        // Whoever types an address is not choosing among these, and the form needs their room on a small screen.
        Ui.shownWhen(others, model.mail().askingProperty().not());
        return new VBox(row, others);
    }

    /** Lines are kept and say something else with the next sale: new ones would have to be styled while somebody waits. */
    private void drawPaper() {
        List<ReceiptLayout.Line> lines = model.lines();
        while (paper.getChildren().size() < lines.size()) {
            Label label = new Label();
            label.setMinWidth(Region.USE_PREF_SIZE);
            paper.getChildren().add(label);
        }
        for (int i = 0; i < paper.getChildren().size(); i++) {
            Label label = (Label) paper.getChildren().get(i);
            boolean used = i < lines.size();
            label.setVisible(used);
            label.setManaged(used);
            if (used) {
                say(label, lines.get(i));
            }
        }
    }

    private static void say(Label label, ReceiptLayout.Line line) {
        label.setText(line.text());
        List<String> styles = new ArrayList<>(List.of("label", "paper-line"));
        if (line.bold()) {
            styles.add("paper-bold");
        }
        if (line.large()) {
            styles.add("paper-large");
        }
        if (!label.getStyleClass().equals(styles)) {
            label.getStyleClass().setAll(styles);
        }
    }
}
