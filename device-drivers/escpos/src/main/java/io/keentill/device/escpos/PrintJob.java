package io.keentill.device.escpos;

import io.keentill.device.printer.PrintResult;
import io.keentill.device.printer.PrintResult.NotPrinted;
import io.keentill.device.printer.PrintResult.Printed;
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

    private static final String OFFLINE = "The printer is offline. Check its lamps, paper and cover, and print again.";

    /** Asks and sends; the caller closes {@code printer}. */
    PrintResult send(byte[] job, Conversation printer) {
        try {
            Optional<String> hindrance = hindrance(printer);
            if (hindrance.isPresent()) {
                printer.finish(deadlines.farewell());
                return new NotPrinted(hindrance.get());
            }
            printer.send(job, deadlines.job());
            printer.finish(deadlines.farewell());
            return new Printed();
        } catch (IOException e) {
            return new NotPrinted("The printer at " + name
                    + " did not take the whole job. Check paper and cover, and print again. (" + reason(e) + ")");
        }
    }

    /** Asks what is wrong; after an answer that does not come, nothing more is asked: late ones would be mistaken. */
    private Optional<String> hindrance(Conversation printer) throws IOException {
        OptionalInt whole = printer.ask(PaperStatus.PRINTER, deadlines.status());
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        boolean offline = PaperStatus.isOffline(whole.getAsInt());
        OptionalInt paper = printer.ask(PaperStatus.PAPER, deadlines.status());
        if (paper.isEmpty()) {
            return offline ? Optional.of(OFFLINE) : Optional.empty();
        }
        Optional<String> outOfPaper = PaperStatus.paper(paper.getAsInt());
        if (outOfPaper.isPresent() || !offline) {
            return outOfPaper;
        }
        OptionalInt cause = printer.ask(PaperStatus.OFFLINE_CAUSE, deadlines.status());
        Optional<String> known = cause.isPresent() ? PaperStatus.offlineCause(cause.getAsInt()) : Optional.empty();
        return known.or(() -> Optional.of(OFFLINE));
    }

    static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
