package io.keentill.device.escpos;

import io.keentill.device.printer.PrintResult;
import io.keentill.device.printer.PrintResult.NotPrinted;
import io.keentill.device.printer.PrintResult.Printed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;

/** A printer on the network, usually at port 9100: one connection for each job. */
final class TcpPort implements PrinterPort {

    private static final String OFFLINE = "The printer is offline. Check its lamps, paper and cover, and print again.";

    private final String host;
    private final int port;
    private final PrinterDeadlines deadlines;

    TcpPort(String host, int port, PrinterDeadlines deadlines) {
        this.host = host;
        this.port = port;
        this.deadlines = deadlines;
    }

    @Override
    public PrintResult send(byte[] job) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            return new NotPrinted("There is no printer called \"" + host + "\". Check the printer's address.");
        }
        try (TcpConversation printer = TcpConversation.connect(address, deadlines.connect())) {
            return print(job, printer);
        } catch (IOException e) {
            return new NotPrinted("The printer at " + host + ":" + port
                    + " cannot be reached. Check that it is switched on and connected, and print again. ("
                    + reason(e) + ")");
        }
    }

    private PrintResult print(byte[] job, TcpConversation printer) {
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
            return new NotPrinted("The printer at " + host + ":" + port
                    + " did not take the whole job. Check paper and cover, and print again. (" + reason(e) + ")");
        }
    }

    /** Asks what is wrong; after an answer that does not come, nothing more is asked: late ones would be mistaken. */
    private Optional<String> hindrance(TcpConversation printer) throws IOException {
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

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
