package io.keentill.engine.receipts;

import io.keentill.device.printer.PrintResult;
import io.keentill.device.printer.ReceiptPrinter;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Prints one receipt after the other on a thread of its own. Payment never waits for paper. */
public final class Printing implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Printing.class.getName());

    private final ReceiptPrinter printer;
    private final TillEvents events;
    private final ExecutorService queue = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("printing").factory());

    /** Prints on {@code printer}, which nobody else uses; trouble is told through {@code events}. */
    public Printing(ReceiptPrinter printer, TillEvents events) {
        this.printer = printer;
        this.events = events;
    }

    /** Queues a receipt. */
    public void print(Receipt receipt) {
        queue.execute(
                () -> tell(printer.print(receipt), Sentence.of("receipts.receipt", "Receipt {0}", receipt.title())));
    }

    /** Queues a drawer pulse. */
    public void openDrawer() {
        queue.execute(() -> tell(printer.openDrawer(), Sentence.of("receipts.the-cash-drawer", "The cash drawer")));
    }

    private void tell(PrintResult result, Sentence what) {
        if (result instanceof PrintResult.NotPrinted no) {
            LOG.log(System.Logger.Level.WARNING, "{0}: {1}", what, no.message());
            events.publish(new TillEvent.Notice(Sentence.of("receipts.failed", "{0} failed: {1}", what, no.message())));
        }
    }

    @Override
    public void close() {
        queue.close();
        printer.close();
    }
}
