package io.keentill.storefront.receipt;

import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement;
import java.util.ArrayList;
import java.util.List;

/** Lays a receipt out in characters of one width, as paper would show it. */
public final class ReceiptLayout {

    /** Characters on one line of 80 mm paper. */
    public static final int WIDTH = 42;

    /**
     * One line of paper.
     *
     * @param text at most {@link #WIDTH} characters, half of that if large
     * @param bold whether heavier
     * @param large whether twice the size
     */
    public record Line(String text, boolean bold, boolean large) {}

    private ReceiptLayout() {}

    /** The lines of {@code receipt} from top to bottom. */
    public static List<Line> lines(Receipt receipt) {
        List<Line> lines = new ArrayList<>();
        for (ReceiptElement element : receipt.elements()) {
            switch (element) {
                case ReceiptElement.Text text -> addText(lines, text);
                case ReceiptElement.Columns columns -> addColumns(lines, columns);
                case ReceiptElement.Rule() -> lines.add(plain("─".repeat(WIDTH)));
                case ReceiptElement.Blank() -> lines.add(plain(""));
                case ReceiptElement.Code(String data, var symbology) ->
                    lines.add(plain(placed("[ " + data + " ]", WIDTH, ReceiptElement.Align.CENTRE)));
            }
        }
        return lines;
    }

    private static Line plain(String text) {
        return new Line(text, false, false);
    }

    private static void addText(List<Line> lines, ReceiptElement.Text text) {
        int width = text.large() ? WIDTH / 2 : WIDTH;
        for (String part : wrap(text.text(), width)) {
            lines.add(new Line(placed(part, width, text.align()), text.bold(), text.large()));
        }
    }

    private static void addColumns(List<Line> lines, ReceiptElement.Columns columns) {
        int room = Math.max(8, WIDTH - columns.right().length() - 1);
        List<String> left = wrap(columns.left(), room);
        for (String part : left.subList(0, left.size() - 1)) {
            lines.add(new Line(part, columns.bold(), false));
        }
        String last = left.getLast();
        int gap = Math.max(1, WIDTH - last.length() - columns.right().length());
        lines.add(new Line(last + " ".repeat(gap) + columns.right(), columns.bold(), false));
    }

    private static String placed(String text, int width, ReceiptElement.Align align) {
        int free = Math.max(0, width - text.length());
        return switch (align) {
            case LEFT -> text;
            case CENTRE -> " ".repeat(free / 2) + text;
            case RIGHT -> " ".repeat(free) + text;
        };
    }

    private static List<String> wrap(String text, int width) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int cut = space > 0 ? space : width;
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        parts.add(rest);
        return parts;
    }
}
