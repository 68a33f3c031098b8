package io.keentill.storefront.looks;

import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The pane in which colours and size of text are chosen; each choice shows at once. */
public final class LooksView extends VBox {

    private final LooksModel model;

    /** Changes {@code model}. */
    public LooksView(LooksModel model, Texts texts) {
        this.model = model;
        setId("looks");
        getStyleClass().add("office");
        VBox card = new VBox(
                Ui.heading(texts.get("looks.theme")),
                Choices.of(
                        "theme",
                        List.of(Theme.values()),
                        model.themeProperty(),
                        theme -> texts.get("looks.theme." + theme.key()),
                        model::choose),
                Ui.heading(texts.get("looks.text")),
                Choices.of(
                        "text-size",
                        LooksModel.SIZES,
                        model.sizeProperty(),
                        size -> texts.get("looks.percent", size),
                        size -> model.choose(size.intValue())),
                Ui.wrapping(Ui.label(texts.get("looks.hint"), "muted")));
        card.getStyleClass().addAll("card", "form");
        getChildren().addAll(Ui.wrapping(Ui.label(texts.get("looks.title"), "screen-title")), card);
    }

    /** Puts the cursor on the colours that are shown. */
    public void focusFirst() {
        Node chosen = lookup("#theme-" + model.themeProperty().getValue().name().toLowerCase(Locale.ROOT));
        if (chosen != null) {
            chosen.requestFocus();
        }
    }
}
