package io.keentill.storefront.sell;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** What the questions of the band are made of. */
final class BandParts {

    private BandParts() {}

    static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setMinHeight(44);
        field.setPrefColumnCount(6);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    static Button close(BasketBand band, Texts texts) {
        return Ui.iconButton("band-close", Feather.X, texts.get("band.close"), band::close, "flat");
    }

    static Label question(String text) {
        Label label = Ui.wrapping(Ui.label(text, "band-question"));
        label.setId("band-question");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    static Label complaint(BasketBand band) {
        Label complaint = Ui.wrapping(Ui.bound("band-complaint", band.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, band.complaintProperty().map(text -> !text.isEmpty()));
        return complaint;
    }

    static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("band-row");
        return row;
    }
}
