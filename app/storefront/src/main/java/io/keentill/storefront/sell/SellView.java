package io.keentill.storefront.sell;

import atlantafx.base.controls.CustomTextField;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.order.Order;
import io.keentill.storefront.kit.RowList;
import io.keentill.storefront.kit.RowText;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.sell.SellModel.Pane;
import io.keentill.storefront.text.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
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
                new RowList.Rows<>("result-", this::resultRow, model::add));
        list.choose(model.selectedProperty().get());
        model.selectedProperty().addListener((o, before, now) -> {
            list.choose(now);
            list.reveal(now);
        });
        return list;
    }

    private RowText resultRow(Product product) {
        return new RowText(
                product.name(), product.sku() + "  ·  " + product.category(), ProductText.price(product, texts));
    }

    private Node parked() {
        return new ListPane<>(
                "parked",
                texts.get("sell.parked"),
                texts.get("sell.close"),
                model::back,
                texts.get("sell.noParked"),
                model.parked(),
                new RowList.Rows<Order>("parked-", this::parkedRow, order -> model.recall(order.id())));
    }

    private RowText parkedRow(Order order) {
        String name = order.parkedAs() == null ? order.reference() : order.parkedAs();
        String below = texts.time(order.openedAt()) + "  ·  "
                + texts.get("sell.items", order.lines().size());
        return new RowText(name, below, texts.money(order.due()));
    }

    private Node receipts() {
        return new ListPane<>(
                "receipts",
                texts.get("sell.receipts"),
                texts.get("sell.close"),
                model::back,
                texts.get("sell.noReceipts"),
                model.recent(),
                new RowList.Rows<>("receipt-", this::receiptRow, showReceipt));
    }

    private RowText receiptRow(Order order) {
        Long number = order.receiptNumber();
        String name = number == null ? order.reference() : String.format("%06d", number);
        String when = order.closedAt() == null ? "" : texts.time(order.closedAt()) + "  ·  ";
        return new RowText(
                texts.get("receipt.title", name),
                when + texts.get("sell.items", order.lines().size()),
                texts.money(order.totals().total()));
    }
}
