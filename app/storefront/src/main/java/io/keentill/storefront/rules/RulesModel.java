package io.keentill.storefront.rules;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.office.RulesChange;
import io.keentill.engine.office.RulesDesk;
import io.keentill.engine.office.ShopRules;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.text.MoneyInput;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the shop asks of its shifts, allows of returns and prints on its labels: what holds, and each changed where it stands. */
public final class RulesModel {

    /** What can be answered. */
    public enum Answer {
        /** It is so. */
        YES,
        /** It is not. */
        NO;

        private static Answer of(boolean so) {
            return so ? YES : NO;
        }
    }

    private final ReadOnlyObjectWrapper<ShopRules> rules = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Answer> shift = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Answer> returns = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper shut = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper shiftComplaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper returnsComplaint = new ReadOnlyStringWrapper("");
    private final StringProperty difference = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper labelsComplaint = new ReadOnlyStringWrapper("");
    private final StringProperty labels = new SimpleStringProperty("");
    private final StringProperty limit = new SimpleStringProperty("");
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Texts texts;

    /** Rules of {@code till}. */
    public RulesModel(Till till, TillWorker worker, Session session, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.texts = texts;
    }

    /** What holds, and whether a shift is open. */
    private record Seen(ShopRules rules, boolean open) {}

    /** Fetches what holds. */
    public void load() {
        worker.submit(() -> seen(till.office().rules().now()), this::show);
    }

    private Seen seen(ShopRules now) {
        return new Seen(now, till.shifts().current().isPresent());
    }

    private void show(Seen seen) {
        ShopRules now = seen.rules();
        rules.set(now);
        shift.set(Answer.of(now.shiftRequired()));
        returns.set(Answer.of(now.withoutReceipt()));
        shut.set(now.shiftRequired() && !seen.open());
    }

    /** Whether the till sells in an open shift alone. */
    public void chooseShift(Answer wanted) {
        shiftComplaint.set("");
        if (shift.get() != null && shift.get() != wanted) {
            String by = session.operator();
            change(desk -> desk.setShifts(wanted == Answer.YES, null, by), shiftComplaint, null);
        }
    }

    /** Sets how much over or short needs no reason, as it is typed; zero is allowed. */
    public void setDifference() {
        Optional<Money> typed =
                MoneyInput.amountOrZero(difference.get(), till.shop().currency());
        if (typed.isEmpty()) {
            shiftComplaint.set(texts.get("rules.badAmount"));
            return;
        }
        shiftComplaint.set("");
        String by = session.operator();
        change(desk -> desk.setShifts(null, typed.get(), by), shiftComplaint, difference);
    }

    /** Whether goods come back without a receipt; with the limit, if one is typed. */
    public void chooseReturns(Answer wanted) {
        returnsComplaint.set("");
        if (returns.get() == null || returns.get() == wanted) {
            return;
        }
        String by = session.operator();
        if (wanted == Answer.NO || limit.get().isBlank()) {
            change(desk -> desk.setReturns(wanted == Answer.YES, null, by), returnsComplaint, null);
            return;
        }
        typedLimit().ifPresent(most -> change(desk -> desk.setReturns(true, most, by), returnsComplaint, limit));
    }

    /** Sets the most that one return gives, as it is typed. */
    public void setLimit() {
        returnsComplaint.set("");
        String by = session.operator();
        typedLimit().ifPresent(most -> change(desk -> desk.setReturns(null, most, by), returnsComplaint, limit));
    }

    private Optional<Money> typedLimit() {
        Optional<Money> typed = MoneyInput.amountOrZero(limit.get(), till.shop().currency());
        returnsComplaint.set(typed.isPresent() ? "" : texts.get("rules.badAmount"));
        return typed;
    }

    /** Sets how labels of the shop's own scales are read: the patterns that are typed, in place of those before. */
    public void setLabels() {
        List<String> typed = Pattern.compile("[\\s,;]+")
                .splitAsStream(labels.get())
                .filter(pattern -> !pattern.isEmpty())
                .toList();
        labelsComplaint.set(typed.isEmpty() ? texts.get("rules.labels.empty") : "");
        if (!typed.isEmpty()) {
            String by = session.operator();
            change(desk -> desk.setLabels(typed, by), labelsComplaint, labels);
        }
    }

    /** No label hides anything from now on. */
    public void noLabels() {
        labelsComplaint.set("");
        if (rules.get() != null && !rules.get().labels().isEmpty()) {
            String by = session.operator();
            change(desk -> desk.setLabels(List.of(), by), labelsComplaint, null);
        }
    }

    private record Changed(RulesChange change, Optional<Seen> now) {}

    /** Asks for it; what is refused is said beside it, and what was typed stays. */
    private void change(
            Function<RulesDesk, RulesChange> what, ReadOnlyStringWrapper complaint, @Nullable StringProperty typed) {
        worker.submit(
                () -> {
                    RulesChange change = what.apply(till.office().rules());
                    return new Changed(
                            change,
                            change instanceof RulesChange.Done(ShopRules now)
                                    ? Optional.of(seen(now))
                                    : Optional.empty());
                },
                changed -> {
                    changed.now().ifPresent(now -> {
                        show(now);
                        if (typed != null) {
                            typed.set("");
                        }
                    });
                    if (changed.change() instanceof RulesChange.Refused(Sentence why)) {
                        complaint.set(texts.said(why));
                    }
                });
    }

    /** Forgets what somebody typed. */
    public void forget() {
        difference.set("");
        limit.set("");
        labels.set("");
        labelsComplaint.set("");
        shiftComplaint.set("");
        returnsComplaint.set("");
    }

    /** What holds; null until it is known. */
    public ReadOnlyObjectProperty<ShopRules> rulesProperty() {
        return rules.getReadOnlyProperty();
    }

    /** Whether the till sells in an open shift alone; null until it is known. */
    public ReadOnlyObjectProperty<Answer> shiftProperty() {
        return shift.getReadOnlyProperty();
    }

    /** Whether goods come back without a receipt; null until it is known. */
    public ReadOnlyObjectProperty<Answer> returnsProperty() {
        return returns.getReadOnlyProperty();
    }

    /** Whether nothing can be sold now, since no shift is open. */
    public ReadOnlyBooleanProperty shutProperty() {
        return shut.getReadOnlyProperty();
    }

    /** What is wrong about a rule on shifts; empty if nothing. */
    public ReadOnlyStringProperty shiftComplaintProperty() {
        return shiftComplaint.getReadOnlyProperty();
    }

    /** What is wrong about a rule on returns; empty if nothing. */
    public ReadOnlyStringProperty returnsComplaintProperty() {
        return returnsComplaint.getReadOnlyProperty();
    }

    /** What is wrong about the labels; empty if nothing. */
    public ReadOnlyStringProperty labelsComplaintProperty() {
        return labelsComplaint.getReadOnlyProperty();
    }

    /** How labels are read, as typed: patterns with blanks between them. */
    public StringProperty labelsProperty() {
        return labels;
    }

    /** How much over or short needs no reason, as typed. */
    public StringProperty differenceProperty() {
        return difference;
    }

    /** The most that one return gives, as typed. */
    public StringProperty limitProperty() {
        return limit;
    }
}
