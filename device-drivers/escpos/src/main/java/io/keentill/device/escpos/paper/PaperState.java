package io.keentill.device.escpos.paper;

import io.keentill.device.escpos.paper.PaperItem.Glyph;
import io.keentill.device.escpos.paper.PaperItem.Place;
import io.keentill.device.escpos.paper.PaperItem.Row;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** What a printer remembers between commands, and the line that it is filling. */
final class PaperState {

    private final int paperDots;
    private final List<PaperItem> items;
    private final List<Glyph> row = new ArrayList<>();

    boolean bold;
    int wide = 1;
    int high = 1;
    int left;
    int width;
    int side;
    int codePage;
    int barHeight = 162;
    int barModule = 3;
    int barCaption;
    int squareModule = 3;
    char squareLevel = 'L';
    byte[] squareData = {};

    PaperState(int paperDots, List<PaperItem> items) {
        this.paperDots = paperDots;
        this.items = items;
        this.width = paperDots;
    }

    Place place() {
        return new Place(left, Math.min(width, paperDots - left), side);
    }

    /** Puts one byte of text on the line; a full line is printed by itself, as on a real printer. */
    void put(int character) {
        Glyph glyph = new Glyph(decode(character), bold, wide, high);
        if (new Row(row, place()).dots() + wide * 12 > place().width()) {
            endRow();
        }
        row.add(glyph);
    }

    void endRow() {
        items.add(new Row(List.copyOf(row), place()));
        row.clear();
    }

    /** Prints what stands on the line, if anything: codes, feeds and cuts begin on a fresh one. */
    void flushRow() {
        if (!row.isEmpty()) {
            endRow();
        }
    }

    boolean atLineStart() {
        return row.isEmpty();
    }

    /** The character tables of Epson printers that this paper has; 858 is 850 with the euro in place of the dotless i. */
    private int decode(int character) {
        if (character < 0x80) {
            return character;
        }
        if (codePage == 19 && character == 0xD5) {
            return '€';
        }
        Charset table = switch (codePage) {
            case 0 -> Charset.forName("IBM437");
            case 2, 19 -> Charset.forName("IBM850");
            case 16 -> Charset.forName("windows-1252");
            default -> throw new IllegalArgumentException("This paper has no character table " + codePage);
        };
        return new String(new byte[] {(byte) character}, table).codePointAt(0);
    }
}
