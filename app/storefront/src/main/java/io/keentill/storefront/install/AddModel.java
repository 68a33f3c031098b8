package io.keentill.storefront.install;

import io.keentill.engine.Till;
import io.keentill.engine.install.Candidate;
import io.keentill.engine.install.KnownTerminal;
import io.keentill.engine.install.NewTerminal;
import io.keentill.engine.install.SetUpForm;
import io.keentill.engine.install.SetUpResult;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Setting one more terminal up: found first, then asked what its family has to know. */
public final class AddModel {

    /**
     * Something to be answered.
     *
     * @param name for the driver
     * @param text for people
     * @param secret whether nobody beside may see it
     * @param answer as typed
     */
    public record Question(String name, String text, boolean secret, StringProperty answer) {}

    /**
     * What one terminal asks.
     *
     * @param address of the terminal
     * @param family for people
     * @param settings parts of its address
     * @param pairing what pairing needs
     */
    public record Form(String address, String family, List<Question> settings, List<Question> pairing) {}

    private final SearchModel search;
    private final ReadOnlyObjectWrapper<Form> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<KnownTerminal> replaced = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final StringProperty name = new SimpleStringProperty("");
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Texts texts;
    private final Consumer<SetUpResult.Done> added;

    AddModel(Till till, TillWorker worker, Session session, Texts texts, Consumer<SetUpResult.Done> added) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.texts = texts;
        this.added = added;
        this.search = new SearchModel(
                worker, texts, (where, watch) -> till.install().terminals().search(where, watch));
    }

    void begin(@Nullable KnownTerminal instead) {
        forget();
        replaced.set(instead);
    }

    /** Asks what has to be known of the one found. */
    public void choose(Candidate candidate) {
        search.cancel();
        complaint.set("");
        worker.submit(() -> till.install().terminals().form(candidate.address()), asked -> {
            switch (asked) {
                case SetUpForm.Refused no -> complaint.set(texts.said(no.message()));
                case SetUpForm.Ask ask -> show(candidate.address(), ask);
            }
        });
    }

    private void show(String address, SetUpForm.Ask ask) {
        KnownTerminal instead = replaced.get();
        name.set(instead == null ? "" : instead.name());
        form.set(new Form(
                address,
                ask.family(),
                ask.settings().stream()
                        .map(s -> new Question(
                                s.name(), texts.said(s.text()), false, new SimpleStringProperty(s.usual())))
                        .toList(),
                ask.questions().stream()
                        .map(q ->
                                new Question(q.name(), texts.said(q.text()), q.secret(), new SimpleStringProperty("")))
                        .toList()));
    }

    /** Makes contact, pairs and keeps it. */
    public void setUp() {
        Form asked = form.get();
        if (asked == null || busy.get()) {
            return;
        }
        KnownTerminal instead = replaced.get();
        NewTerminal wish = new NewTerminal(
                asked.address(),
                name.get(),
                answers(asked.settings()),
                answers(asked.pairing()),
                instead == null ? null : instead.address());
        String by = session.operator();
        busy.set(true);
        complaint.set("");
        worker.submitLong(
                () -> till.install().terminals().add(wish, by),
                result -> {
                    busy.set(false);
                    switch (result) {
                        case SetUpResult.Refused no -> complaint.set(texts.said(no.message()));
                        case SetUpResult.Done done -> {
                            forget();
                            added.accept(done);
                        }
                    }
                },
                e -> {
                    busy.set(false);
                    complaint.set(texts.trouble(e, "trouble.add"));
                });
    }

    private static Map<String, String> answers(List<Question> questions) {
        return questions.stream()
                .collect(Collectors.toMap(
                        Question::name, q -> q.answer().get().strip(), (a, b) -> b, LinkedHashMap::new));
    }

    /** From the questions back to what was found; false where there is no step back. */
    boolean back() {
        if (busy.get()) {
            return true;
        }
        if (form.get() != null) {
            form.set(null);
            complaint.set("");
            return true;
        }
        return search.cancel();
    }

    void forget() {
        search.forget();
        form.set(null);
        replaced.set(null);
        name.set("");
        complaint.set("");
    }

    /** Looking for it. */
    SearchModel search() {
        return search;
    }

    /** What the chosen one asks; null while it is looked for. */
    public ReadOnlyObjectProperty<Form> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** The terminal whose place it takes; null for none. */
    public ReadOnlyObjectProperty<KnownTerminal> replacedProperty() {
        return replaced.getReadOnlyProperty();
    }

    /** Whether contact is being made. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What went wrong; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** What the shop will call it. */
    public StringProperty nameProperty() {
        return name;
    }
}
