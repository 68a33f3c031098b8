package io.keentill.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.keentill.domain.receipt.ReceiptElement;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptLine;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A line of a receipt that knows how high it is and how it is drawn. Lengths are points, y grows upwards. */
sealed interface PdfLine {

    /** As on 80 mm paper. */
    int COLUMNS = 42;

    /** How much of the page it takes. */
    float height();

    /** Draws it below {@code top}, {@code width} wide from {@code left}. */
    void draw(PDPageContentStream pen, PdfFonts fonts, float left, float width, float top) throws IOException;

    /** The line for one of the layout. */
    static PdfLine of(ReceiptLine line) {
        return switch (line) {
            case ReceiptLine.Words words -> new Words(words);
            case ReceiptLine.Scannable(ReceiptElement.Code code) ->
                code.symbology() == ReceiptElement.Symbology.QR ? new Square(code.data()) : new Bars(code.data());
        };
    }

    /** Text. */
    record Words(ReceiptLine.Words words) implements PdfLine {

        private static final float LEADING = 1.3f;

        /** The part of a letter's size that it is wide. */
        private static final float ADVANCE = 0.6f;

        private static final float ASCENT = 0.8f;
        private static final float INNER = 202.77f;

        private float size() {
            return INNER / COLUMNS / ADVANCE * (words.large() ? 2 : 1);
        }

        @Override
        public float height() {
            return size() * LEADING;
        }

        @Override
        public void draw(PDPageContentStream pen, PdfFonts fonts, float left, float width, float top)
                throws IOException {
            if (words.text().isBlank()) {
                return;
            }
            PDFont font = fonts.of(words.bold());
            String text = PdfFonts.shown(font, words.text());
            float free = width - font.getStringWidth(text) / 1000 * size();
            float indent = words.align() == Align.LEFT ? 0 : words.align() == Align.CENTRE ? free / 2 : free;
            pen.beginText();
            pen.setFont(font, size());
            pen.newLineAtOffset(left + Math.max(0, indent), top - size() * ASCENT);
            pen.showText(text);
            pen.endText();
        }
    }

    /** Bars, with what they say below them. */
    record Bars(String data) implements PdfLine {

        private static final float HIGH = 36;
        private static final float GAP = 6;
        private static final float CAPTION = 8;
        private static final float WIDEST_BAR = 1.2f;
        private static final int QUIET = 20;

        @Override
        public float height() {
            return HIGH + CAPTION + 3 * GAP;
        }

        @Override
        public void draw(PDPageContentStream pen, PdfFonts fonts, float left, float width, float top)
                throws IOException {
            boolean[] modules = new Code128Writer().encode(data, Map.of(EncodeHintType.FORCE_CODE_SET, "B"));
            float bar = Math.min(WIDEST_BAR, width / (modules.length + QUIET));
            float x = left + (width - bar * modules.length) / 2;
            for (int i = 0; i < modules.length; i++) {
                if (modules[i]) {
                    pen.addRect(x + i * bar, top - GAP - HIGH, bar, HIGH);
                }
            }
            pen.fill();
            PDFont font = fonts.of(false);
            String text = PdfFonts.shown(font, data);
            float indent = (width - font.getStringWidth(text) / 1000 * CAPTION) / 2;
            pen.beginText();
            pen.setFont(font, CAPTION);
            pen.newLineAtOffset(left + Math.max(0, indent), top - 2 * GAP - HIGH - CAPTION);
            pen.showText(text);
            pen.endText();
        }
    }

    /** A QR code. */
    record Square(String data) implements PdfLine {

        private static final float SIDE = 110;
        private static final float GAP = 8;

        @Override
        public float height() {
            return SIDE + 2 * GAP;
        }

        @Override
        public void draw(PDPageContentStream pen, PdfFonts fonts, float left, float width, float top)
                throws IOException {
            ByteMatrix modules = modules(data);
            float module = SIDE / modules.getWidth();
            float x = left + (width - SIDE) / 2;
            for (int row = 0; row < modules.getHeight(); row++) {
                for (int column = 0; column < modules.getWidth(); column++) {
                    if (modules.get(column, row) == 1) {
                        pen.addRect(x + column * module, top - GAP - (row + 1) * module, module, module);
                    }
                }
            }
            pen.fill();
        }

        private static ByteMatrix modules(String data) {
            try {
                return Encoder.encode(data, ErrorCorrectionLevel.M).getMatrix();
            } catch (WriterException e) {
                throw new IllegalArgumentException("Too long for a QR code: " + data.length() + " characters", e);
            }
        }
    }
}
