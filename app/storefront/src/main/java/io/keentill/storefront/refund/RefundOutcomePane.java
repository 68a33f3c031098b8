package io.keentill.storefront.refund;

import io.keentill.domain.order.Order;
import io.keentill.domain.refund.Refund;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.refund.RefundModel.Stage;
import io.keentill.storefront.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The refund on its way, and what became of it: what happened, whether money moved, what to do, in that sequence. */
final class RefundOutcomePane extends VBox {

    private final RefundModel model;
    private final Texts texts;

    RefundOutcomePane(RefundModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("refund-outcome");
        getStyleClass().add("refund-outcome");
        model.stageProperty().addListener((o, before, now) -> draw(now));
        draw(model.stageProperty().get());
    }

    private void draw(Stage stage) {
        getChildren().clear();
        switch (stage) {
            case CHOOSE -> {}
            case RUNNING -> running();
            case DONE -> done();
            case NOT_GIVEN -> notGiven();
            case PART -> part();
            case UNKNOWN -> unknown();
        }
    }

    private void running() {
        ProgressIndicator ring = new ProgressIndicator();
        ring.getStyleClass().add("stage-ring");
        ring.setAccessibleText(texts.get("refund.working"));
        Button cancel = Ui.button("refund-cancel", texts.get("refund.cancel"), model::cancel, "large");
        add(
                ring,
                Ui.label(texts.get("refund.running.title"), "stage-name"),
                Ui.wrapping(Ui.bound("refund-terminal", model.terminalProperty(), "stage-message")),
                Ui.flow(cancel));
    }

    private void done() {
        Refund refund = model.refundProperty().get();
        Order basket = model.exchangedFor().orElse(null);
        String sum = refund == null ? "" : texts.money(basket == null ? refund.returned() : refund.exchanged());
        add(
                Ui.icon(Feather.CHECK_CIRCLE, "stage-icon", "good"),
                title(basket == null ? "refund.done.title" : "refund.exchange.done", sum),
                basket == null ? null : exchanged(basket),
                refund == null || refund.number() == null
                        ? null
                        : Ui.label(texts.get("refund.done.number", Long.toString(refund.number())), "muted"));
        model.cashToHandOver().ifPresent(cash -> {
            VBox box = new VBox(
                    Ui.label(texts.get("refund.done.cash"), "change-label"), Ui.label(texts.money(cash), "change"));
            box.setId("refund-cash");
            box.getStyleClass().add("change-box");
            getChildren().add(box);
        });
        getChildren().add(next(basket == null ? "refund.next" : "refund.exchange.next"));
    }

    private Label exchanged(Order basket) {
        Label words = Ui.wrapping(Ui.label(
                basket.due().isPositive()
                        ? texts.get("refund.exchange.due", texts.money(basket.due()))
                        : texts.get("refund.exchange.paid"),
                "stage-message"));
        words.setId("refund-exchanged");
        return words;
    }

    private void notGiven() {
        add(
                Ui.icon(Feather.X_CIRCLE, "stage-icon", "bad"),
                title("refund.notGiven.title", ""),
                why(),
                Ui.wrapping(Ui.label(texts.get("card.noMoney"), "no-money")),
                Ui.wrapping(Ui.label(texts.get("refund.notGiven.next"), "stage-message")),
                next("refund.backToSale"));
    }

    private void part() {
        Refund refund = model.refundProperty().get();
        add(
                Ui.icon(Feather.ALERT_TRIANGLE, "stage-icon"),
                title("refund.part.title", refund == null ? "" : texts.money(refund.returned())),
                why(),
                Ui.wrapping(Ui.label(texts.get("refund.part.next"), "stage-message")),
                next(model.exchangedFor().isPresent() ? "refund.exchange.next" : "refund.backToSale"));
    }

    private void unknown() {
        Refund refund = model.refundProperty().get();
        String amount = refund == null ? "" : texts.money(refund.outstanding());
        String reference = refund == null ? "" : refund.reference();
        add(
                title("refund.unknown.title", ""),
                fact("card.unknown.knownLabel", texts.get("refund.unknown.known", amount, reference)),
                fact("card.unknown.doingLabel", texts.get("refund.unknown.doing")),
                fact("card.unknown.nextLabel", texts.get("refund.unknown.next")),
                next("refund.backToSale"));
    }

    private Node fact(String label, String words) {
        VBox box = new VBox(Ui.label(texts.get(label), "unknown-label"), Ui.wrapping(Ui.label(words, "unknown-text")));
        box.getStyleClass().add("unknown-part");
        return box;
    }

    private Label title(String key, String value) {
        Label title = Ui.wrapping(Ui.label(texts.get(key, value), "stage-name"));
        title.setId("refund-outcome-title");
        return title;
    }

    private @Nullable Label why() {
        String why = model.messageProperty().get();
        if (why.isEmpty()) {
            return null;
        }
        Label label = Ui.wrapping(Ui.label(why, "stage-message"));
        label.setId("refund-why");
        return label;
    }

    private FlowPane next(String key) {
        return Ui.flow(Ui.button("refund-next", Feather.ARROW_RIGHT, texts.get(key), model::back, "accent", "large"));
    }

    private void add(@Nullable Node... nodes) {
        for (Node node : nodes) {
            if (node != null) {
                getChildren().add(node);
            }
        }
    }
}
