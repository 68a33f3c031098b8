package io.keentill.device.escpos;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.printer.PrintResult;
import io.keentill.device.printer.PrintResult.NotPrinted;
import io.keentill.device.printer.ReceiptPrinter;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An ESC/POS printer with its cash drawer. Nothing stays open between jobs, jobs of several threads follow each other,
 * and every failure is an answer with words for people.
 */
public final class EscPosPrinter implements ReceiptPrinter {

    /** Where network printers listen for raw data. */
    public static final int USUAL_PORT = 9100;

    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern USB = Pattern.compile("(?i)[0-9a-f]{4}:[0-9a-f]{4}(?::.+)?");

    private final EscPosEncoder encoder;
    private final PrinterPort port;
    private final ReentrantLock oneJob = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();

    private EscPosPrinter(PrinterModel model, PrinterPort port) {
        this.encoder = new EscPosEncoder(model);
        this.port = port;
    }

    /** As {@link #at(String, PrinterModel, PrinterDeadlines, LinkOpener)} with the usual deadlines. */
    public static EscPosPrinter at(String address, PrinterModel model, LinkOpener links) {
        return at(address, model, PrinterDeadlines.USUAL, links);
    }

    /**
     * The printer at an address that describes its model, too: see {@link PrinterModel#of}. A link sees its own options
     * alone.
     *
     * @throws BadInputException if the address is not of its form
     */
    public static EscPosPrinter described(String address, LinkOpener links) {
        LinkAddress whole = LinkAddress.parse(address);
        Map<String, String> options = new LinkedHashMap<>(whole.options());
        options.keySet().removeAll(Set.of("paper", "table"));
        String rest = options.entrySet().stream()
                .map(o -> o.getKey() + "=" + o.getValue())
                .collect(Collectors.joining("&"));
        return at(whole + (rest.isEmpty() ? "" : "?" + rest), PrinterModel.of(whole), links);
    }

    /** A network printer, file or device, with the usual deadlines. */
    public static EscPosPrinter at(String address, PrinterModel model) {
        return at(address, model, PrinterDeadlines.USUAL);
    }

    /** A network printer, file or device: what needs no link. */
    public static EscPosPrinter at(String address, PrinterModel model, PrinterDeadlines deadlines) {
        return at(address, model, deadlines, (link, within) -> {
            throw new LinkException(Sentence.of("printer.no-links-can-be-opened-here", "No links can be opened here"));
        });
    }

    /**
     * The printer at {@code address}; no contact is made yet.
     *
     * @param address {@code tcp:HOST[:PORT]}, or {@code file:PATH} for a file or device, to which each job is appended;
     *     {@code file:PATH?mode=replace} keeps the last job only; {@code usb:VENDOR:PRODUCT[:SERIAL]} or {@code serial:PATH}
     *     with the options of such a link
     * @param links opens the link of a USB or serial printer, for each job
     * @throws BadInputException if the address is not of its form
     */
    public static EscPosPrinter at(String address, PrinterModel model, PrinterDeadlines deadlines, LinkOpener links) {
        LinkAddress link = LinkAddress.parse(address);
        PrinterPort port = switch (link.kind()) {
            case "tcp" -> tcp(link, deadlines);
            case "file" -> file(link, deadlines);
            case "usb" -> usb(link, deadlines, links);
            case "serial" -> new LinkPort(link, links, deadlines);
            default ->
                throw new BadInputException(Sentence.of(
                        "printer.is-no-printer-address",
                        "\"{0}\" is no printer address: write tcp:192.168.1.30:9100, usb:04b8:0202,"
                                + " serial:/dev/ttyUSB0?baud=38400 or file:/dev/usb/lp0",
                        address));
        };
        return new EscPosPrinter(model, port);
    }

    @Override
    public PrintResult print(Receipt receipt) {
        return send(encoder.encode(receipt));
    }

    @Override
    public PrintResult openDrawer() {
        return send(encoder.openDrawer());
    }

    /** Ends its use: later jobs are refused. */
    @Override
    public void close() {
        closed.set(true);
    }

    private PrintResult send(byte[] job) {
        oneJob.lock();
        try {
            return closed.get()
                    ? new NotPrinted(Sentence.of(
                            "printer.this-printer-is-no-longer-in",
                            "This printer is no longer in use. Choose a printer in the settings."))
                    : port.send(job);
        } finally {
            oneJob.unlock();
        }
    }

    private static PrinterPort usb(LinkAddress link, PrinterDeadlines deadlines, LinkOpener links) {
        if (!USB.matcher(link.where()).matches()) {
            throw new BadInputException(Sentence.of(
                    "printer.is-no-usb-printer",
                    "\"{0}\" is no USB printer: write usb:VENDOR:PRODUCT or usb:VENDOR:PRODUCT:SERIAL as till terminals"
                            + " ports shows it, for example usb:04b8:0202",
                    link));
        }
        return new LinkPort(link, links, deadlines);
    }

    private static PrinterPort tcp(LinkAddress link, PrinterDeadlines deadlines) {
        int colon = link.where().lastIndexOf(':');
        String host = colon < 0 ? link.where() : link.where().substring(0, colon);
        String number = colon < 0 ? Integer.toString(USUAL_PORT) : link.where().substring(colon + 1);
        int port = number.matches("\\d{1,5}") ? Integer.parseInt(number) : 0;
        if (host.isBlank() || port < 1 || port > HIGHEST_PORT) {
            throw new BadInputException(Sentence.of(
                    "printer.is-no-network-printer",
                    "\"{0}\" is no network printer: write tcp:HOST:PORT with a port from 1 to 65535",
                    link));
        }
        return new TcpPort(host, port, deadlines);
    }

    private static PrinterPort file(LinkAddress link, PrinterDeadlines deadlines) {
        String mode = link.option("mode").orElse("append");
        if (!mode.equals("append") && !mode.equals("replace")) {
            throw new BadInputException(Sentence.of("printer.mode-is", "mode is append or replace, not \"{0}\"", mode));
        }
        try {
            return new FilePort(Path.of(link.where()), mode.equals("replace"), deadlines);
        } catch (InvalidPathException e) {
            throw new BadInputException(
                    Sentence.of("printer.is-no-file-name", "\"{0}\" is no file name: {1}", link.where(), e.getReason()),
                    e);
        }
    }
}
