package io.keentill.domain.receipt;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Breaks text at its words; a word wider than the paper is broken inside, so that nothing is ever lost. */
final class TextWrap {

    private static final int SPACE = ' ';

    private TextWrap() {}

    /** Columns that {@code text} takes: one for each code point. */
    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Composed letters, and blanks for control characters: a product's name must not steer a printer. */
    static String clean(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> isUnprintable(c) ? SPACE : c)
                .forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }

    /**
     * Lines of at most {@code width} columns. Blanks at the start indent every line. Unbreakable blanks hold words
     * together and come out as plain blanks.
     */
    static List<String> wrap(String text, int width) {
        String cleaned = clean(text);
        String words = cleaned.strip();
        int leading = cleaned.length() - cleaned.stripLeading().length();
        int indent = leading < width / 2 ? leading : 0;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split("\\s+", -1)) {
            for (String piece : chunks(word, width - indent)) {
                if (!line.isEmpty() && width(line.toString()) + 1 + width(piece) > width - indent) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        return lines.stream()
                .map(l -> (" ".repeat(indent) + l).stripTrailing())
                .map(TextWrap::plainBlanks)
                .toList();
    }

    /** {@code text} cut every {@code width} code points; an empty text is one empty chunk. */
    static List<String> chunks(String text, int width) {
        int[] points = text.codePoints().toArray();
        if (points.length <= width) {
            return List.of(text);
        }
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < points.length; from += width) {
            pieces.add(new String(points, from, Math.min(width, points.length - from)));
        }
        return pieces;
    }

    /** Columns of the widest word. */
    static int widestWord(String text) {
        return Arrays.stream(clean(text).strip().split("\\s+", -1))
                .mapToInt(TextWrap::width)
                .max()
                .orElse(0);
    }

    static String plainBlanks(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().map(c -> Character.isSpaceChar(c) ? SPACE : c).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isUnprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> true;
            case Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
