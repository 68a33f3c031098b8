package io.keentill.storefront.refund;

import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.storefront.kit.RowList;
import io.keentill.storefront.kit.RowText;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The returns without a receipt of before, each a row that shows it. */
final class NoReceiptEarlierPane extends VBox {

    NoReceiptEarlierPane(NoReceiptModel model, Texts texts) {
        setId("return-before");
        getStyleClass().add("office");
        RowList<NoReceiptReturn> rows = new RowList<>(
                "return-earlier-rows",
                texts.get("return.earlier"),
                model.earlier(),
                new RowList.Rows<>("return-earlier-", back -> row(texts, back), model::show));
        VBox.setVgrow(rows, Priority.ALWAYS);
        Label none = Ui.wrapping(Ui.label(texts.get("return.earlier.none"), "muted"));
        none.setId("return-earlier-none");
        Ui.shownWhen(none, Bindings.isEmpty(model.earlier()));
        Ui.shownWhen(rows, Bindings.isNotEmpty(model.earlier()));
        getChildren()
                .addAll(
                        Ui.wrapping(Ui.label(texts.get("return.earlier"), "screen-title")),
                        none,
                        rows,
                        Ui.flow(Ui.button(
                                "return-earlier-back",
                                Feather.ARROW_LEFT,
                                texts.get("shift.back"),
                                model::back,
                                "flat")));
    }

    private static RowText row(Texts texts, NoReceiptReturn back) {
        return new RowText(
                texts.get("return.number", back.number()) + "  ·  " + back.reason(),
                texts.moment(back.at()) + "  ·  " + ReturnGoods.summary(back.lines()),
                texts.money(back.handed()));
    }
}
