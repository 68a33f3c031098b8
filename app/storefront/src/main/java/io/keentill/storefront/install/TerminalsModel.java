package io.keentill.storefront.install;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.install.DeviceDesk;
import io.keentill.engine.install.KnownTerminal;
import io.keentill.engine.install.SetUpResult;
import io.keentill.engine.install.TerminalHealth;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The terminals of this till: how each does, another name, another one in use, one less. */
public final class TerminalsModel {

    /** What stands at the right. */
    public enum Pane {
        /** Nothing is chosen. */
        NONE,
        /** One of them. */
        DETAIL,
        /** One more is being set up. */
        ADD
    }

    private final ObservableList<KnownTerminal> known = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Pane> pane = new ReadOnlyObjectWrapper<>(Pane.NONE);
    private final ReadOnlyObjectWrapper<KnownTerminal> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<TerminalHealth> health = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper leaving = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final StringProperty name = new SimpleStringProperty("");
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Toasts toasts;
    private final Texts texts;
    private final TrialModel trial;
    private final AddModel add;

    TerminalsModel(Till till, TillWorker worker, Session session, Toasts toasts, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.toasts = toasts;
        this.texts = texts;
        this.trial = new TrialModel(till, worker, session, texts);
        this.add = new AddModel(till, worker, session, texts, this::added);
    }

    private DeviceDesk desk() {
        return till.install().terminals();
    }

    /** Reads the list again; what is chosen stays chosen if it is still there. */
    public void load() {
        read(list -> {
            if (pane.get() == Pane.DETAIL) {
                // Somebody may look at another one by now than when it was asked.
                list.stream().filter(this::isChosen).findFirst().ifPresentOrElse(this::keep, this::chooseNone);
            } else if (pane.get() == Pane.NONE && !list.isEmpty()) {
                choose(list.getFirst());
            }
        });
        trial.load();
    }

    private void read(Consumer<List<KnownTerminal>> then) {
        worker.submit(() -> desk().known(), list -> {
            known.setAll(list);
            then.accept(list);
        });
    }

    private void keep(KnownTerminal same) {
        chosen.set(same);
    }

    private void chooseNone() {
        chosen.set(null);
        pane.set(Pane.NONE);
    }

    /** Looks at one of them, and asks it how it is. */
    public void choose(KnownTerminal terminal) {
        if (trial.isRunning()) {
            return;
        }
        complaint.set("");
        leaving.set(false);
        name.set(terminal.name());
        health.set(null);
        trial.clear();
        chosen.set(terminal);
        pane.set(Pane.DETAIL);
        check();
    }

    /** Asks the chosen one how it is. */
    public void check() {
        KnownTerminal asked = chosen.get();
        if (asked == null || checking.get()) {
            return;
        }
        checking.set(true);
        worker.submitLong(
                () -> desk().health(asked.address()),
                now -> {
                    checking.set(false);
                    if (isChosen(asked)) {
                        health.set(now);
                    } else if (chosen.get() != null) {
                        check();
                    }
                },
                e -> {
                    checking.set(false);
                    trouble(e);
                });
    }

    private boolean isChosen(KnownTerminal asked) {
        KnownTerminal now = chosen.get();
        return now != null && now.key().equals(asked.key());
    }

    /** Sends payments to the chosen one. */
    public void use() {
        change(t -> desk().use(t.address(), session.operator()), "install.used");
    }

    /** Stores another name for the chosen one. */
    public void rename() {
        String wanted = name.get();
        change(t -> desk().rename(t.address(), wanted, session.operator()), "install.renamed");
    }

    private void change(java.util.function.Function<KnownTerminal, SetUpResult> how, String done) {
        KnownTerminal terminal = chosen.get();
        if (terminal != null) {
            run(() -> how.apply(terminal), result -> {
                switch (result) {
                    case SetUpResult.Refused no -> complaint.set(texts.said(no.message()));
                    case SetUpResult.Done(KnownTerminal now, Sentence notes) -> {
                        toasts.info(texts.get(done, now.name()));
                        // Somebody may look at another one by now.
                        if (isChosen(terminal)) {
                            complaint.set(texts.said(notes));
                            keep(now);
                        }
                        load();
                    }
                }
            });
        }
    }

