package io.keentill.pdf;

import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A receipt or a report as a PDF: the same lines as on paper, set in a font that the file carries with it, so that every
 * reader shows every sign of it. The page is as wide as receipt paper, 80 mm, and as long as the receipt; one that is
 * longer than a reader takes goes on on the next page.
 */
public final class ReceiptPdf {

    /** 80 mm in points. */
    private static final float WIDTH = 226.77f;

    /** Acrobat shows no page longer than 200 inches. */
    private static final float LONGEST = 14_000;

    private static final float MARGIN = 12;

    private ReceiptPdf() {}

    /**
     * The file.
     *
     * @param made when, for the document's properties
     */
    public static byte[] of(Receipt receipt, Instant made) {
        List<PdfLine> lines = new ReceiptLayout(PdfLine.COLUMNS)
                .lines(receipt).stream().map(PdfLine::of).toList();
        try (PDDocument document = new PDDocument()) {
            PdfFonts fonts = PdfFonts.in(document);
            for (List<PdfLine> page : pages(lines)) {
                draw(document, page, fonts);
            }
            describe(document, receipt, made);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            // Nothing is read or written but memory and the fonts of this build.
            throw new UncheckedIOException("The receipt could not be set as PDF", e);
        }
    }

    private static List<List<PdfLine>> pages(List<PdfLine> lines) {
        List<List<PdfLine>> pages = new ArrayList<>();
        List<PdfLine> page = new ArrayList<>();
        float height = 2 * MARGIN;
        for (PdfLine line : lines) {
            if (height + line.height() > LONGEST) {
                pages.add(page);
                page = new ArrayList<>();
                height = 2 * MARGIN;
            }
            page.add(line);
            height += line.height();
        }
        pages.add(page);
        return pages;
    }

    private static void draw(PDDocument document, List<PdfLine> lines, PdfFonts fonts) throws IOException {
        float height = 2 * MARGIN;
        for (PdfLine line : lines) {
            height += line.height();
        }
        PDPage page = new PDPage(new PDRectangle(WIDTH, height));
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            float top = height - MARGIN;
            for (PdfLine line : lines) {
                line.draw(pen, fonts, MARGIN, WIDTH - 2 * MARGIN, top);
                top -= line.height();
            }
        }
    }

    private static void describe(PDDocument document, Receipt receipt, Instant made) {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(receipt.title());
        about.setCreator("Keentill");
        GregorianCalendar at = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
        at.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        about.setCreationDate(at);
    }
}
