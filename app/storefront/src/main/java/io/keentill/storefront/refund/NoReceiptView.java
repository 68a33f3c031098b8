package io.keentill.storefront.refund;

import io.keentill.domain.catalogue.Product;
import io.keentill.storefront.kit.RowList;
import io.keentill.storefront.kit.RowText;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.refund.NoReceiptModel.Stage;
import io.keentill.storefront.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The goods at the left, what they give and the one way on at the right; then what became of it, or those of before. */
public final class NoReceiptView extends StackPane {

    private static final List<String> REASONS = List.of("gift", "lost", "faulty");

    private final NoReceiptModel model;
    private final Texts texts;
    private final TextField field;

    /** Shows {@code model}. */
    public NoReceiptView(NoReceiptModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("return");
        field = Ui.field(
                "return-field", texts.get("return.field"), model.goods().pick().inputProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Node choose = chooser();
        Node earlier = new NoReceiptEarlierPane(model, texts);
        Node ended = new NoReceiptOutcomePane(model, texts);
        ObservableValue<Stage> stage = model.stageProperty();
        Ui.shownWhen(choose, stage.map(s -> s == Stage.CHOOSE));
        Ui.shownWhen(earlier, stage.map(s -> s == Stage.EARLIER));
        Ui.shownWhen(ended, stage.map(s -> s != Stage.CHOOSE && s != Stage.EARLIER));
        getChildren().addAll(choose, earlier, ended);
    }

    private Node chooser() {
        VBox form = new VBox(
                Ui.wrapping(Ui.label(texts.get("return.title"), "screen-title")),
                field,
                results(),
                new NoReceiptGoodsPane(model.goods(), texts),
                Ui.heading(texts.get("return.reason")),
                reasons(),
                Ui.field("return-reason", texts.get("refund.reason.prompt"), model.reasonProperty()));
        form.getStyleClass().add("refund-form");
        var scroll = Ui.scroll("return-scroll", form);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox row = new HBox(scroll, new NoReceiptOfferPane(model, texts));
        row.getStyleClass().add("refund-choose");
        return row;
    }

    private Node results() {
        ProductPick pick = model.goods().pick();
        RowList<Product> list = new RowList<>(
                "return-results",
                texts.get("return.results"),
                pick.results(),
                new RowList.Rows<>(
                        "return-result-",
                        product -> new RowText(product.name(), product.sku(), texts.money(product.price())),
                        pick::take));
        list.setPrefHeight(220);
        list.setMinHeight(220);
        Ui.shownWhen(list, Bindings.isNotEmpty(pick.results()));
        pick.selectedProperty().addListener((o, before, now) -> list.moveTo(now.intValue()));
        return list;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            model.goods().pick().enter();
        } else if (event.getCode() == KeyCode.DOWN) {
            model.goods().pick().moveSelection(1);
        } else if (event.getCode() == KeyCode.UP) {
            model.goods().pick().moveSelection(-1);
        } else {
            return;
        }
        event.consume();
    }

    private Node reasons() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("choices");
        for (String key : REASONS) {
            String words = texts.get("return.reason." + key);
            row.getChildren()
                    .add(Ui.button(
                            "return-reason-" + key,
                            words,
                            () -> model.reasonProperty().set(words),
                            "chip"));
        }
        return row;
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        Node wanted = switch (model.stageProperty().get()) {
            case CHOOSE -> field;
            case EARLIER -> lookup(model.earlier().isEmpty() ? "#return-earlier-back" : "#return-earlier-rows");
            default -> lookup("#return-next");
        };
        if (wanted != null) {
            wanted.requestFocus();
        }
    }
}
