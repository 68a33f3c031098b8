package io.keentill.storefront.tasks;

import io.keentill.domain.refund.Refund;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.TillTask;
import io.keentill.engine.payment.HoldResult;
import io.keentill.engine.refund.RefundResult;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What waits for a person, one of it chosen, and what can be done about that. */
public final class TasksModel {

    private final ObservableList<TillTask> tasks = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<TillTask> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper endsInCash = new ReadOnlyBooleanWrapper(false);
    private final StringProperty note = new SimpleStringProperty("");
    private final DecisionModel decision;
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Toasts toasts;
    private final Texts texts;

    /** Tasks of {@code till}. */
    public TasksModel(Till till, TillWorker worker, Session session, Toasts toasts, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.toasts = toasts;
        this.texts = texts;
        this.decision = new DecisionModel(till, worker, texts, this::decided);
    }

    /** Fetches them; what is chosen stays so while it waits. */
    public void load() {
        worker.submit(till::tasks, found -> {
            tasks.setAll(found);
            TillTask was = chosen.get();
            if (was != null) {
                choose(found.stream()
                        .filter(t -> t.id().equals(was.id()) && t.kind() == was.kind())
                        .findFirst()
                        .orElse(null));
            }
        });
    }

    /** Looks at one of them, or at none. */
    public void choose(@Nullable TillTask task) {
        TillTask was = chosen.get();
        chosen.set(task);
        lookForCash(task);
        boolean same = was != null && task != null && was.id().equals(task.id());
        if (!same) {
            complaint.set("");
            note.set("");
            decision.begin(task != null && task.kind() == TillTask.Kind.PAYMENT_UNKNOWN ? task.id() : null);
        }
    }

    private void lookForCash(@Nullable TillTask task) {
        endsInCash.set(false);
        if (task != null && task.kind() == TillTask.Kind.REFUND_OPEN) {
            worker.submit(
                    () -> till.refunds()
                            .find(task.id())
                            .filter(Refund::mayEndInCash)
                            .isPresent(),
                    may -> endsInCash.set(may && task.equals(chosen.get())));
        }
    }

    /** Tries what RevKeen refused once more. */
    public void retry() {
        withChosen(t -> step(t, () -> till.office().refusals().retry(t.id(), session.operator()), "tasks.retried"));
    }

    /** Takes what RevKeen refused off the list as settled elsewhere, with the note as the reason. */
    public void dismiss() {
        String reason = note.get();
        withChosen(t ->
                step(t, () -> till.office().refusals().dismiss(t.id(), session.operator(), reason), "tasks.dismissed"));
    }

    /** Says that it is done, with the note. */
    public void close() {
        String what = note.get();
        withChosen(t -> step(t, () -> till.closeTask(t.id(), what, session.operator()), "tasks.closed"));
    }

    /** Goes on with a refund that stopped half-way; a terminal may have the word. */
    public void goOn() {
        withChosen(t -> refund(() -> till.refunds().goOn(t.id(), session.operator())));
    }

    /** Gives up what of a refund did not go back yet. */
    public void giveUp() {
        withChosen(t -> refund(() -> till.refunds().giveUp(t.id(), session.operator())));
    }

    /** Pays out what a card does not take back of a sale that was never finished. */
    public void restInCash() {
        withChosen(t -> refund(() -> till.refunds().restInCash(t.id(), session.operator())));
    }

    /** Lets go of money that is held on a card; the terminal has the word. */
    public void letGo() {
        withChosen(t -> {
            busy.set(true);
            worker.submitLong(
                    () -> till.tabs().letGo(t.id(), session.operator()),
                    result -> {
                        busy.set(false);
                        tell(result);
                        load();
                    },
                    this::broken);
        });
    }

    private void tell(HoldResult result) {
        switch (result) {
            case HoldResult.Done done ->
                toasts.info(
                        texts.get("tasks.letGo.done", texts.money(done.attempt().amount())));
            case HoldResult.NotDone not ->
                complaint.set(Optional.ofNullable(not.attempt().message())
                        .map(texts::said)
                        .orElse(texts.get("refund.noReason")));
            case HoldResult.NotKnown doubt -> complaint.set(texts.get("tasks.letGo.unknown"));
            case HoldResult.Refused(Sentence why) -> complaint.set(texts.said(why));
        }
    }

    private interface Step {
        void on(TillTask task);
    }

    private void withChosen(Step step) {
        TillTask task = chosen.get();
        if (task != null && !busy.get()) {
            complaint.set("");
            step.on(task);
        }
    }

    private void step(TillTask task, Supplier<Optional<Sentence>> work, String done) {
        busy.set(true);
        worker.submitLong(
                work,
                problem -> {
                    busy.set(false);
                    if (problem.isPresent()) {
                        complain(task, texts.said(problem.get()));
                    } else {
                        toasts.info(texts.get(done));
                        leave(task.id());
                        load();
                    }
                },
                this::broken);
    }

    private void refund(Supplier<RefundResult> work) {
        busy.set(true);
        worker.submitLong(
                work,
                result -> {
                    busy.set(false);
                    tell(result);
                    load();
                },
                this::broken);
    }

    private void tell(RefundResult result) {
        switch (result) {
            case RefundResult.Given given ->
                toasts.info(texts.get(
                        "refund.done.title", texts.money(given.refund().returned())));
            case RefundResult.Abandoned none -> toasts.info(texts.get("tasks.abandoned"));
            case RefundResult.NotGiven not ->
                complaint.set(Optional.ofNullable(not.attempt().message())
                        .map(texts::said)
                        .orElse(texts.get("refund.noReason")));
            case RefundResult.PartGiven part -> complaint.set(texts.said(part.message()));
            case RefundResult.NotKnown doubt -> complaint.set(texts.get("refund.unknown.next"));
            case RefundResult.Refused(Sentence why) -> complaint.set(texts.said(why));
        }
    }

    private void broken(RuntimeException e) {
        busy.set(false);
        complaint.set(texts.trouble(e, "trouble.task"));
    }

    private void decided(String attempt, String words) {
        toasts.info(words);
        leave(attempt);
        load();
    }

    /** Somebody may look at another one by now, and write about that. */
    private void leave(String id) {
        TillTask now = chosen.get();
        if (now != null && now.id().equals(id)) {
            choose(null);
        }
    }

    /** Where it was asked; beside another one it would be taken for something about that one. */
    private void complain(TillTask about, String words) {
        TillTask now = chosen.get();
        if (now != null && now.id().equals(about.id())) {
            complaint.set(words);
        } else {
            toasts.warn(words);
        }
    }

    /** One step back: looks at none; false if that is how it was. */
    public boolean back() {
        boolean was = chosen.get() != null;
        choose(null);
        return was;
    }

    /** Forgets what somebody typed. */
    public void forget() {
        choose(null);
        tasks.clear();
    }

    /** Everything that waits, the oldest first. */
    public ObservableList<TillTask> tasks() {
        return tasks;
    }

    /** The one that is looked at; null for none. */
    public ReadOnlyObjectProperty<TillTask> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What went wrong; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** Whether something is being done. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the rest of the chosen refund may go back in cash. */
    public ReadOnlyBooleanProperty endsInCashProperty() {
        return endsInCash.getReadOnlyProperty();
    }

    /** What was done, as typed. */
    public StringProperty noteProperty() {
        return note;
    }

    /** Deciding about a payment that nobody knows of. */
    public DecisionModel decision() {
        return decision;
    }
}
