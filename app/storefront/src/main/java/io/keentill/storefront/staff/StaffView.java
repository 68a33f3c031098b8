package io.keentill.storefront.staff;

import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.Cursor;
import io.keentill.storefront.kit.RowList;
import io.keentill.storefront.kit.RowText;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
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
    private final RowList<Staff> rows;
    private final VBox form = new VBox();
    private final VBox roles = new VBox();
    private List<Role> offered = List.of();

    /** Shows {@code model}. */
    public StaffView(StaffModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("staff");
        getStyleClass().add("orders");
        rows = new RowList<>(
                "staff-list",
                texts.get("staff.title"),
                model.everybody(),
                new RowList.Rows<>("staff-row-", who -> new RowText(who.name(), words(who.role()), ""), model::choose));
        VBox.setVgrow(rows, Priority.ALWAYS);
        Button fresh =
                Ui.button("staff-new", Feather.USER_PLUS, texts.get("staff.new"), () -> model.choose((Staff) null));
        HBox head = new HBox(Ui.label(texts.get("staff.title"), "screen-title"), Ui.spring(), fresh);
        head.getStyleClass().add("pane-head");
        VBox left = new VBox(head, rows);
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
        form.getChildren().setAll(parts());
        // Whoever is logged in decides which roles can be given.
        model.everybody().addListener((ListChangeListener<Staff>) change -> offerRoles());
        offerRoles();
        model.chosenProperty().addListener((o, before, now) -> mark(now));
        mark(model.chosenProperty().get());
    }

    private void mark(@Nullable Staff who) {
        rows.mark(row -> who != null && row.id().equals(who.id()));
    }

    private void offerRoles() {
        if (!model.roles().equals(offered)) {
            offered = model.roles();
            roles.getChildren()
                    .setAll(Choices.of("staff-role", offered, model.roleProperty(), this::words, model::choose));
        }
    }

    private String words(Role role) {
        return texts.get("role." + role.name().toLowerCase(Locale.ROOT));
    }

    /** Made once: whoever is looked at, the fields stay and the cursor in them. */
    private List<Node> parts() {
        Label title = Ui.wrapping(Ui.bound(
                "staff-form-title",
                model.chosenProperty().map(Staff::name).orElse(texts.get("staff.new")),
                "screen-title"));
        Label complaint = Ui.wrapping(Ui.bound("staff-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        VBox pins = new VBox(
                Ui.heading(texts.get("staff.pin")),
                Ui.secret("staff-pin", texts.get("staff.pin.prompt"), model.pinProperty()),
                Ui.secret("staff-again", texts.get("staff.again"), model.againProperty()));
        pins.getStyleClass().add("form-part");
        ObservableValue<Boolean> somebody =
                model.chosenProperty().map(who -> true).orElse(false);
        return List.of(
                title,
                complaint,
                Ui.heading(texts.get("staff.name")),
                Ui.field("staff-name", texts.get("staff.name"), model.nameProperty()),
                Ui.heading(texts.get("staff.role")),
                roles,
                Ui.wrapping(Ui.label(texts.get("staff.role.hint"), "muted")),
                shown(Ui.flow(button("staff-save", "staff.save", model::save, "accent")), somebody),
                pins,
                shown(Ui.flow(button("staff-save", "staff.add", model::save, "accent")), somebody.map(old -> !old)),
                shown(Ui.flow(button("staff-pin-save", "staff.changePin", model::changePin)), somebody),
                shown(removal(), somebody));
    }

    private static Node shown(Node part, ObservableValue<Boolean> when) {
        Ui.shownWhen(part, when);
        return part;
    }

    /** Asked twice, since nobody can be put back. */
    private Node removal() {
        Button ask = button("staff-remove", "staff.remove", model::askRemove, "flat");
        Ui.shownWhen(ask, model.removingProperty().map(removing -> !removing));
        Label question = Ui.wrapping(Ui.label("", "why-not"));
        question.textProperty()
                .bind(model.chosenProperty()
                        .map(who -> texts.get("staff.remove.sure", who.name()))
                        .orElse(""));
        Button keep = button("staff-remove-no", "staff.remove.no", model::keep);
        VBox sure = new VBox(
                question, Ui.flow(button("staff-remove-yes", "staff.remove.yes", model::remove, "danger"), keep));
        sure.getStyleClass().add("form-part");
        Ui.shownWhen(sure, model.removingProperty());
        // The cursor goes on to the question, and to the answer that does nothing.
        model.removingProperty().addListener((o, before, now) -> {
            if (now) {
                Platform.runLater(keep::requestFocus);
            }
        });
        Cursor.whenHidden(sure, ask, rows);
        return new VBox(ask, sure);
    }

    private Button button(String id, String key, Runnable action, String... styles) {
        // Not disabled while a change is stored: the cursor would leave it. The model makes one change at a time.
        return Ui.button(id, texts.get(key), action, styles);
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        Node name = lookup("#staff-name");
        if (name != null) {
            name.requestFocus();
        }
    }
}
