package io.keentill.storefront.orders;

import atlantafx.base.controls.CustomTextField;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.engine.office.SaleStory;
import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.RowList;
import io.keentill.storefront.kit.RowText;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.orders.OrdersModel.Days;
import io.keentill.storefront.refund.NoReceiptModel;
import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Earlier sales at the left, the story of one of them at the right. */
public final class OrdersView extends HBox {

    private final OrdersModel model;
    private final Texts texts;
    private final CustomTextField field = new CustomTextField();
    private final RowList<Order> rows;

    /** Shows {@code model}, and the way to {@code noReceipt}. */
    public OrdersView(OrdersModel model, NoReceiptModel noReceipt, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("orders");
        getStyleClass().add("orders");
        rows = new RowList<>(
                "orders-list",
                texts.get("rail.orders"),
                model.found(),
                new RowList.Rows<>("order-", this::row, sale -> model.open(sale.id())));
        VBox.setVgrow(rows, Priority.ALWAYS);
        Button more = Ui.button("orders-more", texts.get("orders.more"), model::showMore);
        Ui.shownWhen(more, model.moreProperty());
        Label none = Ui.wrapping(Ui.label(texts.get("orders.none"), "muted"));
        none.setId("orders-none");
        Ui.shownWhen(none, javafx.beans.binding.Bindings.isEmpty(model.found()));
        VBox left = new VBox(
                searchField(),
                Choices.of(
                        "days",
                        List.of(Days.values()),
                        model.daysProperty(),
                        d -> texts.get("orders.days." + d.name().toLowerCase(Locale.ROOT)),
                        model::choose),
                none,
                rows,
                more,
                withoutReceipt(noReceipt));
        left.getStyleClass().add("orders-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        StoryView story = new StoryView(model, texts);
        HBox.setHgrow(story, Priority.ALWAYS);
        getChildren().addAll(left, story);
        model.selectedProperty().addListener((o, before, now) -> rows.moveTo(now.intValue()));
        model.found().addListener((ListChangeListener<Order>) change -> {
            // Others were found; when only more of them come, nobody who scrolled is taken back.
            if (change.next() && change.getFrom() == 0) {
                rows.moveTo(model.selectedProperty().get());
            }
        });
        rows.getSelectionModel().selectedIndexProperty().addListener((o, before, now) -> {
            if (rows.isFocused()) {
                model.select(now.intValue());
            }
        });
        model.storyProperty().addListener((o, before, now) -> mark(now));
        mark(model.storyProperty().get());
    }

    /** For whoever has no receipt to look for; where that is not possible, why stands there once somebody asks. */
    private Node withoutReceipt(NoReceiptModel noReceipt) {
        Label why = Ui.wrapping(Ui.bound("no-receipt-why-not", noReceipt.whyNotProperty(), "why-not"));
        Ui.shownWhen(why, noReceipt.whyNotProperty().map(text -> !text.isEmpty()));
        return new VBox(why, Ui.flow(Ui.button("no-receipt", texts.get("return.open"), noReceipt::open, "flat")));
    }

    private Node searchField() {
        field.setId("orders-field");
        field.setPromptText(texts.get("orders.field"));
        field.setAccessibleText(texts.get("orders.field"));
        field.setLeft(Ui.icon(Feather.SEARCH));
        field.getStyleClass().add("scan-field");
        field.textProperty().bindBidirectional(model.inputProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        return field;
    }

    private void key(KeyEvent event) {
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

    private RowText row(Order sale) {
        Long number = sale.receiptNumber();
        String title = number == null ? sale.reference() : texts.get("orders.receipt", Long.toString(number));
        String goods = sale.lines().stream().map(l -> l.name()).limit(3).collect(Collectors.joining(", "));
        String when = texts.moment(sale.closedAt() == null ? sale.openedAt() : sale.closedAt());
        String state = sale.state() == OrderState.PAID
                ? ""
                : "  ·  " + texts.get("orders.state." + sale.state().name().toLowerCase(Locale.ROOT));
        return new RowText(
                title + state, when + "  ·  " + goods, texts.money(sale.totals().total()));
    }

    private void mark(@Nullable SaleStory story) {
        rows.mark(sale -> story != null && story.sale().id().equals(sale.id()));
    }

    /** Where searches and scans go. */
    public TextField field() {
        return field;
    }
}
