package io.keentill.domain.receipt;

import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptLine.Scannable;
import io.keentill.domain.receipt.ReceiptLine.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A receipt as plain lines of fixed width, for screens, files and tests. Large text is spaced out to twice its width, as
 * it stands on paper; codes show as what they say.
 */
public final class ReceiptText {

    /** The usual width of 80 mm paper. */
    public static final int USUAL_COLUMNS = 42;

    private final int columns;
    private final ReceiptLayout layout;

    /** Lines of {@link #USUAL_COLUMNS}. */
    public ReceiptText() {
        this(USUAL_COLUMNS);
    }

    /**
     * Lines of at most {@code columns}: 32, 42 or 48 on usual paper.
     *
     * @throws IllegalArgumentException below {@link ReceiptLayout#LEAST_COLUMNS}
     */
    public ReceiptText(int columns) {
        this.columns = columns;
        this.layout = new ReceiptLayout(columns);
    }

    /** The lines from top to bottom, without blanks at their ends. */
    public List<String> lines(Receipt receipt) {
        return layout.lines(receipt).stream().flatMap(this::show).toList();
    }

    /** The same as one text, each line ended by a line feed. */
    public String text(Receipt receipt) {
        return lines(receipt).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private Stream<String> show(ReceiptLine line) {
        return switch (line) {
            case Words words -> Stream.of(place(words.large() ? spaced(words.text()) : words.text(), words.align()));
            case Scannable(ReceiptElement.Code code) ->
                TextWrap.chunks(TextWrap.plainBlanks(TextWrap.clean(code.data())), columns).stream()
                        .map(piece -> place(piece, Align.CENTRE));
        };
    }

    private String place(String text, Align align) {
        int free = columns - TextWrap.width(text);
        int indent = switch (align) {
            case LEFT -> 0;
            case CENTRE -> free / 2;
            case RIGHT -> free;
        };
        return (" ".repeat(indent) + text).stripTrailing();
    }

    private static String spaced(String text) {
        return text.codePoints().mapToObj(c -> Character.toString(c) + " ").collect(Collectors.joining());
    }
}
