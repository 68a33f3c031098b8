package io.keentill.domain.receipt;

import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Blank;
import io.keentill.domain.receipt.ReceiptElement.Code;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import io.keentill.domain.receipt.ReceiptElement.Rule;
import io.keentill.domain.receipt.ReceiptElement.Text;
import io.keentill.domain.receipt.ReceiptLine.Scannable;
import io.keentill.domain.receipt.ReceiptLine.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays a receipt out for paper of a fixed number of columns: the one place that decides where lines break. */
public final class ReceiptLayout {

    /** Fewest columns that a receipt can be read on. */
    public static final int LEAST_COLUMNS = 16;

    private final int columns;

    /**
     * A layout for paper {@code columns} wide.
     *
     * @throws IllegalArgumentException below {@link #LEAST_COLUMNS}
     */
    public ReceiptLayout(int columns) {
        if (columns < LEAST_COLUMNS) {
            throw new IllegalArgumentException(
                    "Receipt paper has at least " + LEAST_COLUMNS + " columns, not " + columns);
        }
        this.columns = columns;
    }

    /** The lines from top to bottom. */
    public List<ReceiptLine> lines(Receipt receipt) {
        return receipt.elements().stream().flatMap(this::lines).toList();
    }

    private Stream<ReceiptLine> lines(ReceiptElement element) {
        return switch (element) {
            case Text text -> text(text);
            case Columns pair -> columns(pair);
            case Rule() -> Stream.of(plain("-".repeat(columns)));
            case Blank() -> Stream.of(plain(""));
            case Code code -> Stream.of(new Scannable(code));
        };
    }

    /** A large text with a word too wide for large letters is set in bold instead: a figure is never torn apart. */
    private Stream<ReceiptLine> text(Text text) {
        boolean large = text.large() && TextWrap.widestWord(text.text()) <= columns / 2;
        boolean bold = text.bold() || text.large();
        return TextWrap.wrap(text.text(), large ? columns / 2 : columns).stream()
                .map(line -> new Words(line, text.align(), bold, large));
    }

    private Stream<ReceiptLine> columns(Columns pair) {
        String figure = TextWrap.plainBlanks(TextWrap.clean(pair.right())).strip();
        int room = columns - TextWrap.width(figure) - 1;
        List<String> left = TextWrap.wrap(pair.left(), room < columns / 3 ? columns : room);
        List<ReceiptLine> lines = new ArrayList<>();
        String last = left.getLast();
        if (TextWrap.width(last) <= room) {
            left.subList(0, left.size() - 1).forEach(l -> lines.add(words(l, Align.LEFT, pair.bold())));
            String gap = " ".repeat(columns - TextWrap.width(last) - TextWrap.width(figure));
            lines.add(words((last + gap + figure).stripTrailing(), Align.LEFT, pair.bold()));
            return lines.stream();
        }
        left.forEach(l -> lines.add(words(l, Align.LEFT, pair.bold())));
        TextWrap.chunks(figure, columns).forEach(f -> lines.add(words(f, Align.RIGHT, pair.bold())));
        return lines.stream();
    }

    private static ReceiptLine words(String text, Align align, boolean bold) {
        return new Words(text, align, bold, false);
    }

    private static ReceiptLine plain(String text) {
        return words(text, Align.LEFT, false);
    }
}
