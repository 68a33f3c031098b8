package io.keentill.storefront.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Where toasts stand: beside the rail, below the bar, in a corner where they cover nothing that is needed, else in any other
 * gap, as wide as that is. They stay where they are as long as that is so, and while somebody is at one. Several that have no
 * such place are drawn fewer at a time. One alone that has none covers what is needed least, and goes at a click on it or on
 * what it covers.
 */
final class ToastSpot {

    /** The best first. */
    private static final List<Pos> CORNERS = List.of(Pos.BOTTOM_LEFT, Pos.BOTTOM_RIGHT, Pos.TOP_RIGHT, Pos.TOP_LEFT);

    /** What comes up under a toast without a word of it, such as an answer, is seen at the next of these frames. */
    private static final int EACH = 15;

    /** Words in a longer line are not read at a glance. */
    private static final double WIDEST = 640;

    private final StackPane shell;
    private final Region middle;
    private final ToastPane toasts;
    private final Runnable frame = this::frame;
    private final EventHandler<MouseEvent> press = this::pressed;
    private @Nullable Scene watched;
    private boolean inTheWay;
    private int frames;

    /** Keeps {@code toasts}, which lie over all of {@code shell}, somewhere in {@code middle}. */
    ToastSpot(StackPane shell, Region middle, ToastPane toasts) {
        this.shell = shell;
        this.middle = middle;
        this.toasts = toasts;
        stand(CORNERS.getFirst(), 0);
        middle.boundsInParentProperty().addListener((o, before, now) -> {
            stand(CORNERS.getFirst(), 0);
            frames = 0;
        });
        toasts.getChildren().addListener((InvalidationListener) changed -> watch());
    }

    /** Looks from the first frame on that a toast is in, until there is none. */
    private void watch() {
        Scene scene = shell.getScene();
        frames = 0;
        if (scene != null && watched == null) {
            watched = scene;
            scene.addPostLayoutPulseListener(frame);
            scene.addEventFilter(MouseEvent.MOUSE_PRESSED, press);
        }
    }

