package io.keentill.storefront.refund;

import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.refund.NoReceiptOffer;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the goods give and how much the shop gives at most, or why not; and the way to the cash. */
final class NoReceiptOfferPane extends VBox {

    private final Texts texts;
    private final Label sum = Ui.label("–", "offer-sum");
    private final Label limit = Ui.wrapping(Ui.label("", "muted"));
    private final Label problem = Ui.wrapping(Ui.label("", "why-not"));
    private final Label cashAlone;
    private final Button go;

    NoReceiptOfferPane(NoReceiptModel model, Texts texts) {
        this.texts = texts;
        setId("return-offer");
        getStyleClass().addAll("card", "offer", "return-offer");
        sum.setId("return-sum");
        sum.setMinWidth(USE_PREF_SIZE);
        limit.setId("return-limit");
        problem.setId("return-why-not");
        cashAlone = Ui.wrapping(Ui.label(texts.get("return.cashAlone"), "muted"));
        go = wide(Ui.button("return-go", Feather.CORNER_UP_LEFT, texts.get("return.go"), model::go, "accent", "large"));
        Button earlier = wide(
                Ui.button("return-earlier", Feather.LIST, texts.get("return.earlier"), model::showEarlier, "flat"));
        Button leave = wide(Ui.button("return-leave", texts.get("return.leave"), model::back, "flat"));
        Label complaint = Ui.wrapping(Ui.bound("return-complaint", model.messageProperty(), "complaint"));
        Ui.shownWhen(complaint, model.messageProperty().map(text -> !text.isEmpty()));
        Label last = Ui.wrapping(
                Ui.bound("return-last", model.lastProperty().map(this::last).orElse(""), "muted", "small"));
        Ui.shownWhen(last, model.lastProperty().map(r -> true).orElse(false));
        getChildren()
                .addAll(
                        Ui.heading(texts.get("return.gives")),
                        sum,
                        limit,
                        problem,
                        cashAlone,
                        Ui.spring(),
                        last,
                        complaint,
                        go,
                        earlier,
                        leave);
        model.goods().offerProperty().addListener((o, before, now) -> draw(now));
        draw(model.goods().offerProperty().get());
    }

    private static Button wide(Button button) {
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private String last(NoReceiptReturn back) {
        return texts.get("return.last", back.number(), texts.money(back.handed()), texts.moment(back.at()));
    }

    private void draw(@Nullable NoReceiptOffer offer) {
        switch (offer) {
            case null -> show("–", "", "", false);
            case NoReceiptOffer.NotPossible(Sentence why) -> show("–", "", texts.said(why), false);
            case NoReceiptOffer.Priced priced -> {
                Sentence why = priced.problem();
                show(
                        texts.money(priced.handed()),
                        texts.get("return.limit", texts.money(priced.limit())),
                        why == null ? "" : texts.said(why),
                        why == null && !priced.lines().isEmpty());
            }
        }
    }

    private void show(String amount, String most, String why, boolean possible) {
        sum.setText(amount);
        limit.setText(most);
        problem.setText(why);
        problem.setVisible(!why.isEmpty());
        problem.setManaged(!why.isEmpty());
        // One of the two says what matters now, and both may be more than there is room for.
        cashAlone.setVisible(why.isEmpty());
        cashAlone.setManaged(why.isEmpty());
        go.setDisable(!possible);
        go.setText(possible ? texts.get("return.goWith", amount) : texts.get("return.go"));
        go.setAccessibleText(go.getText());
    }
}
