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
        TERMINALS
    }

    private final ReadOnlyObjectWrapper<Section> section = new ReadOnlyObjectWrapper<>(Section.TERMINALS);
    private final TerminalsModel terminals;

    /** The set-up of {@code till}. */
    public InstallModel(Till till, TillWorker worker, Session session, Toasts toasts, Texts texts) {
        terminals = new TerminalsModel(till, worker, session, toasts, texts);
    }

    /** Reads again what is in front. */
    public void load() {
        terminals.load();
    }

    /** Brings a section to the front. */
    public void go(Section wanted) {
        section.set(wanted);
        load();
    }

    /** One step back; false where there is none. */
    public boolean back() {
        return terminals.back();
    }

    /** What of one person is on screen is nothing for the next. */
    public void forget() {
        terminals.forget();
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

    /** The section in front. */
    public ReadOnlyObjectProperty<Section> sectionProperty() {
        return section.getReadOnlyProperty();
    }
}
