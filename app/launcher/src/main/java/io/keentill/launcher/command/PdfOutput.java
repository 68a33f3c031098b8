package io.keentill.launcher.command;

import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement;
import io.keentill.launcher.Console;
import io.keentill.launcher.PdfFolder;
import io.keentill.launcher.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Papers to a PDF file that somebody named. */
public final class PdfOutput {

    private PdfOutput() {}

    /** Writes them below each other into {@code file}, in place of what is there. */
    public static void write(Console console, List<Receipt> papers, Path file) {
        List<ReceiptElement> all = new ArrayList<>();
        for (Receipt paper : papers) {
            if (!all.isEmpty()) {
                all.addAll(List.of(new ReceiptElement.Blank(), new ReceiptElement.Rule(), new ReceiptElement.Blank()));
            }
            all.addAll(paper.elements());
        }
        Path target = file.toAbsolutePath();
        try {
            new PdfFolder(target, InstantSource.system())
                    .write(new Receipt(papers.getFirst().title(), all), target);
        } catch (IOException e) {
            throw new Problem(
                    "The PDF could not be written to " + target + " (" + e.getMessage() + "). Name another file.", e);
        }
        console.say("Written to " + target + ".");
    }
}
