package io.keentill.storefront.pay;

import io.keentill.storefront.kit.Cursor;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.pay.PayModel.Stage;
import io.keentill.storefront.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The payment screen: what is due at the left, the way of paying at the right. */
public final class PayView extends HBox {

    private final PayModel model;
    private final Texts texts;
    private final CashPane cash;

    /** Shows {@code model} and the running payment by {@code card} or {@code link}. */
    public PayView(PayModel model, CardModel card, LinkModel link, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.cash = new CashPane(model, texts);
        setId("pay");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> spoken(card, link),
                        model.stageProperty(),
                        model.dueProperty(),
                        model.outcomeProperty(),
                        card.messageProperty(),
                        link.titleProperty()));
        getStyleClass().add("pay");
        StackPane ways = new StackPane(
                shown(cash, Stage.CASH),
                shown(new CardPane(model, card, texts), Stage.CARD),
                shown(new LinkPane(model, link, texts), Stage.LINK),
                shown(new OutcomePane(model, texts), Stage.NOT_PAID),
                shown(new UnknownPane(model, texts), Stage.UNKNOWN));
        ways.getStyleClass().addAll("card", "ways");
        HBox.setHgrow(ways, Priority.ALWAYS);
        getChildren().addAll(duePane(link), ways);
        // After a part payment what was pressed is gone or disabled; the next key is a figure of the rest.
        model.stageProperty().addListener((o, before, now) -> toCash());
        model.tenders().addListener((ListChangeListener<String>) change -> toCash());
    }

    private void toCash() {
        if (model.stageProperty().get() == Stage.CASH) {
            Cursor.to(cash.field());
        }
    }

    /** What a screen reader says while the cursor is on none of the buttons: what a look at the screen tells. */
    private String spoken(CardModel card, LinkModel link) {
        CardOutcome outcome = model.outcomeProperty().getValue();
        return switch (model.stageProperty().get()) {
            case CASH ->
                texts.get("pay.title") + ". " + texts.get("pay.due") + " "
                        + model.dueProperty().getValue();
            case CARD -> texts.get("pay.card") + ". " + card.messageProperty().getValue();
            case LINK -> texts.get("pay.link") + ". " + link.titleProperty().getValue();
            case NOT_PAID, UNKNOWN ->
                outcome == null
                        ? texts.get("pay.title")
                        : outcome.title() + ". " + outcome.happened() + " " + outcome.money() + " " + outcome.next();
        };
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        if (model.stageProperty().get() == Stage.CASH) {
            cash.field().requestFocus();
        } else {
            // Not on a button: an Enter meant for something else must not start or stop a payment.
            requestFocus();
        }
    }

    private Node shown(Node node, Stage stage) {
        Ui.shownWhen(node, model.stageProperty().map(now -> now == stage));
        return node;
    }

    private Node duePane(LinkModel link) {
        Label due = Ui.bound("due", model.dueProperty(), "due");
        due.setMinWidth(Region.USE_PREF_SIZE);
        Label asked = Ui.bound("cash-due", model.askedProperty(), "muted");
        Ui.shownWhen(asked, model.askedProperty().map(text -> !text.isEmpty()));
        VBox tenders = new VBox();
        tenders.setId("tenders");
        tenders.getStyleClass().add("tenders");
        model.tenders().addListener((ListChangeListener<String>) change -> tenders.getChildren()
                .setAll(model.tenders().stream().map(this::tender).toList()));
        var back = Ui.button("pay-back", Feather.ARROW_LEFT, texts.get("pay.back"), model::back, "flat");
        Ui.shownWhen(back, model.stageProperty().map(stage -> stage == Stage.CASH || stage == Stage.UNKNOWN));
        var byCard = Ui.button(
                "pay-by-card", Feather.CREDIT_CARD, texts.get("pay.card") + "  F9", model::openCard, "large", "accent");
        byCard.setMaxWidth(Double.MAX_VALUE);
        byCard.textProperty()
                .bind(model.cardPartProperty()
                        .map(part ->
                                (part.isEmpty() ? texts.get("pay.card") : texts.get("pay.cardPart", part)) + "  F9"));
        byCard.accessibleTextProperty().bind(byCard.textProperty());
        Ui.shownWhen(byCard, model.stageProperty().map(stage -> stage == Stage.CASH));
        var byLink =
                Ui.button("pay-by-link", Feather.SMARTPHONE, texts.get("pay.link") + "  F7", model::openLink, "large");
        byLink.setMaxWidth(Double.MAX_VALUE);
        boolean offered = link.isOffered();
        Ui.shownWhen(
                byLink,
                Bindings.createObjectBinding(
                        () -> offered
                                && model.byLinkProperty().get()
                                && model.stageProperty().get() == Stage.CASH,
                        model.stageProperty(),
                        model.byLinkProperty()));
        VBox pane = new VBox(
                Ui.label(texts.get("pay.title"), "headline"),
                Ui.label(texts.get("pay.due"), "muted"),
                due,
                asked,
                Ui.yielding("tenders-scroll", tenders),
                byCard,
                byLink,
                back);
        pane.getStyleClass().add("due-pane");
        return pane;
    }

    private Node tender(String text) {
        HBox row = new HBox(Ui.icon(Feather.CHECK, "good"), Ui.label(text));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tender");
        return row;
    }
}
