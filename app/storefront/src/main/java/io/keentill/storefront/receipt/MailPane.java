package io.keentill.storefront.receipt;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The address that a receipt goes to, and how far it has come. */
final class MailPane extends VBox {

    MailPane(MailModel model, Texts texts) {
        setId("mail");
        getStyleClass().add("form-part");
        TextField address = Ui.field("mail-address", texts.get("mail.address"), model.addressProperty());
        address.setOnAction(event -> model.send());
        Button send = Ui.button("mail-send", Feather.SEND, texts.get("mail.send"), model::send, "accent");
        HBox row = new HBox(send, Ui.button("mail-cancel", texts.get("mail.cancel"), model::cancel, "flat"));
        row.getStyleClass().add("ways-row");
        Label complaint = Ui.wrapping(Ui.bound("mail-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        VBox form = new VBox(address, complaint, row);
        form.getStyleClass().add("form-part");
        Ui.shownWhen(form, model.askingProperty());
        model.askingProperty().addListener((o, before, now) -> {
            if (now) {
                address.requestFocus();
            }
        });
        VBox states = new VBox();
        states.setId("mail-states");
        model.states().addListener((ListChangeListener<String>) change -> states.getChildren()
                .setAll(model.states().stream()
                        .map(text -> Ui.wrapping(Ui.label(text, "muted")))
                        .toList()));
        getChildren().addAll(form, states);
    }
}
