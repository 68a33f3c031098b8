package io.keentill.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a reader finds in the file: every line of the paper, codes that can be scanned, fonts that are carried along. */
class ReceiptPdfTest {

    private static final Instant AT = Instant.parse("2026-11-24T10:15:00Z");

    private static final Receipt RECEIPT = new Receipt(
            "42",
            List.of(
                    new ReceiptElement.Text("Käsehäusle", Align.CENTRE, true, true),
                    new ReceiptElement.Text("Größe 5, Straße 1", Align.CENTRE, false, false),
                    new ReceiptElement.Rule(),
                    new ReceiptElement.Columns("2 × Weißbrot, ofenfrisch", "5,90 €", false),
                    new ReceiptElement.Columns("Birthday card £", "2.80", false),
                    new ReceiptElement.Rule(),
                    new ReceiptElement.Columns("SUMME", "8,70 €", true),
                    new ReceiptElement.Blank(),
                    new ReceiptElement.Code("K7Q2M9X4TB", ReceiptElement.Symbology.CODE_128),
                    new ReceiptElement.Code("https://shop.example/r/42", ReceiptElement.Symbology.QR)));

    private static PDDocument read(Receipt receipt) throws IOException {
        return Loader.loadPDF(ReceiptPdf.of(receipt, AT));
    }

    @Test
    void holdsTheSameLinesAsThePaper() throws Exception {
        try (PDDocument document = read(RECEIPT)) {
            String text = new PDFTextStripper().getText(document).replaceAll("[ \\t]+", " ");
            for (String line :
                    List.of("Käsehäusle", "Größe 5, Straße 1", "2 × Weißbrot, ofenfrisch 5,90 €", "SUMME 8,70 €")) {
                assertThat(text).contains(line);
            }
            assertThat(text).contains("K7Q2M9X4TB");
            assertThat(new ReceiptText().text(RECEIPT)).contains("SUMME");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("42");
        }
    }

    @Test
    void carriesItsFonts() throws Exception {
        try (PDDocument document = read(RECEIPT)) {
            List<PDFont> fonts = new ArrayList<>();
            for (var name : document.getPage(0).getResources().getFontNames()) {
                fonts.add(document.getPage(0).getResources().getFont(name));
            }
            assertThat(fonts).hasSize(2).allMatch(PDFont::isEmbedded);
        }
        assertThat(ReceiptPdf.of(RECEIPT, AT).length).as("a subset alone").isLessThan(60_000);
    }

    @Test
    void itsCodesCanBeScanned() throws Exception {
        try (PDDocument document = read(RECEIPT)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 300);
            Path shot = Path.of("target", "receipt.png");
            Files.createDirectories(shot.getParent());
            ImageIO.write(page, "png", shot.toFile());
            int half = page.getHeight() * 55 / 100;
            assertThat(scanned(page.getSubimage(0, 0, page.getWidth(), half))).isEqualTo("K7Q2M9X4TB");
            assertThat(scanned(page.getSubimage(0, half, page.getWidth(), page.getHeight() - half)))
                    .isEqualTo("https://shop.example/r/42");
        }
    }

    private static String scanned(BufferedImage image) throws Exception {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }

    @Test
    void aSignThatTheFontLacksIsReplacedAndNothingIsLost() throws Exception {
        Receipt foreign = new Receipt("1", List.of(new ReceiptElement.Columns("寿司 \uD83C\uDF63 Sushi", "9.00", false)));
        try (PDDocument document = read(foreign)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Sushi")
                    .contains("9.00")
                    .contains("?");
        }
    }

    @Test
    void aVeryLongReportGoesOnOnTheNextPage() throws Exception {
        List<ReceiptElement> lines = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            lines.add(new ReceiptElement.Columns("line " + i, "1.00", false));
        }
        try (PDDocument document = read(new Receipt("long", lines))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(document.getPages())
                    .allSatisfy(
                            page -> assertThat(page.getMediaBox().getHeight()).isLessThanOrEqualTo(14_400));
            assertThat(new PDFTextStripper().getText(document))
                    .contains("line 0 ")
                    .contains("line 2999");
        }
    }
}
