package io.keentill.device.escpos;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.printer.PrintResult;
import io.keentill.device.printer.PrintResult.NotPrinted;
import io.keentill.domain.text.Sentence;

/** A printer on raw USB or a serial port: the link is opened for each job and given back after it. */
final class LinkPort implements PrinterPort {

    private final LinkAddress address;
    private final LinkOpener links;
    private final PrinterDeadlines deadlines;

    LinkPort(LinkAddress address, LinkOpener links, PrinterDeadlines deadlines) {
        this.address = address;
        this.links = links;
        this.deadlines = deadlines;
    }

    @Override
    public PrintResult send(byte[] job) {
        try (LinkConversation printer = new LinkConversation(links.open(address, deadlines.connect()))) {
            return new PrintJob(address.toString(), deadlines).send(job, printer);
        } catch (LinkException e) {
            return new NotPrinted(Sentence.of(
                    "printer.the-printer-at-cannot-be-reached",
                    "The printer at {0} cannot be reached. {1}. Then print again.",
                    address,
                    e.said()));
        }
    }
}