    private void frame() {
        Scene scene = watched;
        if (scene == null) {
            return;
        }
        if (toasts.getChildren().isEmpty()) {
            watched = null;
            stand(CORNERS.getFirst(), 0);
            scene.removePostLayoutPulseListener(frame);
            scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, press);
        } else if (frames++ % EACH == 0) {
            place(scene);
        }
    }

    private void place(Scene scene) {
        if (toasts.isFocusWithin() || toasts.isHover()) {
            return;
        }
        List<Needed> needed = Needed.in(shell, toasts);
        Node cursor = scene.getFocusOwner();
        if (cursor instanceof Region where && where.getHeight() < middle.getHeight() / 3) {
            needed.add(new Needed(Needed.ringed(cursor), Needed.MOST));
        }
        if (Needed.covered(drawn(), needed) == 0) {
            inTheWay = false;
            return;
        }
        Optional<Pos> corner = CORNERS.stream()
                .filter(one -> Needed.covered(corner(one, 0), needed) == 0)
                .findFirst();
        corner.ifPresent(one -> stand(one, 0));
        inTheWay = corner.isEmpty() && !standInGap(needed);
        if (inTheWay && !toasts.showFewer()) {
            standLeastInTheWay(needed);
        }
    }

    /** The lowest, at the left, in the usual width if there is one for it. */
    private boolean standInGap(List<Needed> needed) {
        List<Bounds> gaps = gaps(needed).stream()
                .sorted(Comparator.comparingDouble(Bounds::getMaxY)
                        .reversed()
                        .thenComparingDouble(Bounds::getMinX)
                        .thenComparing(
                                Comparator.comparingDouble(Bounds::getWidth).reversed()))
                .toList();
        return standInOne(gaps, width -> 0) || standInOne(gaps, this::words);
    }

    private List<Bounds> gaps(List<Needed> needed) {
        Bounds in = Needed.at(middle);
        return Gaps.between(
                needed.stream().map(Needed::at).filter(in::intersects).toList(), in);
    }

    private boolean standInOne(List<Bounds> gaps, DoubleUnaryOperator most) {
        for (Bounds gap : gaps) {
            double words = most.applyAsDouble(gap.getWidth());
            Dimension2D size = toasts.sizeWith(words);
            if (size.getWidth() <= gap.getWidth() && size.getHeight() <= gap.getHeight()) {
                toasts.widen(words);
                Insets around = toasts.getInsets();
                StackPane.setAlignment(toasts, Pos.TOP_LEFT);
                // What is around them has no room of its own: there it may lie over anything, and beyond the edge.
                StackPane.setMargin(
                        toasts,
                        new Insets(
                                gap.getMaxY() - size.getHeight() - around.getTop(),
                                -around.getRight(),
                                -around.getBottom(),
                                gap.getMinX() - around.getLeft()));
                return true;
            }
        }
        return false;
    }

    /** In a corner; in the usual width if that is as good as what there is room for between things, or all there is. */
    private void standLeastInTheWay(List<Needed> needed) {
        record Way(Pos corner, double words) {}
        Bounds in = Needed.at(middle);
        Stream<Double> widths = gaps(needed).stream()
                .map(gap -> gap.getWidth() - 2 * toasts.getInsets().getLeft());
        Stream.concat(
                        Stream.of(0.0),
                        Stream.concat(widths, Stream.of(in.getWidth())).map(this::words))
                .distinct()
                .flatMap(words -> CORNERS.stream().map(corner -> new Way(corner, words)))
                .min(Comparator.comparingInt(way -> Needed.covered(corner(way.corner, way.words), needed)))
                .ifPresent(way -> stand(way.corner, way.words));
    }

    private double words(double width) {
        return Math.min(WIDEST, Math.floor(width - toasts.beside()));
    }

    private void stand(Pos corner, double words) {
        toasts.widen(words);
        StackPane.setAlignment(toasts, corner);
        Bounds in = middle.getBoundsInParent();
        StackPane.setMargin(toasts, new Insets(in.getMinY(), 0, 0, in.getMinX()));
    }

    private Bounds drawn() {
        Bounds at = Needed.at(toasts);
        Insets around = toasts.getInsets();
        return new BoundingBox(
                at.getMinX() + around.getLeft(),
                at.getMinY() + around.getTop(),
                at.getWidth() - around.getLeft() - around.getRight(),
                at.getHeight() - around.getTop() - around.getBottom());
    }

    private Bounds corner(Pos corner, double words) {
        Bounds in = Needed.at(middle);
        Insets around = toasts.getInsets();
        Dimension2D size = toasts.sizeWith(words);
        double x = corner.getHpos() == HPos.LEFT
                ? in.getMinX() + around.getLeft()
                : in.getMaxX() - around.getRight() - size.getWidth();
        double y = corner.getVpos() == VPos.TOP
                ? in.getMinY() + around.getTop()
                : in.getMaxY() - around.getBottom() - size.getHeight();
        return new BoundingBox(x, y, size.getWidth(), size.getHeight());
    }

    /** Whoever presses what is under one, or the one that lies over it, needs that more than the message. */
    private void pressed(MouseEvent event) {
        Node at = event.getTarget() instanceof Node node ? node : null;
        while (at != null && !(at instanceof ButtonBase) && !(at instanceof TextInputControl) && !at.equals(toasts)) {
            at = at.getParent();
        }
        boolean its = at instanceof ButtonBase button && isOneOfTheirs(button);
        if (inTheWay && at != null && !its && Needed.at(at).intersects(drawn())) {
            toasts.dismiss();
        }
    }

    private boolean isOneOfTheirs(Node button) {
        Node at = button;
        while (at != null && !at.equals(toasts)) {
            at = at.getParent();
        }
        return at != null;
    }
}
