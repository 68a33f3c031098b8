package io.keentill.storefront.tasks;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.payment.OverrideResult;
import io.keentill.storefront.text.MoneyInput;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A manager decides, with evidence and PIN, about a payment that no terminal can answer for. */
public final class DecisionModel {

    /** What the evidence says. */
    public enum Verdict {
        /** It was approved. */
        MOVED,
        /** Nothing moved. */
        NOTHING
    }

    private final ReadOnlyObjectWrapper<Evidence.Kind> kind = new ReadOnlyObjectWrapper<>(Evidence.Kind.PAPER_SLIP);
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(Verdict.MOVED);
    private final ReadOnlyObjectWrapper<PaymentAttempt> attempt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty amount = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final StringProperty pin = new SimpleStringProperty("");
    private final Till till;
    private final TillWorker worker;
    private final Texts texts;
    private final BiConsumer<String, String> done;

    DecisionModel(Till till, TillWorker worker, Texts texts, BiConsumer<String, String> done) {
        this.till = till;
        this.worker = worker;
        this.texts = texts;
        this.done = done;
    }

    /** Starts over for a payment, or for none. */
    void begin(@Nullable String attemptId) {
        attempt.set(null);
        complaint.set("");
        note.set("");
        code.set("");
        pin.set("");
        amount.set("");
        kind.set(Evidence.Kind.PAPER_SLIP);
        verdict.set(Verdict.MOVED);
        if (attemptId != null) {
            worker.submit(
                    till::openPayments,
                    open -> open.stream()
                            .filter(a -> a.id().equals(attemptId))
                            .findFirst()
                            .ifPresent(a -> {
                                attempt.set(a);
                                amount.set(texts.figures(a.amount()));
                            }));
        }
    }

    /** What it stands on. */
    public void choose(Evidence.Kind what) {
        kind.set(what);
    }

    /** What the evidence says. */
    public void choose(Verdict what) {
        verdict.set(what);
    }

    /** Decides. */
    public void decide() {
        PaymentAttempt about = attempt.get();
        if (about == null || busy.get()) {
            return;
        }
        Optional<Evidence> evidence = evidence(about);
        if (evidence.isEmpty()) {
            complaint.set(texts.get("decision.badAmount"));
            return;
        }
        Optional<String> problem = evidence.get().problem(about.amount()).map(texts::said);
        if (problem.isPresent() || pin.get().isBlank()) {
            complaint.set(problem.orElseGet(() -> texts.get("decision.needsPin")));
            return;
        }
        String entered = pin.get();
        pin.set("");
        busy.set(true);
        complaint.set("");
        worker.submitLong(() -> till.override(about.id(), evidence.get(), entered), this::show, e -> {
            busy.set(false);
            complaint.set(texts.trouble(e, "trouble.decision"));
        });
    }

    private Optional<Evidence> evidence(PaymentAttempt about) {
        if (verdict.get() == Verdict.NOTHING) {
            return Optional.of(Evidence.nothingMoved(kind.get(), note.get().strip()));
        }
        return MoneyInput.amount(amount.get(), about.amount().currency())
                .map(moved -> Evidence.moved(
                        kind.get(), note.get().strip(), moved, code.get().strip()));
    }

    private void show(OverrideResult result) {
        busy.set(false);
        switch (result) {
            case OverrideResult.Decided(PaymentAttempt decided) ->
                done.accept(
                        decided.id(),
                        decided.moved()
                                ? texts.get("decision.moved", texts.money(amountOf(decided)))
                                : texts.get("decision.nothing"));
            case OverrideResult.Refused(Sentence why) -> complaint.set(texts.said(why));
            case OverrideResult.WrongPin(int left) ->
                complaint.set(left > 0 ? texts.get("login.wrong", left) : texts.get("login.wrongLast"));
            case OverrideResult.LockedOut(var until) -> complaint.set(texts.get("login.locked", texts.time(until)));
        }
    }

    private static Money amountOf(PaymentAttempt decided) {
        return Optional.ofNullable(decided.approved()).orElse(decided.amount());
    }

    /** The payment; null until it is known, or if it is settled meanwhile. */
    public ReadOnlyObjectProperty<PaymentAttempt> attemptProperty() {
        return attempt.getReadOnlyProperty();
    }

    /** What the decision stands on. */
    public ReadOnlyObjectProperty<Evidence.Kind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /** What the evidence says. */
    public ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** What went wrong; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** Whether it is being decided. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What was seen and where. */
    public StringProperty noteProperty() {
        return note;
    }

    /** What was approved, as typed. */
    public StringProperty amountProperty() {
        return amount;
    }

    /** The authorisation code, as typed. */
    public StringProperty codeProperty() {
        return code;
    }

    /** The manager's PIN, until it is checked. */
    public StringProperty pinProperty() {
        return pin;
    }
}
