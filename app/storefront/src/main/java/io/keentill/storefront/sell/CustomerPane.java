package io.keentill.storefront.sell;

import io.keentill.engine.sync.RemoteCustomers.Entry;
import io.keentill.storefront.kit.RowList;
import io.keentill.storefront.kit.RowText;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Finds who buys, or makes them. */
final class CustomerPane extends VBox {

    private final CustomerModel model;
    private final Texts texts;
    private final TextField search;

    CustomerPane(CustomerModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("customer-pane");
        search = BandParts.field("customer-search", texts.get("customer.search"));
        search.textProperty().bindBidirectional(model.queryProperty());
        search.setOnAction(event -> model.enter());
        ListPane<Entry> list = new ListPane<>(
                "customers",
                texts.get("customer.title"),
                texts.get("sell.close"),
                close,
                texts.get("customer.none"),
                model.found(),
                new RowList.Rows<>("customer-", this::row, model::choose));
        list.underTitle(search);
        VBox account = new VBox(new AccountPane(model.account(), model.attachedProperty(), texts));
        ScrollPane scroll = Ui.scroll("account-scroll", account);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox make = newCustomer();
        getChildren().addAll(list, scroll, make);
        // Whoever buys is shown until somebody else is looked for.
        BooleanBinding known =
                model.account().shownProperty().and(model.queryProperty().isEmpty());
        Ui.shownWhen(scroll, known);
        Ui.shownWhen(make, known.not());
        known.addListener((o, before, now) -> makeRoom(list, now));
        makeRoom(list, known.get());
    }

    private static void makeRoom(ListPane<Entry> list, boolean forAccount) {
        VBox.setVgrow(list, forAccount ? Priority.NEVER : Priority.ALWAYS);
        list.setMaxHeight(forAccount ? USE_PREF_SIZE : Double.MAX_VALUE);
        list.use(!forAccount);
    }

    /** Where the cursor belongs when this comes to the front. */
    TextField first() {
        return search;
    }

    private RowText row(Entry one) {
        String below = Stream.of(one.email(), one.phone())
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("  ·  "));
        return new RowText(model.nameOf(one), below, "");
    }

    private VBox newCustomer() {
        TextField email = BandParts.field("new-email", texts.get("customer.email"));
        TextField name = BandParts.field("new-name", texts.get("customer.name"));
        TextField phone = BandParts.field("new-phone", texts.get("customer.phone"));
        Runnable make = () -> model.create(email.getText(), name.getText(), phone.getText());
        Stream.of(email, name, phone).forEach(field -> field.setOnAction(event -> make.run()));
        model.queryProperty().addListener((o, before, now) -> {
            boolean address = now.indexOf('@') > 0;
            (address ? email : name).setText(now);
            (address ? name : email).setText("");
        });
        Button add = Ui.button("new-customer", Feather.USER_PLUS, texts.get("customer.make"), make, "accent");
        add.disableProperty().bind(model.busyProperty());
        Label complaint = Ui.wrapping(Ui.bound("customer-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        HBox fields = new HBox(name, email, phone);
        fields.getStyleClass().add("band-row");
        VBox box = new VBox(Ui.label(texts.get("customer.new"), "headline"), fields, add, complaint);
        box.getStyleClass().addAll("card", "new-customer");
        return box;
    }
}
