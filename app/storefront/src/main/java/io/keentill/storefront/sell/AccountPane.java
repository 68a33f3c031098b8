package io.keentill.storefront.sell;

import io.keentill.domain.money.Money;
import io.keentill.engine.account.Entitled;
import io.keentill.engine.account.OpenInvoice;
import io.keentill.storefront.kit.RowText;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a customer owes, each invoice a row to press, and what they may use. */
final class AccountPane extends VBox {

    private final AccountModel model;
    private final Texts texts;

    AccountPane(AccountModel model, ObservableValue<String> name, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("account");
        getStyleClass().addAll("card", "account");
        Label who = Ui.wrapping(Ui.bound("account-name", name, "headline"));
        who.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(who, Priority.ALWAYS);
        Button again =
                Ui.iconButton("account-again", Feather.REFRESH_CW, texts.get("account.again"), model::refresh, "flat");
        HBox head = new HBox(who, again);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox rows = new VBox();
        rows.getStyleClass().add("account-rows");
        VBox held = new VBox();
        held.getStyleClass().add("entitled");
        getChildren()
                .addAll(
                        head,
                        said("account-complaint", model.complaintProperty(), "complaint"),
                        Ui.heading(texts.get("account.invoices")),
                        said("account-invoices-note", model.invoicesNoteProperty(), "muted"),
                        rows,
                        Ui.heading(texts.get("account.entitlements")),
                        said("account-entitled-note", model.entitlementsNoteProperty(), "muted"),
                        held);
        fill(rows, model.invoices(), this::invoice);
        fill(held, model.entitlements(), this::entitled);
    }

    private static Label said(String id, ObservableValue<String> text, String style) {
        Label label = Ui.wrapping(Ui.bound(id, text, style));
        Ui.shownWhen(label, text.map(words -> !words.isEmpty()));
        return label;
    }

    private <T> void fill(VBox box, ObservableList<T> items, Function<Place<T>, Node> made) {
        Runnable all = () -> {
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                nodes.add(made.apply(new Place<>(i, items.get(i))));
            }
            box.getChildren().setAll(nodes);
        };
        items.addListener((ListChangeListener<T>) change -> all.run());
        all.run();
    }

    private record Place<T>(int number, T item) {}

    private Node invoice(Place<OpenInvoice> place) {
        OpenInvoice one = place.item();
        RowButton row = new RowButton("invoice-" + place.number(), () -> model.take(one));
        Money due = one.due();
        row.show(new RowText(
                texts.get("account.invoice", one.number()),
                below(one),
                due == null ? texts.get("account.partOf", texts.money(one.total())) : texts.money(due)));
        row.disableProperty().bind(model.takingProperty());
        return row;
    }

    private String below(OpenInvoice one) {
        List<String> parts = new ArrayList<>();
        parts.add(AccountWords.status(one.status(), texts));
        Instant made = one.made();
        if (made != null) {
            parts.add(texts.get("account.of", texts.date(made)));
        }
        Instant dueOn = one.dueOn();
        if (dueOn != null) {
            parts.add(texts.get("account.dueOn", texts.date(dueOn)));
        }
        return String.join("  ·  ", parts);
    }

    private Node entitled(Place<Entitled> place) {
        Entitled one = place.item();
        Label label = Ui.wrapping(Ui.label(AccountWords.entitled(one, texts), one.hasAccess() ? "access" : "muted"));
        label.setId("entitled-" + place.number());
        label.setGraphic(Ui.icon(one.hasAccess() ? Feather.CHECK_CIRCLE : Feather.SLASH));
        return label;
    }
}
