package io.keentill.storefront;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.install.Candidate;
import io.keentill.engine.install.PrinterDesk;
import io.keentill.engine.install.SearchWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A printer on the network and one at a USB port, in memory. */
final class FakePrinterDesk implements PrinterDesk {

    static final String FOUND = "tcp:192.168.1.30:9100";

    final List<String> did = new ArrayList<>();
    volatile Optional<String> trouble = Optional.empty();
    private volatile Printer used;

    @Override
    public Printer current() {
        return used;
    }

    @Override
    public void search(String where, SearchWatch watch) {
        watch.found(new Candidate(FOUND, "ESC/POS", Candidate.Place.NETWORK, Sentence.quoted("192.168.1.30:9100")));
        watch.found(new Candidate(
                "usb:04b8:0202", "ESC/POS", Candidate.Place.USB, Sentence.quoted("EPSON TM-T88V, bus 1 device 7")));
    }

    @Override
    public Optional<Sentence> testPage(Printer printer) {
        did.add("test " + printer);
        return trouble.map(Sentence::quoted);
    }

    @Override
    public Optional<Sentence> openDrawer(Printer printer) {
        did.add("drawer " + printer.address());
        return trouble.map(Sentence::quoted);
    }

    @Override
    public Optional<Sentence> use(Printer printer, String operator) {
        used = printer;
        return Optional.empty();
    }

    @Override
    public Optional<Sentence> forget(String operator) {
        used = null;
        return Optional.empty();
    }
}
