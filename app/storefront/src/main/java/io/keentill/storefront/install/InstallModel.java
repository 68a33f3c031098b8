package io.keentill.storefront.install;

import io.keentill.device.terminal.Progress;
import io.keentill.engine.Till;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Setting the till up: its sections, of which one is in front. */
public final class InstallModel {

    /** What can be set up. */
    public enum Section {
        /** Payment terminals. */
        TERMINALS,
        /** The receipt printer and its drawer. */
        PRINTER,
        /** The till as RevKeen's connector. */
        LINK,
        /** Faults, and what a support desk needs. */
        FAULTS
    }

    private final ReadOnlyObjectWrapper<Section> section = new ReadOnlyObjectWrapper<>(Section.TERMINALS);
    private final TerminalsModel terminals;
    private final PrinterModel printer;
    private final LinkModel link;
    private final FaultsModel faults;

    /** The set-up of {@code till}. */
    public InstallModel(Till till, TillWorker worker, Session session, Toasts toasts, Texts texts) {
        terminals = new TerminalsModel(till, worker, session, toasts, texts);
        printer = new PrinterModel(till, worker, session, toasts, texts);
        link = new LinkModel(till, worker, session, texts);
        faults = new FaultsModel(till, worker, texts);
    }

    /** Reads again what is in front. */
    public void load() {
        switch (section.get()) {
            case TERMINALS -> terminals.load();
            case PRINTER -> printer.load();
            case LINK -> link.load();
            case FAULTS -> faults.load();
        }
    }

    /** Brings a section to the front; a terminal that has the word keeps its own there. */
    public void go(Section wanted) {
        if (!isBusy()) {
            section.set(wanted);
            load();
        }
    }

    /** One step back; false where there is none. */
    public boolean back() {
        return switch (section.get()) {
            case TERMINALS -> terminals.back();
            case PRINTER -> printer.back();
            case LINK, FAULTS -> false;
        };
    }

    /** What of one person is on screen is nothing for the next. */
    public void forget() {
        terminals.forget();
        printer.forget();
        link.forget();
        faults.forget();
        section.set(Section.TERMINALS);
    }

    /** The terminal has the word because of something here. */
    public boolean isBusy() {
        return terminals.trial().isRunning();
    }

    /** The terminal says something. */
    public void progress(Progress said) {
        terminals.trial().progress(said);
    }

    /** Payment terminals. */
    TerminalsModel terminals() {
        return terminals;
    }

    /** The receipt printer. */
    PrinterModel printer() {
        return printer;
    }

    /** The till as RevKeen's connector. */
    LinkModel link() {
        return link;
    }

    /** Faults. */
    FaultsModel faults() {
        return faults;
    }

    /** The section in front. */
    public ReadOnlyObjectProperty<Section> sectionProperty() {
        return section.getReadOnlyProperty();
    }
}
