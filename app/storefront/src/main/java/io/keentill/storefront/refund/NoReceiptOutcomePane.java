package io.keentill.storefront.refund;

import io.keentill.domain.order.OrderLine;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.storefront.kit.FigureRow;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.refund.NoReceiptModel.Stage;
import io.keentill.storefront.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What became of a return without a receipt: what happened, whether cash goes out, what to do, in that sequence. */
final class NoReceiptOutcomePane extends VBox {

    private final NoReceiptModel model;
    private final Texts texts;

    NoReceiptOutcomePane(NoReceiptModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("return-outcome");
        getStyleClass().add("refund-outcome");
        model.stageProperty().addListener((o, before, now) -> draw(now));
        draw(model.stageProperty().get());
    }

    private void draw(Stage stage) {
        getChildren().clear();
        NoReceiptReturn back = model.backProperty().get();
        switch (stage) {
            case CHOOSE, EARLIER -> {}
            case RUNNING -> running();
            case SAME -> same(back);
            case DONE -> done(back);
            case SHOWN -> shown(back);
            case NOT_GIVEN -> notGiven();
            case BROKEN -> broken();
        }
    }

    private void running() {
        ProgressIndicator ring = new ProgressIndicator();
        ring.getStyleClass().add("stage-ring");
        ring.setAccessibleText(texts.get("return.running"));
        add(ring, Ui.label(texts.get("return.running"), "stage-name"));
    }

    private void done(@Nullable NoReceiptReturn back) {
        String cash = back == null ? "" : texts.money(back.handed());
        VBox box = new VBox(Ui.label(texts.get("return.done.cash"), "change-label"), Ui.label(cash, "change"));
        box.setId("return-cash");
        box.getStyleClass().add("change-box");
        add(
                Ui.icon(Feather.CHECK_CIRCLE, "stage-icon", "good"),
                title(texts.get(model.isBefore() ? "return.before.title" : "return.done.title", cash)),
                model.isBefore() ? words("return.before.next") : null,
                number(back),
                box,
                Ui.wrapping(Ui.label(texts.get("return.notTold"), "muted")),
                Ui.flow(next("refund.next"), print()));
    }

    private void shown(@Nullable NoReceiptReturn back) {
        VBox goods = new VBox();
        goods.setId("return-shown");
        goods.getStyleClass().add("story-goods");
        if (back != null) {
            for (int i = 0; i < back.lines().size(); i++) {
                OrderLine line = back.lines().get(i);
                FigureRow row = new FigureRow();
                row.show(
                        line.quantity() + " × " + line.name(),
                        texts.money(back.totals().lines().get(i).total()));
                goods.getChildren().add(row);
            }
        }
        add(
                title(texts.get("return.shown.title", back == null ? "" : texts.money(back.handed()))),
                number(back),
                back == null ? null : Ui.wrapping(Ui.label(texts.moment(back.at()) + "  ·  " + back.reason())),
                goods,
                Ui.flow(next("shift.back"), print()));
    }

    private void same(@Nullable NoReceiptReturn last) {
        String cash = last == null ? "" : texts.money(last.handed());
        String when = last == null ? "" : texts.moment(last.at());
        long number = last == null ? 0 : last.number();
        Button that = Ui.button(
                "return-next", Feather.ARROW_LEFT, texts.get("return.same.that"), model::thatOne, "accent", "large");
        Button other = Ui.button("return-another", texts.get("return.same.other"), model::another, "large");
        add(
                Ui.icon(Feather.ALERT_TRIANGLE, "stage-icon"),
                title(texts.get("return.same.title")),
                Ui.wrapping(Ui.label(texts.get("return.same.what", number, cash, when), "stage-message")),
                words("return.same.next"),
                Ui.flow(that, other));
    }

    private void notGiven() {
        add(
                Ui.icon(Feather.X_CIRCLE, "stage-icon", "bad"),
                title(texts.get("return.notGiven.title")),
                why(),
                Ui.wrapping(Ui.label(texts.get("return.noCash"), "no-money")),
                Ui.flow(next("return.backToGoods")));
    }

    private void broken() {
        Button again = Ui.button(
                "return-next", Feather.ROTATE_CW, texts.get("return.again"), model::tryAgain, "accent", "large");
        add(
                Ui.icon(Feather.ALERT_TRIANGLE, "stage-icon"),
                title(texts.get("return.broken.title")),
                why(),
                words("return.broken.next"),
                Ui.flow(again));
    }

    private Label words(String key) {
        return Ui.wrapping(Ui.label(texts.get(key), "stage-message"));
    }

    private @Nullable Label number(@Nullable NoReceiptReturn back) {
        return back == null ? null : Ui.label(texts.get("return.number", back.number()), "muted");
    }

    private Label title(String text) {
        Label title = Ui.wrapping(Ui.label(text, "stage-name"));
        title.setId("return-outcome-title");
        return title;
    }

    private Label why() {
        Label label = Ui.wrapping(Ui.label(model.messageProperty().get(), "stage-message"));
        label.setId("return-why");
        return label;
    }

    private Button next(String key) {
        return Ui.button("return-next", Feather.ARROW_RIGHT, texts.get(key), model::back, "accent", "large");
    }

    private Button print() {
        return Ui.button("return-print", Feather.PRINTER, texts.get("return.print"), model::print, "large");
    }

    private void add(@Nullable Node... nodes) {
        for (Node node : nodes) {
            if (node != null) {
                getChildren().add(node);
            }
        }
    }
}
