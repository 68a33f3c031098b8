package io.keentill.storefront.sell;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.sell.BasketBand.Question;
import io.keentill.storefront.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The basket: lines, sums, and the ways on from here. */
public final class BasketView extends VBox {

    private final BasketModel model;
    private final BasketBand band;
    private final Texts texts;

    /**
     * Shows {@code model}.
     *
     * @param customers who buys
     * @param lastSale the sale before, in words, shown while the basket is empty
     * @param customer opens the customers
     * @param cash goes on to cash
     * @param card goes on to the terminal
     */
    public BasketView(
            BasketModel model,
            BasketActions actions,
            BasketBand band,
            CustomerModel customers,
            Texts texts,
            ObservableValue<String> lastSale,
            Runnable customer,
            Runnable cash,
            Runnable card) {
        this.model = model;
        this.band = band;
        this.texts = texts;
        setId("basket");
        getStyleClass().add("basket");
        LinesView lines = new LinesView(model, actions, band, texts);
        ScrollPane scroll = Ui.scroll("lines-scroll", lines);
        // A new line has its place only once it is laid out; then it is brought into sight.
        lines.heightProperty().addListener((o, before, now) -> {
            if (now.doubleValue() > before.doubleValue()) {
                scroll.setVvalue(1);
            }
        });
        StackPane middle = new StackPane(scroll, emptyHint(lastSale));
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren()
                .addAll(
                        head(customer),
                        buyer(customers, customer),
                        new BandView(band, actions, texts),
                        middle,
                        foot(cash, card));
    }

    /** Who buys, where that is known, and how many invoices they have still to pay. */
    private Node buyer(CustomerModel customers, Runnable customer) {
        Label name = Ui.bound("customer-name", customers.attachedProperty(), "buyer-name");
        name.setGraphic(Ui.icon(Feather.USER));
        Button off = Ui.iconButton(
                "customer-off", Feather.X, texts.get("customer.takeOff"), customers::takeOff, "flat", "line-button");
        Button owes = Ui.button("customer-account", Feather.FILE_TEXT, "", customer, "flat", "buyer-account");
        owes.textProperty().bind(customers.account().hintProperty());
        owes.accessibleTextProperty().bind(customers.account().hintProperty());
        Ui.shownWhen(owes, customers.account().hintProperty().map(text -> !text.isEmpty()));
        name.setMinWidth(0);
        VBox words = new VBox(name, owes);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox strip = new HBox(words, Ui.spring(), off);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("buyer");
        Ui.shownWhen(strip, customers.attachedProperty().map(text -> !text.isEmpty()));
        return strip;
    }

    private Node head(Runnable customer) {
        VBox words = new VBox(
                Ui.label(texts.get("basket.title"), "headline"),
                Ui.bound("basket-count", model.countProperty(), "muted", "small"));
        Button park = Ui.button(
                "park",
                Feather.PAUSE_CIRCLE,
                texts.get("basket.park"),
                () -> band.ask(new Question.ParkName()),
                "flat");
        Button cancel = Ui.iconButton(
                "cancel-sale",
                Feather.TRASH_2,
                texts.get("basket.cancel"),
                () -> band.ask(new Question.CancelSale()),
                "flat");
        Button discount = Ui.iconButton(
                "order-discount",
                Feather.EDIT_2,
                texts.get("basket.adjust"),
                () -> band.ask(new Question.Adjust(null, texts.get("band.discount.whole"))),
                "flat");
        Button buyer = Ui.iconButton("customer", Feather.USER_PLUS, texts.get("customer.title"), customer, "flat");
        discount.disableProperty()
                .bind(model.emptyProperty().or(model.editableProperty().not()));
        park.disableProperty().bind(model.emptyProperty());
        cancel.disableProperty().bind(model.emptyProperty());
        HBox head = new HBox(words, Ui.spring(), buyer, discount, park, cancel);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("basket-head");
        return head;
    }

    private Node emptyHint(ObservableValue<String> lastSale) {
        Label last = Ui.bound("last-sale", lastSale, "last-sale");
        Ui.shownWhen(last, lastSale.map(text -> !text.isEmpty()));
        Label hint = Ui.wrapping(Ui.label(texts.get("basket.emptyHint"), "muted"));
        hint.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        VBox box = new VBox(
                Ui.icon(Feather.SHOPPING_BAG, "large-icon"),
                Ui.label(texts.get("basket.empty"), "headline"),
                hint,
                last);
        box.getStyleClass().add("empty-hint");
        box.setMouseTransparent(true);
        Ui.shownWhen(box, model.emptyProperty());
        return box;
    }

    private Node foot(Runnable cash, Runnable card) {
        Label total = Ui.bound("total", model.totalProperty(), "total");
        total.setMinWidth(USE_PREF_SIZE);
        HBox totalRow = new HBox(Ui.label(texts.get("basket.total"), "total-label"), Ui.spring(), total);
        totalRow.setAlignment(Pos.BASELINE_LEFT);
        Button payCash = wide(
                Ui.button("pay-cash", Feather.DATABASE, texts.get("basket.cash") + "  F8", cash, "large", "strong"));
        Button payCard = wide(
                Ui.button("pay-card", Feather.CREDIT_CARD, texts.get("basket.card") + "  F9", card, "large", "accent"));
        payCash.disableProperty().bind(model.emptyProperty());
        payCard.disableProperty().bind(model.emptyProperty());
        HBox pay = new HBox(payCash, payCard);
        pay.getStyleClass().add("pay-row");
        Label note = Ui.wrapping(Ui.bound("sale-note", model.noteProperty(), "line-note"));
        note.setGraphic(Ui.icon(Feather.EDIT_3));
        Ui.shownWhen(note, model.noteProperty().map(text -> !text.isEmpty()));
        VBox foot = new VBox(note, new SumsView(model.sums()), totalRow, pay);
        foot.getStyleClass().add("basket-foot");
        return foot;
    }

    private static Button wide(Button button) {
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(180);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }
}
