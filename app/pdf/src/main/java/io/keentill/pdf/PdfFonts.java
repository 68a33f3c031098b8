package io.keentill.pdf;

import io.keentill.assets.Assets;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters of a document: of one width, so that figures stand below each other, and only those in use are carried. */
record PdfFonts(PDFont regular, PDFont bold) {

    /** What stands for a sign that the font does not have. */
    private static final String REPLACEMENT = "?";

    static PdfFonts in(PDDocument document) throws IOException {
        return new PdfFonts(load(document, "Regular"), load(document, "Bold"));
    }

    private static PDFont load(PDDocument document, String weight) throws IOException {
        try (InputStream in = Assets.open("fonts/JetBrainsMono-" + weight + ".ttf")) {
            return PDType0Font.load(document, in, true);
        }
    }

    PDFont of(boolean heavy) {
        return heavy ? bold : regular;
    }

    /** {@code text} with a replacement for what this font cannot show: a name in another script never stops a receipt. */
    static String shown(PDFont font, String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(sign -> shown.append(has(font, sign) ? sign : REPLACEMENT));
        return shown.toString();
    }

    private static boolean has(PDFont font, String sign) {
        try {
            return font.encode(sign).length > 0;
        } catch (IOException | IllegalArgumentException notThere) {
            return false;
        }
    }
}
