package io.keentill.storefront.status;

import io.keentill.domain.shop.Staff;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.status.StatusModel.Field;
import io.keentill.storefront.status.StatusModel.Level;
import io.keentill.storefront.text.Texts;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The bar above every screen. */
public final class StatusBar extends HBox {

    /**
     * Shows {@code model} and who is logged in; {@code menu} leads to the other workspaces, {@code help} shows the keys,
     * {@code lock} logs out.
     */
    public StatusBar(
            StatusModel model,
            ObservableValue<Staff> staff,
            Texts texts,
            String till,
            Runnable menu,
            Runnable help,
            Runnable lock) {
        setId("status");
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label brand = Ui.label("Keentill", "brand");
        brand.setMinWidth(USE_PREF_SIZE);
        Label name = Ui.label(till, "till-name");
        name.setMinWidth(0);
        Label who = Ui.bound("who", staff.map(Staff::name).orElse(""), "who");
        who.setGraphic(Ui.icon(Feather.USER, "bar-icon"));
        who.setMinWidth(USE_PREF_SIZE);
        Ui.shownWhen(who, staff.map(s -> true).orElse(false));
        var lockButton = Ui.iconButton("lock", Feather.LOCK, texts.get("status.lock"), lock, "bar-button");
        Ui.shownWhen(lockButton, staff.map(s -> true).orElse(false));
        var menuButton = Ui.iconButton("menu", Feather.MENU, texts.get("status.menu"), menu, "bar-button");
        Ui.shownWhen(menuButton, staff.map(s -> true).orElse(false));
        getChildren()
                .addAll(
                        menuButton,
                        brand,
                        name,
                        chip("training", Feather.BOOK_OPEN, model.trainingProperty()),
                        Ui.spring(),
                        chip("warnings", Feather.ALERT_OCTAGON, model.warningsProperty()),
                        chip("unresolved", Feather.ALERT_TRIANGLE, model.unresolvedProperty()),
                        chip("tasks", Feather.CLIPBOARD, model.tasksProperty()),
                        chip("terminal", Feather.CREDIT_CARD, model.terminalProperty()),
                        chip("connection", Feather.CLOUD, model.connectionProperty()),
                        who,
                        Ui.iconButton("help", Feather.HELP_CIRCLE, texts.get("status.help"), help, "bar-button"),
                        lockButton);
    }

    private static Label chip(String name, Feather icon, ObservableValue<Field> field) {
        Label chip = Ui.bound("status-" + name, field.map(Field::text), "status-chip");
        chip.setGraphic(Ui.icon(icon, "bar-icon"));
        // Where room is short these words give way; open payments and unsynced sales are always readable.
        boolean vital = name.equals("unresolved") || name.equals("connection");
        chip.setMinWidth(vital ? USE_PREF_SIZE : 40);
        Ui.shownWhen(chip, field.map(now -> now.level() != Level.NONE));
        Tooltip detail = new Tooltip();
        detail.textProperty().bind(field.map(Field::detail));
        chip.setTooltip(detail);
        chip.accessibleHelpProperty().bind(detail.textProperty());
        paint(chip, field.getValue());
        field.addListener((o, before, now) -> paint(chip, now));
        return chip;
    }

    private static void paint(Label chip, Field field) {
        for (Level level : Level.values()) {
            PseudoClass style = PseudoClass.getPseudoClass(level.name().toLowerCase(Locale.ROOT));
            chip.pseudoClassStateChanged(style, field.level() == level);
        }
    }
}
