package io.keentill.storefront.orders;

import atlantafx.base.controls.CustomTextField;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.orders.OrdersModel.Days;
import io.keentill.storefront.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Earlier sales at the left, the story of one of them at the right. */
public final class OrdersView extends HBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final OrdersModel model;
    private final Texts texts;
    private final CustomTextField field = new CustomTextField();
    private final VBox rows = new VBox();
    private final ScrollPane scroll;

    /** Shows {@code model}. */
    public OrdersView(OrdersModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("orders");
        getStyleClass().add("orders");
        rows.getStyleClass().add("rows");
        scroll = Ui.scroll("orders-scroll", rows);
        VBox.setVgrow(scroll, Priority.ALWAYS);
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
                scroll);
        left.getStyleClass().add("orders-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        StoryView story = new StoryView(model, texts);
        HBox.setHgrow(story, Priority.ALWAYS);
        getChildren().addAll(left, story);
        model.found().addListener((ListChangeListener<Order>) change -> fill());
        model.moreProperty().addListener((o, before, now) -> fill());
        model.selectedProperty().addListener((o, before, now) -> mark());
        fill();
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

    private void fill() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < model.found().size(); i++) {
            nodes.add(row(i, model.found().get(i)));
        }
        if (model.moreProperty().get()) {
            nodes.add(Ui.button("orders-more", texts.get("orders.more"), model::showMore));
        }
        rows.getChildren().setAll(nodes);
        mark();
    }

    private Button row(int index, Order sale) {
        Long number = sale.receiptNumber();
        String title = number == null ? sale.reference() : texts.get("orders.receipt", Long.toString(number));
        String goods = sale.lines().stream().map(l -> l.name()).limit(3).collect(Collectors.joining(", "));
        String when = texts.moment(sale.closedAt() == null ? sale.openedAt() : sale.closedAt());
        String state = sale.state() == OrderState.PAID
                ? ""
                : "  ·  " + texts.get("orders.state." + sale.state().name().toLowerCase(Locale.ROOT));
        Label name = Ui.label(title + state, "row-title");
        Label detail = Ui.label(when + "  ·  " + goods, "muted", "small", "shortened");
        Label figure = Ui.label(texts.money(sale.totals().total()), "row-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        detail.setMinWidth(0);
        detail.setMaxWidth(Double.MAX_VALUE);
        VBox words = new VBox(name, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox content = new HBox(words, figure);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("row-content");
        Button row = new Button();
        row.setGraphic(content);
        row.setId("order-" + index);
        row.setAccessibleText(title + ", " + figure.getText() + ", " + when + ", " + goods);
        row.getStyleClass().add("row");
        row.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(row.widthProperty().subtract(28));
        row.setOnAction(event -> model.open(sale.id()));
        return row;
    }

    private void mark() {
        int chosen = model.selectedProperty().get();
        for (int i = 0; i < rows.getChildren().size(); i++) {
            rows.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
        }
        if (chosen >= 0 && chosen < rows.getChildren().size()) {
            double room = rows.getHeight() - scroll.getViewportBounds().getHeight();
            double top = rows.getChildren().get(chosen).getBoundsInParent().getMinY();
            scroll.setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
        }
    }

    /** Where searches and scans go. */
    public TextField field() {
        return field;
    }
}
