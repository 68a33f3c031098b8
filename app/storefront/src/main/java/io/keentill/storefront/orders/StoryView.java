package io.keentill.storefront.orders;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.engine.office.SaleStory;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One sale: what was sold, every payment both ways, what RevKeen knows, and what can be done now. */
final class StoryView extends VBox {

    private final OrdersModel model;
    private final Texts texts;
    private final StoryWords words;

    StoryView(OrdersModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = new StoryWords(texts);
        setId("story");
        getStyleClass().add("story");
        model.storyProperty().addListener((o, before, now) -> draw(now));
        draw(model.storyProperty().get());
    }

    private void draw(@Nullable SaleStory story) {
        getChildren().clear();
        if (story == null) {
            Label hint = Ui.wrapping(Ui.label(texts.get("orders.hint"), "muted"));
            VBox empty = new VBox(Ui.icon(Feather.FILE_TEXT, "large-icon"), hint);
            empty.getStyleClass().add("empty-hint");
            getChildren().add(empty);
            return;
        }
        VBox content = new VBox(goods(story.sale()), Ui.heading(texts.get("story.title")));
        content.getStyleClass().add("story-content");
        words.lines(story).forEach(line -> content.getChildren().add(line(line)));
        var scroll = Ui.scroll("story-scroll", content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(story.sale()), ways(story), scroll);
    }

    private Node head(Order sale) {
        Long number = sale.receiptNumber();
        Label title = Ui.label(
                number == null ? sale.reference() : texts.get("orders.receipt", Long.toString(number)), "screen-title");
        title.setId("story-receipt");
        Label total = Ui.label(texts.money(sale.totals().total()), "screen-title");
        total.setId("story-total");
        total.setMinWidth(USE_PREF_SIZE);
        HBox first = new HBox(title, Ui.spring(), total);
        String when = texts.moment(sale.closedAt() == null ? sale.openedAt() : sale.closedAt());
        String state = texts.get("orders.state." + sale.state().name().toLowerCase(Locale.ROOT));
        return new VBox(first, Ui.wrapping(Ui.label(when + "  ·  " + sale.reference() + "  ·  " + state, "muted")));
    }

    private Node ways(SaleStory story) {
        Button back =
                Ui.button("give-back", Feather.CORNER_UP_LEFT, texts.get("orders.giveBack"), model::giveBack, "accent");
        back.setDisable(!OrdersModel.canGiveBack(story));
        Button copy = Ui.button("print-copy", Feather.PRINTER, texts.get("receipt.printCopy"), model::printCopy);
        copy.setDisable(story.sale().state() != OrderState.PAID);
        FlowPane row = Ui.flow(back, copy);
        if (!OrdersModel.canGiveBack(story)) {
            Label why = Ui.label(texts.get("orders.nothingLeft"), "muted");
            why.setId("give-back-why");
            row.getChildren().add(why);
        }
        return row;
    }

    private Node goods(Order sale) {
        VBox box = new VBox();
        box.setId("story-goods");
        box.getStyleClass().add("story-goods");
        for (int i = 0; i < sale.lines().size(); i++) {
            var line = sale.lines().get(i);
            Label name = Ui.wrapping(Ui.label(line.quantity() + " × " + line.name()));
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            Label figure = Ui.label(texts.money(sale.totals().lines().get(i).total()));
            figure.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(name, figure);
            row.getStyleClass().add("story-row");
            box.getChildren().add(row);
        }
        return box;
    }

    private Node line(StoryLine line) {
        Label time = Ui.label(texts.time(line.at()), "muted", "small", "story-time");
        time.setMinWidth(USE_PREF_SIZE);
        Label title = Ui.wrapping(Ui.label(line.title(), "story-line"));
        VBox body = new VBox(title);
        if (!line.detail().isEmpty()) {
            body.getChildren().add(Ui.wrapping(Ui.label(line.detail(), "muted", "small")));
        }
        HBox.setHgrow(body, Priority.ALWAYS);
        HBox row = new HBox(Ui.icon(icon(line.tone()), "tone-icon", style(line.tone())), body, time);
        row.getStyleClass().add("story-event");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(time.getText() + " " + line.title() + " " + line.detail());
        return row;
    }

    private static String style(StoryLine.Tone tone) {
        return "tone-" + tone.name().toLowerCase(Locale.ROOT);
    }

    private static Feather icon(StoryLine.Tone tone) {
        return switch (tone) {
            case PLAIN -> Feather.CIRCLE;
            case GOOD -> Feather.CHECK_CIRCLE;
            case OPEN -> Feather.CLOCK;
            case BAD -> Feather.X_CIRCLE;
        };
    }
}
