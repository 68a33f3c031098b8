package io.keentill.storefront;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** Looks at what is drawn: words that are cut, too little contrast, targets too small for a finger, no name to read. */
final class ScreenCheck {

    private static final double LEAST_TARGET = 44;
    private final List<String> found = new ArrayList<>();
    private final double width;
    private final double height;
    private final double leastContrast;

    private ScreenCheck(Parent root, double leastContrast) {
        width = root.getLayoutBounds().getWidth();
        height = root.getLayoutBounds().getHeight();
        this.leastContrast = leastContrast;
    }

    /** What a person would complain about, a line each. */
    static List<String> complaints(Parent root, double leastContrast) {
        root.applyCss();
        root.layout();
        ScreenCheck check = new ScreenCheck(root, leastContrast);
        check.walk(root, Color.WHITE, false, false);
        return check.found;
    }

    private void walk(Node node, Color behind, boolean scrolls, boolean disabled) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        boolean off = disabled || node.isDisabled();
        Color back = node instanceof Region region ? under(region, behind) : behind;
        if (node instanceof Labeled labeled) {
            words(labeled, back, off);
        }
        if (node instanceof ButtonBase
                || node instanceof TextInputControl
                || node.getStyleClass().contains("row-cell")) {
            finger((Control) node);
        }
        if (isForScreenReader(node)) {
            spoken(node);
        }
        boolean inside = scrolls || node instanceof ScrollPane;
        if (!inside
                && node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            onScreen(labeled);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, back, inside, off));
        }
    }

    private static Color under(Region region, Color behind) {
        Color now = behind;
        if (region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color colour) {
                    now = over(colour, now);
                }
            }
        }
        return now;
    }

    private static Color over(Color top, Color below) {
        double a = top.getOpacity();
        return new Color(
                top.getRed() * a + below.getRed() * (1 - a),
                top.getGreen() * a + below.getGreen() * (1 - a),
                top.getBlue() * a + below.getBlue() * (1 - a),
                1);
    }

    private void words(Labeled labeled, Color back, boolean disabled) {
        String text = labeled.getText();
        if (text == null
                || text.isBlank()
                || labeled.getContentDisplay() == javafx.scene.control.ContentDisplay.GRAPHIC_ONLY) {
            return;
        }
        // What is meant to be shortened is told in full elsewhere: by the row's accessible name, and once it is opened.
        if (!labeled.getStyleClass().contains("shortened")) {
            cut(labeled, text);
        }
        if (!disabled && labeled.getTextFill() instanceof Color ink) {
            double contrast = contrast(over(ink, back), back);
            if (contrast < leastContrast) {
                found.add("contrast %.2f: “%s” in %s, %s on %s".formatted(contrast, text, where(labeled), ink, back));
            }
        }
    }

    private void cut(Labeled labeled, String text) {
        labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && !(child instanceof FontIcon))
                .map(Text.class::cast)
                .filter(drawn ->
                        !drawn.getText().equals(text) || drawn.getLayoutBounds().getHeight() > labeled.getHeight() + 1)
                .forEach(drawn ->
                        found.add("cut: “" + text + "” is drawn “" + drawn.getText() + "” in " + where(labeled)));
    }

    /** WCAG 2.1, contrast ratio. */
    static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private void finger(Control control) {
        if (control.getHeight() > 0
                && (control.getHeight() < LEAST_TARGET - 0.5 || control.getWidth() < LEAST_TARGET - 0.5)) {
            found.add("small: " + where(control) + " is " + control.getWidth() + " × " + control.getHeight());
        }
    }

    /** What a person works or is told: every control but what only holds others, and whatever takes keys. */
    private static boolean isForScreenReader(Node node) {
        if (node instanceof ScrollPane || node instanceof ScrollBar) {
            return false;
        }
        if (node instanceof ListCell<?> cell) {
            return !cell.isEmpty();
        }
        if (node instanceof Label label) {
            return label.getText() != null && !label.getText().isBlank();
        }
        return node instanceof Control || node.isFocusTraversable();
    }

    private void spoken(Node node) {
        AccessibleRole role = node.getAccessibleRole();
        if (role == null || role == AccessibleRole.NODE || role == AccessibleRole.PARENT) {
            found.add("no role: " + where(node) + " is " + role);
        }
        Object name = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        if (node instanceof TextInputControl) {
            // What is typed is no name: without one, an empty field says nothing.
            name = node.getAccessibleText();
        }
        if (!(name instanceof String text) || text.isBlank()) {
            found.add("nameless: " + where(node) + " (" + role + ")");
        }
    }

    private void onScreen(Labeled labeled) {
        Bounds at = labeled.localToScene(labeled.getLayoutBounds());
        if (at.getMaxX() > width + 1 || at.getMaxY() > height + 1 || at.getMinX() < -1 || at.getMinY() < -1) {
            found.add("off screen: “" + labeled.getText() + "” in " + where(labeled) + " " + at);
        }
    }

    static String where(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node at = node; at != null && path.length() < 120; at = at.getParent()) {
            String id = at.getId() != null
                    ? "#" + at.getId()
                    : at.getStyleClass().isEmpty() ? "" : "." + String.join(".", at.getStyleClass());
            if (!id.isEmpty()) {
                path.insert(0, " " + id);
            }
        }
        return path.toString().strip();
    }
}
