package io.keentill.engine.install;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.printer.PrintResult;
import io.keentill.device.printer.ReceiptPrinter;
import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;
import io.keentill.engine.TillEvents;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.install.Candidate.Place;
import io.keentill.engine.receipts.Paper;
import io.keentill.engine.receipts.Printing;
import io.keentill.engine.setup.Settings;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The printer of the running till. */
final class LocalPrinter implements PrinterDesk {

    private static final int USUAL_PORT = 9100;

    private final TillStore store;
    private final Paper paper;
    private final Function<String, ReceiptPrinter> printers;
    private final LinkOpener links;
    private final Surroundings surroundings;
    private final TillEvents events;

    LocalPrinter(
            TillStore store,
            Paper paper,
            Function<String, ReceiptPrinter> printers,
            LinkOpener links,
            Surroundings surroundings,
            TillEvents events) {
        this.store = store;
        this.paper = paper;
        this.printers = printers;
        this.links = links;
        this.surroundings = surroundings;
        this.events = events;
    }

    @Override
    public @Nullable Printer current() {
        try {
            return store.read(view -> view.setting(Settings.PRINTER))
                    .map(LocalPrinter::parse)
                    .orElse(null);
        } catch (StoreException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Printer parse(String address) {
        LinkAddress link = LinkAddress.parse(address);
        Printer usual = Printer.usual(address);
        Map<String, String> options = new LinkedHashMap<>(link.options());
        String width = options.remove("paper");
        String table = options.remove("table");
        return new Printer(
                written(link, options), width == null ? usual.paper() : width, table == null ? usual.table() : table);
    }

    private static String written(LinkAddress link, Map<String, String> options) {
        String query = options.entrySet().stream()
                .map(o -> o.getKey() + "=" + o.getValue())
                .collect(Collectors.joining("&"));
        return link + (query.isEmpty() ? "" : "?" + query);
    }

    /** With what differs from the usual way as options. */
    private static String address(Printer printer) {
        LinkAddress link = LinkAddress.parse(printer.address().strip());
        Map<String, String> options = new LinkedHashMap<>(link.options());
        Printer usual = Printer.usual("");
        if (!printer.paper().equals(usual.paper())) {
            options.put("paper", printer.paper());
        }
        if (!printer.table().equals(usual.table())) {
            options.put("table", printer.table().strip());
        }
        return written(link, options);
    }

    @Override
    public void search(String where, SearchWatch watch) {
        try {
            boolean all = where.isBlank();
            List<String> hosts = all ? surroundings.networkHosts() : NetworkRange.of(where.strip());
            if (all) {
                plugs(surroundings.usbDevices(), Place.USB, watch);
                plugs(surroundings.serialPorts(), Place.SERIAL, watch);
            }
            new NetworkSearch(links, TerminalSearch.USUAL)
                    .run(hosts, List.of(new NetworkSearch.Target("tcp:", USUAL_PORT, "ESC/POS")), watch);
        } catch (IllegalArgumentException e) {
            watch.trouble(Spoken.by(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void plugs(Surroundings.Ports ports, Place place, SearchWatch watch) {
        ports.troubles().forEach(watch::trouble);
        ports.ports()
                .forEach(p -> watch.found(new Candidate(
                        p.link(),
                        "ESC/POS",
                        place,
                        p.hindrance()
                                .map(h -> Sentence.of("text.stop", "{0}.", p.words())
                                        .then(h))
                                .orElse(p.words()))));
    }

    @Override
    public Optional<Sentence> testPage(Printer printer) {
        return on(printer, p -> p.print(TestPage.of(printer)));
    }

    @Override
    public Optional<Sentence> openDrawer(Printer printer) {
        return on(printer, ReceiptPrinter::openDrawer);
    }

    private Optional<Sentence> on(Printer printer, Function<ReceiptPrinter, PrintResult> job) {
        try (ReceiptPrinter device = printers.apply(address(printer))) {
            return job.apply(device) instanceof PrintResult.NotPrinted no
                    ? Optional.of(no.message())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(Spoken.by(e));
        }
    }

    @Override
    public Optional<Sentence> use(Printer printer, String operator) {
        try {
            String address = address(printer);
            ReceiptPrinter device = printers.apply(address);
            store.write(tx -> {
                tx.putSetting(Settings.PRINTER, address);
                return tx.appendJournal(
                        "printer.used", operator, address, JournalText.none().json());
            });
            paper.use(new Printing(device, events));
            return Optional.empty();
        } catch (IllegalArgumentException | StoreException e) {
            return Optional.of(Spoken.by(e));
        }
    }

    @Override
    public Optional<Sentence> forget(String operator) {
        try {
            store.write(tx -> {
                tx.removeSetting(Settings.PRINTER);
                return tx.appendJournal(
                        "printer.forgotten",
                        operator,
                        "printer",
                        JournalText.none().json());
            });
            paper.use(null);
            return Optional.empty();
        } catch (StoreException e) {
            return Optional.of(e.said());
        }
    }
}
