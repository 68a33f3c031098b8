package io.keentill.device.escpos;

import io.keentill.device.printer.PrintResult;
import io.keentill.device.printer.PrintResult.NotPrinted;
import io.keentill.device.printer.PrintResult.Printed;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A file or a device path such as {@code /dev/usb/lp0}. A device without paper blocks its writer for as long as it
 * likes, so a thread of its own writes, and the caller waits no longer than the deadline.
 */
final class FilePort implements PrinterPort {

    /** Nothing may be created here: an unplugged printer would turn into a plain file. */
    private static final Path DEVICES = Path.of("/dev");

    private final Path path;
    private final boolean replace;
    private final PrinterDeadlines deadlines;

    FilePort(Path path, boolean replace, PrinterDeadlines deadlines) {
        this.path = path;
        this.replace = replace;
        this.deadlines = deadlines;
    }

    @Override
    public PrintResult send(byte[] job) {
        AtomicBoolean givenUp = new AtomicBoolean();
        FutureTask<PrintResult> writing = new FutureTask<>(() -> write(job, givenUp));
        Thread.ofPlatform().daemon().name("printer " + path).start(writing);
        try {
            return writing.get(deadlines.connect().plus(deadlines.job()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            givenUp.set(true);
            writing.cancel(true);
            return new NotPrinted(Sentence.of(
                    "printer.the-printer-at-takes-no-data",
                    "The printer at {0} takes no data. Check that it is on and has paper, and print" + " again.",
                    path));
        } catch (InterruptedException e) {
            givenUp.set(true);
            writing.cancel(true);
            Thread.currentThread().interrupt();
            return new NotPrinted(Sentence.of(
                    "printer.printing-was-interrupted-print-again", "Printing was interrupted. Print again."));
        } catch (ExecutionException e) {
            throw new IllegalStateException("Writing to " + path + " failed unexpectedly", e.getCause());
        }
    }

    /** A device that opens only after the caller gave up gets nothing: the receipt may have been printed elsewhere. */
    private PrintResult write(byte[] job, AtomicBoolean givenUp) {
        if (path.startsWith(DEVICES) && !Files.exists(path)) {
            return new NotPrinted(Sentence.of(
                    "printer.there-is-no-printer-at-check",
                    "There is no printer at {0}. Check that it is connected and switched on.",
                    path));
        }
        OpenOption how = replace ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            if (!givenUp.get()) {
                out.write(job);
            }
            return new Printed();
        } catch (NoSuchFileException e) {
            return new NotPrinted(Sentence.of(
                    "printer.there-is-no-folder-for-the",
                    "There is no folder for the printer file {0}. Check the printer's address.",
                    path));
        } catch (IOException e) {
            return new NotPrinted(Sentence.of(
                    "printer.the-printer-at-cannot-be-written",
                    "The printer at {0} cannot be written to. Check that it is connected and that"
                            + " you may use it. ({1}: {2})",
                    path,
                    e.getClass().getSimpleName(),
                    e.getMessage()));
        }
    }
}
