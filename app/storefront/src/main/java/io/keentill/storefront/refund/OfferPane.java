package io.keentill.storefront.refund;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.office.RefundOffer;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.refund.RefundModel.Mode;
import io.keentill.storefront.text.Texts;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the choice comes to: how much goes back and how, or why not and what can be done instead. */
final class OfferPane extends VBox {

    private final Texts texts;
    private final VBox shares = new VBox();
    private final Label sum = Ui.label("", "offer-sum");
    private final Button go;

    OfferPane(RefundModel model, Texts texts) {
        this.texts = texts;
        setId("refund-offer");
        getStyleClass().addAll("card", "offer");
        sum.setId("refund-sum");
        sum.setMinWidth(USE_PREF_SIZE);
        shares.setId("refund-shares");
        shares.getStyleClass().add("form-part");
        go = Ui.button("refund-go", Feather.CORNER_UP_LEFT, texts.get("refund.go"), model::go, "accent", "large");
        go.setMaxWidth(Double.MAX_VALUE);
        Button leave = Ui.button("refund-leave", texts.get("refund.leave"), model::back, "flat");
        leave.setMaxWidth(Double.MAX_VALUE);
        Label complaint = Ui.wrapping(Ui.bound("refund-complaint", model.messageProperty(), "complaint"));
        Ui.shownWhen(complaint, model.messageProperty().map(text -> !text.isEmpty()));
        Label heading = Ui.heading(texts.get("refund.comesTo"));
        heading.textProperty()
                .bind(model.modeProperty()
                        .map(m -> texts.get(m == Mode.EXCHANGE ? "refund.exchange.worth" : "refund.comesTo")));
        go.textProperty()
                .bind(model.modeProperty()
                        .map(m -> texts.get(m == Mode.EXCHANGE ? "refund.exchange.go" : "refund.go")));
        go.accessibleTextProperty().bind(go.textProperty());
        getChildren().addAll(heading, sum, shares, Ui.spring(), complaint, go, leave);
        model.offerProperty().addListener((o, before, now) -> draw(now));
        draw(model.offerProperty().get());
    }

    private void draw(@Nullable RefundOffer offer) {
        shares.getChildren().clear();
        go.setDisable(!(offer instanceof RefundOffer.Possible));
        sum.setText("–");
        switch (offer) {
            case null -> {}
            case RefundOffer.Possible possible -> {
                sum.setText(texts.money(possible.amount()));
                possible.shares().forEach(s -> shares.getChildren().add(share(s)));
            }
            case RefundOffer.NotPossible(Sentence why) -> {
                Label words = Ui.wrapping(Ui.label(texts.said(why), "why-not"));
                words.setId("refund-why-not");
                shares.getChildren().add(words);
            }
        }
    }

    private Node share(RefundOffer.Share share) {
        String way = texts.get(
                "refund.way." + share.way().name().toLowerCase(Locale.ROOT),
                share.card() == null ? texts.get("refund.theCard") : share.card());
        Label words = Ui.wrapping(Ui.label(way));
        Label figure = Ui.label(texts.money(share.handed()), "row-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(words, Ui.spring(), figure);
        row.getStyleClass().add("story-row");
        return row;
    }
}
