package io.keentill.storefront.install;

import io.keentill.engine.Till;
import io.keentill.engine.install.ConnectorDesk;
import io.keentill.engine.sync.LinkResult;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
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

/** The till as RevKeen's connector of its own terminal, linked with a code. */
public final class LinkModel {

    private final ReadOnlyObjectWrapper<ConnectorDesk.Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
    private final StringProperty code = new SimpleStringProperty("");
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Texts texts;

    LinkModel(Till till, TillWorker worker, Session session, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.texts = texts;
    }

    private ConnectorDesk desk() {
        return till.install().connector();
    }

    /** Looks how it stands. */
    void load() {
        worker.submit(() -> desk().standing(), standing::set);
    }

    /** Exchanges the code typed. */
    public void link() {
        String typed = code.get().strip();
        if (typed.isEmpty()) {
            complaint.set(texts.get("install.link.noCode"));
            return;
        }
        String by = session.operator();
        run(() -> desk().link(typed, by), result -> {
            switch (result) {
                case LinkResult.NotLinked no -> complaint.set(texts.said(no.message()));
                case LinkResult.Linked(String device) -> {
                    code.set("");
                    done.set(texts.get("install.link.done", device));
                }
            }
        });
    }

    /** Back to the till's key. */
    public void unlink() {
        String by = session.operator();
        run(() -> desk().unlink(by), wrong -> {
            complaint.set(wrong.map(texts::said).orElse(""));
            done.set(wrong.isPresent() ? "" : texts.get("install.link.undone"));
        });
    }

    private <T> void run(Supplier<T> work, Consumer<T> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        complaint.set("");
        done.set("");
        worker.submitLong(
                work,
                result -> {
                    busy.set(false);
                    then.accept(result);
                    load();
                },
                e -> {
                    busy.set(false);
                    complaint.set(texts.trouble(e, "trouble.link"));
                });
    }

    void forget() {
        code.set("");
        complaint.set("");
        done.set("");
    }

    /** How it stands; null before it was looked at. */
    public ReadOnlyObjectProperty<ConnectorDesk.Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Whether it is being linked. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What went wrong; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** What was done; empty before. */
    public ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** The code as typed. */
    public StringProperty codeProperty() {
        return code;
    }
}
