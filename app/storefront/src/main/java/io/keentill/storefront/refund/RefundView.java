package io.keentill.storefront.refund;

import io.keentill.domain.refund.MoneyBack;
import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.refund.RefundModel.Mode;
import io.keentill.storefront.refund.RefundModel.Stage;
import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What goes back at the left, what it comes to and the one way on at the right; then what became of it. */
public final class RefundView extends StackPane {

    private static final List<String> REASONS = List.of("returned", "faulty", "price", "mistake");

    private final RefundModel model;
    private final Texts texts;
    private final TextField amount;

    /** Shows {@code model}. */
    public RefundView(RefundModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("refund");
        amount = Ui.field("refund-amount", texts.get("refund.amount.prompt"), model.amountProperty());
        Node choose = chooser();
        Node ended = new RefundOutcomePane(model, texts);
        Ui.shownWhen(choose, model.stageProperty().map(s -> s == Stage.CHOOSE));
        Ui.shownWhen(ended, model.stageProperty().map(s -> s != Stage.CHOOSE));
        getChildren().addAll(choose, ended);
    }

    private Node chooser() {
        Node lines = new GoodsPane(model, texts);
        Ui.shownWhen(lines, model.modeProperty().map(m -> m == Mode.LINES || m == Mode.EXCHANGE));
        Ui.shownWhen(amount, is(Mode.AMOUNT));
        Label title = Ui.wrapping(Ui.bound(
                "refund-title",
                model.storyProperty()
                        .map(s -> texts.get("refund.title", model.titleOf(s)))
                        .orElse(""),
                "screen-title"));
        VBox form = new VBox(
                title,
                Choices.of(
                        "refund-mode",
                        List.of(Mode.values()),
                        model.modeProperty(),
                        m -> texts.get("refund.mode." + m.name().toLowerCase(Locale.ROOT)),
                        model::choose),
                basketRow(),
                lines,
                amount,
                backRow(),
                Ui.heading(texts.get("refund.reason")),
                reasons(),
                Ui.field("refund-reason", texts.get("refund.reason.prompt"), model.reasonProperty()));
        form.getStyleClass().add("refund-form");
        var scroll = Ui.scroll("refund-scroll", form);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox row = new HBox(scroll, new OfferPane(model, texts));
        row.getStyleClass().add("refund-choose");
        return row;
    }

    private ObservableValue<Boolean> is(Mode wanted) {
        return model.modeProperty().map(m -> m == wanted);
    }

    /** What the goods are to pay for. */
    private Node basketRow() {
        Label words = Ui.wrapping(Ui.bound(
                "refund-basket",
                model.basketProperty()
                        .map(basket -> texts.get("refund.exchange.basket", texts.money(basket.due())))
                        .orElse(""),
                "muted"));
        Ui.shownWhen(
                words,
                model.modeProperty()
                        .flatMap(m -> model.basketProperty().map(basket -> m == Mode.EXCHANGE))
                        .orElse(false));
        return words;
    }

    private Node backRow() {
        FlowPane choices = Choices.of(
                "refund-back",
                List.of(MoneyBack.values()),
                model.backProperty(),
                b -> texts.get("refund.back." + b.name().toLowerCase(Locale.ROOT)),
                model::choose);
        VBox box = new VBox(Ui.heading(texts.get("refund.back")), choices);
        box.getStyleClass().add("form-part");
        Ui.shownWhen(box, model.storyProperty().map(s -> model.isMixed()).orElse(false));
        return box;
    }

    private Node reasons() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("choices");
        for (String key : REASONS) {
            String words = texts.get("refund.reason." + key);
            row.getChildren()
                    .add(Ui.button(
                            "reason-" + key, words, () -> model.reasonProperty().set(words), "chip"));
        }
        return row;
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        String wanted = model.stageProperty().get() == Stage.CHOOSE ? "#refund-mode-whole" : "#refund-next";
        Node node = lookup(wanted);
        if (node != null) {
            node.requestFocus();
        }
    }
}
