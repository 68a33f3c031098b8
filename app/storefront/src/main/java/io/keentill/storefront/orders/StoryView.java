package io.keentill.storefront.orders;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.engine.office.SaleStory;
import io.keentill.storefront.kit.FigureRow;
import io.keentill.storefront.kit.KeptRows;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One sale: what was sold, every payment both ways, what RevKeen knows, and what can be done now. */
final class StoryView extends StackPane {

    private final Texts texts;
    private final StoryWords words;
    private final Label title = Ui.label("", "screen-title");
    private final Label total = Ui.label("", "screen-title");
    private final Label about = Ui.wrapping(Ui.label("", "muted"));
    private final Label why;
    private final Button back;
    private final Button copy;
    private final KeptRows<Good, FigureRow> goods;
    private final KeptRows<StoryLine, EventRow> events;
    private final ScrollPane scroll;
    private final VBox empty;
    private final VBox told;

    /** A line of the sale in words. */
    private record Good(String words, String figure) {}

    StoryView(OrdersModel model, Texts texts) {
        this.texts = texts;
        this.words = new StoryWords(texts);
        setId("story");
        getStyleClass().add("story");
        Label hint = Ui.wrapping(Ui.label(texts.get("orders.hint"), "muted"));
        empty = new VBox(Ui.icon(Feather.FILE_TEXT, "large-icon"), hint);
        empty.getStyleClass().add("empty-hint");
        back = Ui.button("give-back", Feather.CORNER_UP_LEFT, texts.get("orders.giveBack"), model::giveBack, "accent");
        copy = Ui.button("print-copy", Feather.PRINTER, texts.get("receipt.printCopy"), model::printCopy);
        why = Ui.label(texts.get("orders.nothingLeft"), "muted");
        why.setId("give-back-why");
        goods = new KeptRows<>("story-goods", FigureRow::new, (row, good) -> row.show(good.words(), good.figure()));
        goods.getStyleClass().add("story-goods");
        events = new KeptRows<>("story-events", () -> new EventRow(texts), EventRow::show);
        VBox content = new VBox(goods, Ui.heading(texts.get("story.title")), events);
        content.getStyleClass().add("story-content");
        scroll = Ui.scroll("story-scroll", content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        told = new VBox(head(), ways(), scroll);
        told.getStyleClass().add("story-told");
        getChildren().addAll(empty, told);
        model.storyProperty().addListener((o, before, now) -> draw(now));
        draw(model.storyProperty().get());
    }

    private Node head() {
        title.setId("story-receipt");
        total.setId("story-total");
        total.setMinWidth(USE_PREF_SIZE);
        return new VBox(new HBox(title, Ui.spring(), total), about);
    }

    private FlowPane ways() {
        return Ui.flow(back, copy, why);
    }

    private void draw(@Nullable SaleStory story) {
        empty.setVisible(story == null);
        told.setVisible(story != null);
        if (story == null) {
            return;
        }
        Order sale = story.sale();
        Long number = sale.receiptNumber();
        title.setText(number == null ? sale.reference() : texts.get("orders.receipt", Long.toString(number)));
        total.setText(texts.money(sale.totals().total()));
        String when = texts.moment(sale.closedAt() == null ? sale.openedAt() : sale.closedAt());
        String state = texts.get("orders.state." + sale.state().name().toLowerCase(Locale.ROOT));
        about.setText(when + "  ·  " + sale.reference() + "  ·  " + state);
        boolean left = OrdersModel.canGiveBack(story);
        back.setDisable(!left);
        why.setVisible(!left);
        why.setManaged(!left);
        copy.setDisable(sale.state() != OrderState.PAID);
        goods.show(goods(sale));
        events.show(words.lines(story));
        scroll.setVvalue(0);
    }

    private List<Good> goods(Order sale) {
        return IntStream.range(0, sale.lines().size())
                .mapToObj(i -> new Good(
                        sale.lines().get(i).quantity() + " × "
                                + sale.lines().get(i).name(),
                        texts.money(sale.totals().lines().get(i).total())))
                .toList();
    }
}
