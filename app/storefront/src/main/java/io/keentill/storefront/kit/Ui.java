package io.keentill.storefront.kit;

import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Controls as this till uses them: each with an id, an accessible name and a size that a finger finds. */
public final class Ui {

    private Ui() {}

    /** A button with words. */
    public static Button button(String id, String text, Runnable action, String... styles) {
        Button button = new Button(text);
        button.setId(id);
        button.setAccessibleText(text);
        button.getStyleClass().addAll(styles);
        button.setOnAction(event -> action.run());
        button.setMinHeight(44);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** A button with an icon before its words. */
    public static Button button(String id, Feather icon, String text, Runnable action, String... styles) {
        Button button = button(id, text, action, styles);
        button.setGraphic(icon(icon));
        button.setGraphicTextGap(8);
        return button;
    }

    /** A square button with an icon alone; {@code name} is what a screen reader says. */
    public static Button iconButton(String id, Feather icon, String name, Runnable action, String... styles) {
        Button button = button(id, name, action, styles);
        button.setGraphic(icon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("icon-only");
        button.setMinSize(44, 44);
        button.setPrefSize(44, 44);
        return button;
    }

    /** A picture beside words, silent for screen readers. */
    public static FontIcon icon(Feather icon, String... styles) {
        FontIcon graphic = new FontIcon(icon);
        graphic.getStyleClass().addAll(styles);
        graphic.setMouseTransparent(true);
        return graphic;
    }

    /** Words without an id. */
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Words that follow a view model, wrapped where they do not fit. */
    public static Label bound(String id, ObservableValue<String> text, String... styles) {
        Label label = label("", styles);
        label.setId(id);
        label.textProperty().bind(text);
        label.setAccessibleRole(AccessibleRole.TEXT);
        return label;
    }

    /** Lets a label wrap to as many lines as it needs. */
    public static Label wrapping(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A field for one line of text, tied to a view model. */
    public static TextField field(String id, String prompt, Property<String> text) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setMinHeight(44);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    /** A field of which nobody beside sees what is typed. */
    public static TextField secret(String id, String prompt, Property<String> text) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setMinHeight(44);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    /** A list of many lines to read, of which only those in sight are there; {@code name} is what a screen reader says. */
    public static <T> ListView<T> list(String id, String name, ObservableList<T> items) {
        ListView<T> list = new ListView<>(items);
        list.setId(id);
        list.getStyleClass().add("journal-list");
        list.setAccessibleText(name);
        ListCursor.keep(list);
        return list;
    }

    /** A small heading above what belongs to it. */
    public static Label heading(String text) {
        return wrapping(label(text, "section"));
    }

    /** A row with its parts beside each other, that wraps where there is no room. */
    public static FlowPane flow(Node... parts) {
        FlowPane row = new FlowPane(parts);
        row.getStyleClass().add("flow");
        return row;
    }

    /** Room that pushes its neighbours apart. */
    public static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        VBox.setVgrow(region, Priority.ALWAYS);
        return region;
    }

    /** Shows {@code node} and gives it room only while {@code when} holds. */
    public static void shownWhen(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    /** As high as its content where there is room; where there is less it scrolls, so that keys beside it stay whole. */
    public static ScrollPane yielding(String id, Node content) {
        return column(id, new ScrollPane(content) {
            @Override
            public Orientation getContentBias() {
                return Orientation.HORIZONTAL;
            }
        });
    }

    /** A column that scrolls by itself and never sideways. */
    public static ScrollPane scroll(String id, Node content) {
        return column(id, new ScrollPane(content));
    }

    private static ScrollPane column(String id, ScrollPane pane) {
        pane.setId(id);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        // JavaFX keeps a picture of the whole content, which what changes here with each scan or letter would have to
        // renew.
        pane.skinProperty()
                .addListener((o, before, now) -> pane.lookupAll(".viewport").forEach(viewport -> {
                    viewport.setCache(false);
                    RingClip.around(pane, (Region) viewport);
                }));
        return pane;
    }
}
