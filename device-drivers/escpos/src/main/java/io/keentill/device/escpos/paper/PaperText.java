package io.keentill.device.escpos.paper;

import io.keentill.device.escpos.paper.PaperItem.Bars;
import io.keentill.device.escpos.paper.PaperItem.Cut;
import io.keentill.device.escpos.paper.PaperItem.Gap;
import io.keentill.device.escpos.paper.PaperItem.Place;
import io.keentill.device.escpos.paper.PaperItem.Pulse;
import io.keentill.device.escpos.paper.PaperItem.Row;
import io.keentill.device.escpos.paper.PaperItem.Square;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What stands on paper, as lines of text: one column for each 12 dots of the print area. */
final class PaperText {

    private static final int CELL = 12;
    private static final int LINE = 30;

    private PaperText() {}

    static List<String> lines(List<PaperItem> items) {
        return items.stream().flatMap(PaperText::lines).toList();
    }

    private static Stream<String> lines(PaperItem item) {
        return switch (item) {
            case Row row -> Stream.of(row(row));
            case Bars bars -> caption(bars.data(), bars.place());
            case Square square -> caption(square.data(), square.place());
            case Gap gap -> IntStream.range(0, gap.dots() / LINE).mapToObj(i -> "");
            case Cut cut -> Stream.empty();
            case Pulse pulse -> Stream.empty();
        };
    }

    private static String row(Row row) {
        StringBuilder line = new StringBuilder(" ".repeat(column(row.place(), row.dots())));
        row.glyphs().forEach(g -> line.appendCodePoint(g.codePoint()).append(" ".repeat(g.wide() - 1)));
        return line.toString().stripTrailing();
    }

    /** The data of a code in the middle, broken at the width of the paper. */
    private static Stream<String> caption(String data, Place place) {
        int columns = Math.max(1, place.width() / CELL);
        int[] points = data.codePoints().toArray();
        return IntStream.range(0, (points.length + columns - 1) / columns).mapToObj(i -> {
            int length = Math.min(columns, points.length - i * columns);
            String piece = new String(points, i * columns, length);
            return (" ".repeat(column(new Place(place.left(), place.width(), 1), length * CELL)) + piece)
                    .stripTrailing();
        });
    }

    private static int column(Place place, int dots) {
        return (place.start(dots) - place.left()) / CELL;
    }
}
