package io.keentill.storefront.shell;

import io.keentill.storefront.counter.Screens;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The way between the workspaces, at the left edge: only what whoever is logged in may see. On a low screen its rows come
 * closer, and where that is not enough it scrolls.
 */
final class RailView extends StackPane {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double ROOMY = 64;

    private final Office office;
    private final Texts texts;
    private final Screens screens;
    private final VBox items = new VBox();
    private final ScrollPane scroll;

    RailView(Office office, Screens screens, ObservableValue<?> staff, Texts texts) {
        this.office = office;
        this.screens = screens;
        this.texts = texts;
        setId("rail");
        getStyleClass().add("rail");
        items.getStyleClass().add("rail-items");
        items.setAlignment(Pos.TOP_CENTER);
        scroll = Ui.scroll("rail-scroll", items);
        scroll.setFitToHeight(true);
        scroll.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(scroll);
        Ui.shownWhen(this, office.railProperty());
        staff.addListener((o, before, now) -> fill());
        screens.currentProperty().addListener((o, before, now) -> mark());
        // The cursor may only have come by, when what it was on was hidden.
        items.focusWithinProperty().addListener((o, before, now) -> current().ifPresent(this::reveal));
        heightProperty().addListener((o, before, now) -> current().ifPresent(this::reveal));
        fill();
    }

    private void fill() {
        items.getChildren().setAll(office.workspaces().stream().map(this::item).toList());
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
        item.setMinHeight(Region.USE_COMPUTED_SIZE);
        item.setPrefHeight(ROOMY);
        item.setAccessibleHelp(texts.get("rail.help", where.place()));
        item.focusedProperty().addListener((o, before, now) -> {
            if (now) {
                reveal(item);
            }
        });
        return item;
    }

    private void mark() {
        items.getChildren().forEach(item -> item.pseudoClassStateChanged(CURRENT, isCurrent(item)));
        current().ifPresent(this::reveal);
    }

    private boolean isCurrent(Node item) {
        return item.getUserData() instanceof Workspace where && where.holds(screens.current());
    }

    private Optional<Node> current() {
        return items.getChildren().stream().filter(this::isCurrent).findFirst();
    }

    /** Puts the cursor on where one is. */
    void focusCurrent() {
        current().ifPresent(Node::requestFocus);
    }

    /** Scrolls by as much as it takes to have all of {@code item} in sight. */
    private void reveal(Node item) {
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = items.getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        Bounds at = item.getBoundsInParent();
        double top = scroll.getVvalue() * hidden;
        double wanted = Math.min(Math.max(top, at.getMaxY() - seen), at.getMinY());
        scroll.setVvalue(Math.clamp(wanted / hidden, 0, 1));
    }
}
