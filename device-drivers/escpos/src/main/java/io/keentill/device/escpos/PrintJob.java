package io.keentill.device.escpos;

import io.keentill.device.printer.PrintResult;
import io.keentill.device.printer.PrintResult.NotPrinted;
import io.keentill.device.printer.PrintResult.Printed;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One job on its way to a printer that can be asked: nothing is sent to one that says it cannot print.
 *
 * @param name where the printer is, for people
 * @param deadlines how long it may take
 */
record PrintJob(String name, PrinterDeadlines deadlines) {

    private static final Sentence OFFLINE = Sentence.of(
            "printer.the-printer-is-offline-check-its",
            "The printer is offline. Check its lamps, paper and cover, and print again.");

    /** Asks and sends; the caller closes {@code printer}. */
    PrintResult send(byte[] job, Conversation printer) {
        try {
            Optional<Sentence> hindrance = hindrance(printer);
            if (hindrance.isPresent()) {
                printer.finish(deadlines.farewell());
                return new NotPrinted(hindrance.get());
            }
            printer.send(job, deadlines.job());
            printer.finish(deadlines.farewell());
            return new Printed();
        } catch (IOException e) {
            return new NotPrinted(Sentence.of(
                    "printer.the-printer-at-did-not-take",
                    "The printer at {0} did not take the whole job. Check paper and cover, and print" + " again. ({1})",
                    name,
                    reason(e)));
        }
    }

    /** Asks what is wrong; after an answer that does not come, nothing more is asked: late ones would be mistaken. */
    private Optional<Sentence> hindrance(Conversation printer) throws IOException {
        OptionalInt whole = printer.ask(PaperStatus.PRINTER, deadlines.status());
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        boolean offline = PaperStatus.isOffline(whole.getAsInt());
        OptionalInt paper = printer.ask(PaperStatus.PAPER, deadlines.status());
        if (paper.isEmpty()) {
            return offline ? Optional.of(OFFLINE) : Optional.empty();
        }
        Optional<Sentence> outOfPaper = PaperStatus.paper(paper.getAsInt());
        if (outOfPaper.isPresent() || !offline) {
            return outOfPaper;
        }
        OptionalInt cause = printer.ask(PaperStatus.OFFLINE_CAUSE, deadlines.status());
        Optional<Sentence> known = cause.isPresent() ? PaperStatus.offlineCause(cause.getAsInt()) : Optional.empty();
        return known.or(() -> Optional.of(OFFLINE));
    }

    static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
