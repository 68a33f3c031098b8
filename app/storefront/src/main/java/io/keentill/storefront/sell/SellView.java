package io.keentill.storefront.sell;

import atlantafx.base.controls.CustomTextField;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.order.Order;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.sell.SellModel.Pane;
import io.keentill.storefront.text.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The sell screen: field and products at the left, basket at the right. */
public final class SellView extends HBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final SellModel model;
    private final CustomerPane customers;
    private final Texts texts;
    private final Consumer<Order> showReceipt;
    private final CustomTextField field = new CustomTextField();

    /** Shows {@code model} beside {@code basket}; {@code showReceipt} opens an earlier sale. */
    public SellView(SellModel model, CustomerModel customers, Node basket, Texts texts, Consumer<Order> showReceipt) {
        this.model = model;
        this.customers = new CustomerPane(customers, texts, model::back);
        this.texts = texts;
        this.showReceipt = showReceipt;
        setId("sell");
        getStyleClass().add("sell");
        VBox left = new VBox(topRow(), panes());
        left.getStyleClass().add("sell-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren().addAll(left, basket);
    }

    /** Where scans and searches go. */
    public TextField field() {
        return field;
    }

    /** Where the cursor belongs now. */
    public TextField first() {
        return model.paneProperty().get() == Pane.CUSTOMERS ? customers.first() : field;
    }

    private HBox topRow() {
        field.setId("scan");
        field.setPromptText(texts.get("sell.field"));
        field.setAccessibleText(texts.get("sell.field"));
        field.setLeft(Ui.icon(Feather.SEARCH));
        field.getStyleClass().add("scan-field");
        field.textProperty().bindBidirectional(model.inputProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInField);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button parked =
                Ui.button("parked-button", Feather.INBOX, texts.get("sell.parked"), model::toggleParked, "flat");
        parked.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("sell.parked")
                                + (model.parked().isEmpty()
                                        ? ""
                                        : " " + model.parked().size()),
                        model.parked()));
        Button receipts = Ui.button(
                "receipts-button", Feather.FILE_TEXT, texts.get("sell.receipts"), model::toggleReceipts, "flat");
        HBox row = new HBox(field, parked, receipts);
        row.getStyleClass().add("top-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void keyInField(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            model.enter();
        } else if (event.getCode() == KeyCode.DOWN) {
            model.moveSelection(1);
        } else if (event.getCode() == KeyCode.UP) {
            model.moveSelection(-1);
        } else {
            return;
        }
        event.consume();
    }

    private StackPane panes() {
        StackPane stack = new StackPane(
                shown(new ProductPane(model, texts), Pane.GRID),
                shown(results(), Pane.RESULTS),
                shown(parked(), Pane.PARKED),
                shown(receipts(), Pane.RECEIPTS),
                shown(customers, Pane.CUSTOMERS));
        stack.getStyleClass().add("panes");
        VBox.setVgrow(stack, Priority.ALWAYS);
        return stack;
    }

    private Node shown(Node node, Pane pane) {
        Ui.shownWhen(node, model.paneProperty().map(now -> now == pane));
        return node;
    }

    private Node results() {
        ListPane<Product> list = new ListPane<>(
                "results",
                texts.get("sell.results"),
                texts.get("sell.close"),
                model::back,
                texts.get("sell.nothingFound"),
                model.results(),
                this::resultRow);
        model.selectedProperty().addListener((o, before, now) -> {
            for (int i = 0; i < list.rows().size(); i++) {
                list.rows().get(i).pseudoClassStateChanged(CHOSEN, i == now);
            }
            list.reveal(now);
        });
        return list;
    }

    private Button resultRow(int index, Product product) {
        String price = ProductText.price(product, texts);
        Button row = row(
                "result-" + index,
                product.name(),
                product.sku() + "  ·  " + product.category(),
                price,
                () -> model.add(product));
        row.pseudoClassStateChanged(CHOSEN, index == model.selectedProperty().get());
        return row;
    }

    private Node parked() {
        return new ListPane<>(
                "parked",
                texts.get("sell.parked"),
                texts.get("sell.close"),
                model::back,
                texts.get("sell.noParked"),
                model.parked(),
                this::parkedRow);
    }

    private Button parkedRow(int index, Order order) {
        String name = order.parkedAs() == null ? order.reference() : order.parkedAs();
        String below = texts.time(order.openedAt()) + "  ·  "
                + texts.get("sell.items", order.lines().size());
        return row("parked-" + index, name, below, texts.money(order.due()), () -> model.recall(order.id()));
    }

    private Node receipts() {
        return new ListPane<>(
                "receipts",
                texts.get("sell.receipts"),
                texts.get("sell.close"),
                model::back,
                texts.get("sell.noReceipts"),
                model.recent(),
                this::receiptRow);
    }

    private Button receiptRow(int index, Order order) {
        Long number = order.receiptNumber();
        String name = number == null ? order.reference() : String.format("%06d", number);
        String when = order.closedAt() == null ? "" : texts.time(order.closedAt()) + "  ·  ";
        return row(
                "receipt-" + index,
                texts.get("receipt.title", name),
                when + texts.get("sell.items", order.lines().size()),
                texts.money(order.totals().total()),
                () -> showReceipt.accept(order));
    }

    static Button row(String id, String title, String below, String figure, Runnable action) {
        VBox words = new VBox(Ui.label(title, "row-title"), Ui.label(below, "muted", "small"));
        Label amount = Ui.label(figure, "row-figure");
        amount.setMinWidth(USE_PREF_SIZE);
        HBox content = new HBox(words, Ui.spring(), amount);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("row-content");
        Button row = Ui.button(id, title, action, "row");
        row.setAccessibleText(figure.isEmpty() ? title : title + ", " + figure);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setGraphic(content);
        row.setMinWidth(0);
        row.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(row.widthProperty().subtract(24));
        words.setMinWidth(0);
        return row;
    }
}