    /** Asks whether the chosen one shall really be forgotten. */
    public void askUnpair() {
        leaving.set(true);
    }

    /** Keeps it. */
    public void keepIt() {
        leaving.set(false);
    }

    /** Forgets the chosen one. */
    public void unpair() {
        KnownTerminal terminal = chosen.get();
        if (terminal == null) {
            return;
        }
        run(() -> desk().unpair(terminal.address(), session.operator()), (Optional<Sentence> refused) -> {
            boolean isInFront = isChosen(terminal);
            if (isInFront) {
                leaving.set(false);
                complaint.set(refused.map(texts::said).orElse(""));
            }
            if (refused.isEmpty()) {
                toasts.info(texts.get("install.unpaired", terminal.name()));
                if (isInFront) {
                    chooseNone();
                }
                load();
            } else if (!isInFront) {
                toasts.warn(texts.said(refused.get()));
            }
        });
    }

    private <T> void run(Supplier<T> work, Consumer<T> then) {
        if (busy.get() || trial.isRunning()) {
            return;
        }
        busy.set(true);
        complaint.set("");
        worker.submitLong(
                work,
                result -> {
                    busy.set(false);
                    then.accept(result);
                },
                e -> {
                    busy.set(false);
                    trouble(e);
                });
    }

    private void trouble(RuntimeException e) {
        complaint.set(texts.trouble(e, "trouble.terminal"));
    }

    /** Begins to set one more up. */
    public void addOne() {
        begin(null);
    }

    /** Begins to set one up that takes the place of the chosen one. */
    public void replace() {
        begin(chosen.get());
    }

    private void begin(@Nullable KnownTerminal replaced) {
        if (!trial.isRunning()) {
            add.begin(replaced);
            pane.set(Pane.ADD);
        }
    }

    private void added(SetUpResult.Done done) {
        toasts.info(texts.get("install.added", done.terminal().name()));
        read(list -> list.stream()
                .filter(t -> t.key().equals(done.terminal().key()))
                .findFirst()
                .ifPresent(t -> {
                    choose(t);
                    complaint.set(texts.said(done.notes()));
                }));
    }

    /** One step back; false where there is none. */
    boolean back() {
        if (trial.isRunning()) {
            trial.stop();
            return true;
        }
        if (leaving.get()) {
            leaving.set(false);
            return true;
        }
        if (pane.get() != Pane.ADD) {
            return false;
        }
        if (!add.back()) {
            KnownTerminal before = chosen.get();
            pane.set(before == null ? Pane.NONE : Pane.DETAIL);
        }
        return true;
    }

    void forget() {
        add.forget();
        trial.clear();
        health.set(null);
        complaint.set("");
        leaving.set(false);
        chooseNone();
        known.clear();
    }

    /** Trying the one in use. */
    TrialModel trial() {
        return trial;
    }

    /** Setting one more up. */
    AddModel add() {
        return add;
    }

    /** All of them, the one in use first. */
    public ObservableList<KnownTerminal> known() {
        return known;
    }

    /** What stands at the right. */
    public ReadOnlyObjectProperty<Pane> paneProperty() {
        return pane.getReadOnlyProperty();
    }

    /** The one that is looked at; null for none. */
    public ReadOnlyObjectProperty<KnownTerminal> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** How it does; null until it was asked. */
    public ReadOnlyObjectProperty<TerminalHealth> healthProperty() {
        return health.getReadOnlyProperty();
    }

    /** Whether it is being asked. */
    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /** Whether a change is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether it is asked if the chosen one shall be forgotten. */
    public ReadOnlyBooleanProperty leavingProperty() {
        return leaving.getReadOnlyProperty();
    }

    /** What went wrong, or what to know besides; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** The name as typed. */
    public StringProperty nameProperty() {
        return name;
    }
}
