package io.keentill.device.escpos.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.keentill.device.escpos.paper.PaperItem.Bars;
import io.keentill.device.escpos.paper.PaperItem.Cut;
import io.keentill.device.escpos.paper.PaperItem.Gap;
import io.keentill.device.escpos.paper.PaperItem.Glyph;
import io.keentill.device.escpos.paper.PaperItem.Place;
import io.keentill.device.escpos.paper.PaperItem.Pulse;
import io.keentill.device.escpos.paper.PaperItem.Row;
import io.keentill.device.escpos.paper.PaperItem.Square;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/** Draws what stands on paper, one dot a pixel. */
final class PaperPainter {

    private static final int CELL_WIDTH = 12;
    private static final int CELL_HEIGHT = 24;
    private static final int LEADING = 6;
    private static final int BASELINE = 18;
    private static final int MARGIN = 24;
    private static final int CODE_GAP = 12;
    private static final int CUT_DASH = 8;

    private final int width;
    private final PaperFont font = PaperFont.load();

    PaperPainter(int width) {
        this.width = width;
    }

    BufferedImage paint(List<PaperItem> items) {
        int height = 2 * MARGIN + items.stream().mapToInt(this::height).sum();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.setColor(Color.BLACK);
            int y = MARGIN;
            for (PaperItem item : items) {
                draw(item, y, pen);
                y += height(item);
            }
        } finally {
            pen.dispose();
        }
        return image;
    }

    private int height(PaperItem item) {
        return switch (item) {
            case Row row -> row.high() * CELL_HEIGHT + LEADING;
            case Bars bars -> bars.height() + 2 * CODE_GAP + (bars.captioned() ? CELL_HEIGHT + LEADING : 0);
            case Square square -> modules(square).getHeight() * square.moduleDots() + 2 * CODE_GAP;
            case Gap gap -> gap.dots();
            case Cut cut -> CELL_HEIGHT;
            case Pulse pulse -> 0;
        };
    }

    private void draw(PaperItem item, int y, Graphics2D pen) {
        switch (item) {
            case Row row -> row(row, y, pen);
            case Bars bars -> bars(bars, y + CODE_GAP, pen);
            case Square square -> square(square, y + CODE_GAP, pen);
            case Cut cut -> cut(y + CELL_HEIGHT / 2, pen);
            case Gap gap -> {}
            case Pulse pulse -> {}
        }
    }

    private void row(Row row, int y, Graphics2D pen) {
        int x = row.place().start(row.dots());
        int bottom = y + row.high() * CELL_HEIGHT;
        for (Glyph glyph : row.glyphs()) {
            AffineTransform before = pen.getTransform();
            pen.translate(x, bottom - glyph.high() * CELL_HEIGHT);
            pen.scale(glyph.wide(), glyph.high());
            pen.setFont(font.of(glyph.bold()));
            pen.drawString(Character.toString(glyph.codePoint()), 0, BASELINE);
            pen.setTransform(before);
            x += glyph.wide() * CELL_WIDTH;
        }
    }

    private void bars(Bars bars, int y, Graphics2D pen) {
        boolean[] modules = new Code128Writer().encode(bars.data(), Map.of(EncodeHintType.FORCE_CODE_SET, "B"));
        int count = modules.length;
        int x = bars.place().start(count * bars.moduleDots());
        for (int i = 0; i < count; i++) {
            if (modules[i]) {
                pen.fillRect(x + i * bars.moduleDots(), y, bars.moduleDots(), bars.height());
            }
        }
        if (bars.captioned()) {
            List<Glyph> caption = bars.data()
                    .codePoints()
                    .mapToObj(c -> new Glyph(c, false, 1, 1))
                    .toList();
            Place middle = new Place(x, count * bars.moduleDots(), 1);
            row(new Row(caption, middle), y + bars.height() + LEADING, pen);
        }
    }

    private static void square(Square square, int y, Graphics2D pen) {
        ByteMatrix modules = modules(square);
        int dots = square.moduleDots();
        int x = square.place().start(modules.getWidth() * dots);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row) == 1) {
                    pen.fillRect(x + column * dots, y + row * dots, dots, dots);
                }
            }
        }
    }

    private static ByteMatrix modules(Square square) {
        ErrorCorrectionLevel level = ErrorCorrectionLevel.valueOf(String.valueOf(square.level()));
        try {
            return Encoder.encode(square.data(), level, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "No QR code holds " + square.data().length() + " characters", e);
        }
    }

    private void cut(int y, Graphics2D pen) {
        for (int x = 0; x < width; x += 2 * CUT_DASH) {
            pen.fillRect(x, y, CUT_DASH, 1);
        }
    }
}
