package io.keentill.storefront.sell;

import static io.keentill.storefront.sell.BandParts.close;
import static io.keentill.storefront.sell.BandParts.question;
import static io.keentill.storefront.sell.BandParts.row;

import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.sell.BasketBand.Question;
import io.keentill.storefront.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Draws what the {@link BasketBand} asks. */
final class BandView extends VBox {

    private final BasketBand band;
    private final BasketActions actions;
    private final Texts texts;

    BandView(BasketBand band, BasketActions actions, Texts texts) {
        this.band = band;
        this.actions = actions;
        this.texts = texts;
        setId("band");
        getStyleClass().add("band");
        band.questionProperty().addListener((o, before, now) -> draw(now));
        draw(band.questionProperty().get());
    }

    private void draw(Question question) {
        getChildren().clear();
        switch (question) {
            case Question.None() -> {}
            case Question.CancelSale() -> drawCancel();
            case Question.ParkName() -> drawPark();
            case Question.Adjust of -> getChildren().add(new AdjustView(of, band, actions, texts));
            case Question.AskPrice of -> drawPrice(of);
            case Question.AskChoice of -> drawChoice(of);
        }
        boolean asked = !getChildren().isEmpty();
        setVisible(asked);
        setManaged(asked);
    }

    private void drawCancel() {
        Button yes = Ui.button("cancel-yes", texts.get("band.cancel.yes"), actions::cancelSale, "danger");
        Button keep = Ui.button("cancel-no", texts.get("band.keep"), band::close);
        getChildren().addAll(question(texts.get("band.cancel.ask")), row(yes, keep));
        Platform.runLater(keep::requestFocus);
    }

    private void drawPark() {
        TextField name = BandParts.field("park-name", texts.get("band.park.prompt"));
        name.setOnAction(event -> actions.park(name.getText()));
        Button yes = Ui.button("park-yes", texts.get("band.park.yes"), () -> actions.park(name.getText()), "accent");
        getChildren().addAll(question(texts.get("band.park.ask")), row(name, yes, close(band, texts)));
        Platform.runLater(name::requestFocus);
    }

    private void drawPrice(Question.AskPrice of) {
        String ask = texts.get("band.price.ask", of.product().name());
        TextField price = BandParts.field("open-price", texts.get("band.price.prompt"));
        Runnable add = () -> actions.addPriced(of, price.getText());
        price.setOnAction(event -> add.run());
        Button yes = Ui.button("open-price-add", texts.get("band.price.add"), add, "accent");
        getChildren().addAll(row(question(ask), close(band, texts)), row(price, yes), BandParts.complaint(band));
        Platform.runLater(price::requestFocus);
    }

    private void drawChoice(Question.AskChoice of) {
        FlowPane prices = new FlowPane();
        prices.getStyleClass().add("band-choices");
        List<Button> buttons = new ArrayList<>();
        for (PriceChoice choice : of.product().choices()) {
            String figure = texts.money(choice.price());
            Button button = Ui.button(
                    "choice-" + buttons.size(),
                    choice.name() + "\n" + figure,
                    () -> actions.addChoice(of, choice),
                    "choice");
            button.setAccessibleText(choice.name() + ", " + figure);
            button.setTextAlignment(TextAlignment.CENTER);
            buttons.add(button);
        }
        prices.getChildren().setAll(buttons);
        getChildren()
                .addAll(row(question(texts.get("band.choice.ask", of.product().name())), close(band, texts)), prices);
        Platform.runLater(buttons.getFirst()::requestFocus);
    }
}
