package io.keentill.device.escpos;

import io.keentill.device.printer.PrintResult;
import io.keentill.device.printer.PrintResult.NotPrinted;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A printer on the network, usually at port 9100: one connection for each job. */
final class TcpPort implements PrinterPort {

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
            return new NotPrinted(Sentence.of(
                    "printer.there-is-no-printer-called-check",
                    "There is no printer called \"{0}\". Check the printer's address.",
                    host));
        }
        try (TcpConversation printer = TcpConversation.connect(address, deadlines.connect())) {
            return new PrintJob(host + ":" + port, deadlines).send(job, printer);
        } catch (IOException e) {
            return new NotPrinted(Sentence.of(
                    "printer.the-printer-at-cannot-be-reached-check",
                    "The printer at {0}:{1} cannot be reached. Check that it is switched on and"
                            + " connected, and print again. ({2})",
                    host,
                    port,
                    PrintJob.reason(e)));
        }
    }
}
