package io.keentill.launcher;

import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.receipts.PaperFiles;
import io.keentill.engine.receipts.SaveResult;
import io.keentill.pdf.ReceiptPdf;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;

/** Receipts and reports as PDF files in a folder. A file is there whole or not at all. */
public final class PdfFolder implements PaperFiles {

    /** The folder within the till's own. */
    public static final String NAME = "papers";

    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 80;

    private final Path folder;
    private final InstantSource clock;

    /** Into {@code folder}, which is made when it is needed. */
    public PdfFolder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public SaveResult save(Receipt receipt) {
        try {
            Files.createDirectories(folder);
            return new SaveResult.Saved(write(receipt, free(nameOf(receipt.title()))));
        } catch (IOException e) {
            return new SaveResult.NotSaved(Sentence.of(
                    "check.the-pdf-could-not-be-written",
                    "The PDF could not be written to {0} ({1}). Make room or give the till leave to"
                            + " write there, then save it again.",
                    folder,
                    e.getMessage()));
        }
    }

    /** Writes one to a file of this name, in place of what may be there. */
    public Path write(Receipt receipt, Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Path beside = Files.createTempFile(Objects.requireNonNullElse(whole.getParent(), whole), ".paper", ".part");
        try {
            Files.write(beside, ReceiptPdf.of(receipt, clock.instant()));
            return moved(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static Path moved(Path from, Path to) throws IOException {
        try {
            return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plain) {
            return Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path free(String name) throws IOException {
        for (int i = 1; i <= MOST; i++) {
            Path file = folder.resolve(i == 1 ? name + ".pdf" : name + " (" + i + ").pdf");
            if (!Files.exists(file)) {
                return file;
            }
        }
        throw new IOException("there are " + MOST + " files of this name already");
    }

    /** A title as every file system takes it. */
    private static String nameOf(String title) {
        String plain = title.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").toLowerCase(Locale.ROOT);
        String trimmed = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        return trimmed.isEmpty() || trimmed.startsWith(".") ? "receipt" + trimmed : trimmed;
    }
}
