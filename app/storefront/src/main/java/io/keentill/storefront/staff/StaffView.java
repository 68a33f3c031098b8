package io.keentill.storefront.staff;

import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Everybody at the left, one of them or somebody new at the right. */
public final class StaffView extends HBox {

    private final StaffModel model;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final VBox form = new VBox();

    /** Shows {@code model}. */
    public StaffView(StaffModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("staff");
        getStyleClass().add("orders");
        rows.getStyleClass().add("rows");
        var scroll = Ui.scroll("staff-scroll", rows);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button fresh =
                Ui.button("staff-new", Feather.USER_PLUS, texts.get("staff.new"), () -> model.choose((Staff) null));
        HBox head = new HBox(Ui.label(texts.get("staff.title"), "screen-title"), Ui.spring(), fresh);
        head.getStyleClass().add("pane-head");
        VBox left = new VBox(head, scroll);
        left.getStyleClass().add("orders-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        form.getStyleClass().add("story-content");
        var formScroll = Ui.scroll("staff-form-scroll", form);
        VBox.setVgrow(formScroll, Priority.ALWAYS);
        VBox right = new VBox(formScroll);
        right.setId("staff-form");
        right.getStyleClass().add("story");
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
        model.everybody().addListener((ListChangeListener<Staff>) change -> fill());
        model.chosenProperty().addListener((o, before, now) -> draw(now));
        fill();
        draw(model.chosenProperty().get());
    }

    private void fill() {
        rows.getChildren().setAll(model.everybody().stream().map(this::row).toList());
        // Whoever is logged in decides which roles can be given.
        draw(model.chosenProperty().get());
    }

    private Node row(Staff who) {
        Label name = Ui.label(who.name(), "row-title");
        Label role = Ui.label(words(who.role()), "muted", "small");
        VBox words = new VBox(name, role);
        Button row = new Button();
        row.setGraphic(words);
        row.setId("staff-" + who.id());
        row.setAccessibleText(who.name() + ", " + role.getText());
        row.getStyleClass().add("row");
        row.setMaxWidth(Double.MAX_VALUE);
        words.prefWidthProperty().bind(row.widthProperty().subtract(28));
        row.setOnAction(event -> model.choose(who));
        return row;
    }

    private String words(Role role) {
        return texts.get("role." + role.name().toLowerCase(Locale.ROOT));
    }

    private void draw(@Nullable Staff who) {
        Label title = Ui.wrapping(Ui.label(who == null ? texts.get("staff.new") : who.name(), "screen-title"));
        title.setId("staff-form-title");
        Label complaint = Ui.wrapping(Ui.bound("staff-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        VBox pins = new VBox(
                Ui.heading(texts.get("staff.pin")),
                Ui.secret("staff-pin", texts.get("staff.pin.prompt"), model.pinProperty()),
                Ui.secret("staff-again", texts.get("staff.again"), model.againProperty()));
        pins.getStyleClass().add("form-part");
        Button save = button("staff-save", who == null ? "staff.add" : "staff.save", model::save, "accent");
        form.getChildren()
                .setAll(
                        title,
                        complaint,
                        Ui.heading(texts.get("staff.name")),
                        Ui.field("staff-name", texts.get("staff.name"), model.nameProperty()),
                        Ui.heading(texts.get("staff.role")),
                        Choices.of("staff-role", model.roles(), model.roleProperty(), this::words, model::choose),
                        Ui.wrapping(Ui.label(texts.get("staff.role.hint"), "muted")));
        if (who == null) {
            form.getChildren().addAll(pins, Ui.flow(save));
        } else {
            form.getChildren()
                    .addAll(
                            Ui.flow(save),
                            pins,
                            Ui.flow(button("staff-pin-save", "staff.changePin", model::changePin)),
                            removal(who));
        }
    }

    /** Asked twice, since nobody can be put back. */
    private Node removal(Staff who) {
        Button ask = button("staff-remove", "staff.remove", model::askRemove, "flat");
        Ui.shownWhen(ask, model.removingProperty().map(removing -> !removing));
        VBox sure = new VBox(
                Ui.wrapping(Ui.label(texts.get("staff.remove.sure", who.name()), "why-not")),
                Ui.flow(
                        button("staff-remove-yes", "staff.remove.yes", model::remove, "danger"),
                        button("staff-remove-no", "staff.remove.no", model::keep)));
        sure.getStyleClass().add("form-part");
        Ui.shownWhen(sure, model.removingProperty());
        return new VBox(ask, sure);
    }

    private Button button(String id, String key, Runnable action, String... styles) {
        Button button = Ui.button(id, texts.get(key), action, styles);
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        Node name = lookup("#staff-name");
        if (name != null) {
            name.requestFocus();
        }
    }
}
