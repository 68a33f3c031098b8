package io.keentill.storefront.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/** What is free between things that are not to be covered. */
final class Gaps {

    /** What is narrower or lower holds no message. */
    private static final double LEAST_WIDTH = 240;

    private static final double LEAST_HEIGHT = 44;

    private static final double AIR = 4;

    private Gaps() {}

    /** Every free rectangle of {@code in} that ends near its edge or near something of {@code kept} on each side; they overlap. */
    static List<Bounds> between(List<Bounds> kept, Bounds in) {
        SortedSet<Double> lefts = new TreeSet<>(List.of(in.getMinX()));
        SortedSet<Double> rights = new TreeSet<>(List.of(in.getMaxX()));
        for (Bounds one : kept) {
            lefts.add(Math.ceil(one.getMaxX()));
            rights.add(Math.floor(one.getMinX()));
        }
        List<Bounds> sorted = kept.stream()
                .sorted(Comparator.comparingDouble(Bounds::getMinY))
                .toList();
        List<Bounds> found = new ArrayList<>();
        for (double left : lefts) {
            rights.tailSet(left + LEAST_WIDTH)
                    .forEach(right ->
                            column(sorted, new BoundingBox(left, in.getMinY(), right - left, in.getHeight()), found));
        }
        return found;
    }

    private static void column(List<Bounds> sorted, Bounds column, List<Bounds> found) {
        double top = column.getMinY();
        for (Bounds one : sorted) {
            if (one.getMinX() < column.getMaxX() && one.getMaxX() > column.getMinX()) {
                add(column, top, one.getMinY(), found);
                top = Math.max(top, one.getMaxY());
            }
        }
        add(column, top, column.getMaxY(), found);
    }

    private static void add(Bounds column, double top, double bottom, List<Bounds> found) {
        if (bottom - top >= LEAST_HEIGHT) {
            found.add(new BoundingBox(
                    column.getMinX() + AIR, top + AIR, column.getWidth() - 2 * AIR, bottom - top - 2 * AIR));
        }
    }
}
