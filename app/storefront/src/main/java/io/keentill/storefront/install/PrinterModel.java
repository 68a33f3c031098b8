package io.keentill.storefront.install;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.install.Candidate;
import io.keentill.engine.install.PrinterDesk;
import io.keentill.engine.install.PrinterDesk.Printer;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The receipt printer: found, tried with a page and the drawer, and used. */
public final class PrinterModel {

    /** Widths that a printer can have. */
    static final List<String> PAPERS = List.of("80", "80-42", "58");

    private final ReadOnlyObjectWrapper<Printer> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> paper = new ReadOnlyObjectWrapper<>("80");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper printed = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty table = new SimpleStringProperty("19");
    private final SearchModel search;
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Toasts toasts;
    private final Texts texts;

    PrinterModel(Till till, TillWorker worker, Session session, Toasts toasts, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.toasts = toasts;
        this.texts = texts;
        this.search = new SearchModel(worker, texts, (where, watch) -> desk().search(where, watch));
    }

    private PrinterDesk desk() {
        return till.install().printer();
    }

    /** Reads which one is in use. */
    void load() {
        worker.submit(() -> Optional.ofNullable(desk().current()), now -> {
            current.set(now.orElse(null));
            if (address.get().isBlank()) {
                now.ifPresent(this::take);
            }
        });
    }

    private void take(Printer printer) {
        address.set(printer.address());
        paper.set(printer.paper());
        table.set(printer.table());
    }

    /** Takes one that was found. */
    public void choose(Candidate candidate) {
        search.cancel();
        complaint.set("");
        printed.set(false);
        take(Printer.usual(candidate.address()));
    }

    /** The width of its paper. */
    public void choose(String wanted) {
        paper.set(wanted);
    }

    private Printer typed() {
        return new Printer(address.get().strip(), paper.get(), table.get().strip());
    }

    /** Prints a page that shows whether all is right. */
    public void testPage() {
        Printer printer = typed();
        run(() -> desk().testPage(printer), () -> printed.set(true));
    }

    /** Opens the drawer behind it. */
    public void openDrawer() {
        Printer printer = typed();
        run(() -> desk().openDrawer(printer), () -> toasts.info(texts.get("install.printer.drawer.sent")));
    }

    /** Prints on it from now on. */
    public void use() {
        Printer printer = typed();
        String by = session.operator();
        run(() -> desk().use(printer, by), () -> {
            toasts.info(texts.get("install.printer.used", printer.address()));
            load();
        });
    }

    /** Prints nowhere from now on. */
    public void remove() {
        String by = session.operator();
        run(() -> desk().forget(by), () -> {
            toasts.info(texts.get("install.printer.removed"));
            forget();
            load();
        });
    }

    private void run(Supplier<Optional<Sentence>> work, Runnable done) {
        if (busy.get()) {
            return;
        }
        if (address.get().isBlank()) {
            complaint.set(texts.get("install.printer.noAddress"));
            return;
        }
        busy.set(true);
        complaint.set("");
        worker.submitLong(
                work,
                wrong -> {
                    busy.set(false);
                    wrong.map(texts::said).ifPresentOrElse(complaint::set, done);
                },
                e -> {
                    busy.set(false);
                    complaint.set(texts.trouble(e, "trouble.printer"));
                });
    }

    boolean back() {
        return search.cancel();
    }

    void forget() {
        search.forget();
        address.set("");
        paper.set("80");
        table.set("19");
        complaint.set("");
        printed.set(false);
    }

    /** Looking for it. */
    SearchModel search() {
        return search;
    }

    /** The one in use; null for none. */
    public ReadOnlyObjectProperty<Printer> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The width that is chosen. */
    public ReadOnlyObjectProperty<String> paperProperty() {
        return paper.getReadOnlyProperty();
    }

    /** Whether a job is on its way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether a test page came out. */
    public ReadOnlyBooleanProperty printedProperty() {
        return printed.getReadOnlyProperty();
    }

    /** What went wrong; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** The address as typed or found. */
    public StringProperty addressProperty() {
        return address;
    }

    /** The number of its character table. */
    public StringProperty tableProperty() {
        return table;
    }
}
