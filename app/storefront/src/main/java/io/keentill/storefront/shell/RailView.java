package io.keentill.storefront.shell;

import io.keentill.storefront.counter.Screens;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.VBox;

/** The way between the workspaces, at the left edge: only what whoever is logged in may see. */
final class RailView extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Office office;
    private final Texts texts;
    private final Screens screens;

    RailView(Office office, Screens screens, ObservableValue<?> staff, Texts texts) {
        this.office = office;
        this.screens = screens;
        this.texts = texts;
        setId("rail");
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        Ui.shownWhen(this, office.railProperty());
        staff.addListener((o, before, now) -> fill());
        screens.currentProperty().addListener((o, before, now) -> mark());
        fill();
    }

    private void fill() {
        getChildren().setAll(office.workspaces().stream().map(this::item).toList());
        mark();
    }

    private Button item(Workspace where) {
        Button item = Ui.button(
                "go-" + where.key(),
                where.icon(),
                texts.get("rail." + where.key()),
                () -> office.go(where),
                "rail-item");
        item.setUserData(where);
        item.setContentDisplay(ContentDisplay.TOP);
        item.setMaxWidth(Double.MAX_VALUE);
        item.setMinHeight(64);
        item.setAccessibleHelp(texts.get("rail.help", where.place()));
        return item;
    }

    private void mark() {
        getChildren().forEach(item -> {
            if (item.getUserData() instanceof Workspace where) {
                item.pseudoClassStateChanged(CURRENT, where.holds(screens.current()));
            }
        });
    }

    /** Puts the cursor on where one is. */
    void focusCurrent() {
        getChildren().stream()
                .filter(i -> i.getUserData() instanceof Workspace where && where.holds(screens.current()))
                .findFirst()
                .ifPresent(i -> i.requestFocus());
    }
}
