package io.keentill.device.escpos.paper;

import java.util.List;

/** Something that a job put on paper, or had the printer do. */
sealed interface PaperItem {

    /** One character. {@code wide} and {@code high} are 1 to 8 times the cell of 12 by 24 dots. */
    record Glyph(int codePoint, boolean bold, int wide, int high) {}

    /** Where things stand: left edge and width of the print area in dots, and 0 left, 1 middle, 2 right within it. */
    record Place(int left, int width, int side) {

        /** The left edge of something {@code wide} dots wide. */
        int start(int wide) {
            int free = Math.max(0, width - wide);
            return left
                    + switch (side) {
                        case 1 -> free / 2;
                        case 2 -> free;
                        default -> 0;
                    };
        }
    }

    /** A line of characters, possibly none. */
    record Row(List<Glyph> glyphs, Place place) implements PaperItem {

        /** Its width in dots. */
        int dots() {
            return glyphs.stream().mapToInt(g -> g.wide() * 12).sum();
        }

        /** How many times 24 dots it is high. */
        int high() {
            return glyphs.stream().mapToInt(Glyph::high).max().orElse(1);
        }
    }

    /** CODE128 bars. */
    record Bars(String data, int moduleDots, int height, boolean captioned, Place place) implements PaperItem {}

    /** A QR code. */
    record Square(String data, int moduleDots, char level, Place place) implements PaperItem {}

    /** Blank paper of so many dots. */
    record Gap(int dots) implements PaperItem {}

    /** The knife. */
    record Cut() implements PaperItem {}

    /** The drawer's coil: connector 0 or 1, times in milliseconds. */
    record Pulse(int connector, int onMillis, int offMillis) implements PaperItem {}
}
