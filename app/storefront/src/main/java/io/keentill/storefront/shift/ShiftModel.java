package io.keentill.storefront.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ZReport;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.shift.ShiftDesk;
import io.keentill.engine.shift.ShiftResult;
import io.keentill.engine.shift.XResult;
import io.keentill.storefront.approve.ApprovalModel;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.receipt.SaveWords;
import io.keentill.storefront.text.MoneyInput;
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

/** The drawer from its float to its Z: opened, moved, counted blindly, closed. What should be in it is told last. */
public final class ShiftModel {

    /** What is being done. */
    public enum Stage {
        /** No shift runs: one can be opened. */
        CLOSED,
        /** One runs. */
        OPEN,
        /** Cash is put in or taken out. */
        MOVE,
        /** The drawer is being counted. */
        COUNT,
        /** A count is committed, and the day can be closed on it. */
        COUNTED,
        /** The terminal's day is being closed. */
        TERMINAL_DAY,
        /** Reports of days before are looked through. */
        EARLIER,
        /** A report is looked at. */
        REPORT
    }

    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.CLOSED);
    private final ReadOnlyObjectWrapper<Shift> shift = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Money> before = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Receipt> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CashMovement.Kind> kind = new ReadOnlyObjectWrapper<>(CashMovement.Kind.PAY_IN);
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ObservableList<CashMovement> movements = FXCollections.observableArrayList();
    private final StringProperty amount = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final CountModel count;
    private final ClosingModel closing;
    private final TerminalDayModel terminalDay;
    private final EarlierModel earlier;
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Toasts toasts;
    private final Texts texts;
    private final ApprovalModel approvals;
    private Runnable print = () -> {};

    /** Shifts of {@code till}. */
    public ShiftModel(
            Till till, TillWorker worker, Session session, Toasts toasts, Texts texts, ApprovalModel approvals) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.toasts = toasts;
        this.texts = texts;
        this.approvals = approvals;
        this.count = new CountModel(till.shop().currency(), texts);
        this.closing = new ClosingModel(till, worker, texts, approvals, this::closed);
        this.terminalDay = new TerminalDayModel(till, worker, texts, approvals);
        this.earlier = new EarlierModel(till, worker, texts, approvals, this::lookAgain);
    }

    private record Drawer(@Nullable Shift shift, Money before, List<CashMovement> movements) {}

    /** Looks at the drawer again; goes on where it was left. */
    public void load() {
        worker.submit(
                () -> {
                    ShiftDesk desk = till.shifts();
                    Optional<Shift> now = desk.current();
                    return new Drawer(
                            now.orElse(null), desk.cashWithoutShift(), now.isEmpty() ? List.of() : desk.movements());
                },
                this::show);
    }

    private void show(Drawer drawer) {
        shift.set(drawer.shift());
        before.set(drawer.before());
        movements.setAll(drawer.movements());
        switch (stage.get()) {
            // What somebody is at is not taken from under their hands.
            case TERMINAL_DAY, EARLIER -> {}
            case MOVE, COUNT, COUNTED -> {
                if (drawer.shift() == null) {
                    stage.set(Stage.CLOSED);
                }
            }
            case REPORT -> {
                if (drawer.shift() != null) {
                    stage.set(Stage.OPEN);
                }
            }
            case CLOSED, OPEN -> stage.set(drawer.shift() == null ? Stage.CLOSED : Stage.OPEN);
        }
    }

    /** Opens a shift with what is typed as its float; nothing typed is no float. */
    public void open() {
        Money none = Money.zero(till.shop().currency());
        Optional<Money> opening = amount.get().strip().matches("0*([.,]0*)?")
                ? Optional.of(none)
                : MoneyInput.amount(amount.get(), till.shop().currency());
        if (opening.isEmpty()) {
            complaint.set(texts.get("shift.badAmount"));
            return;
        }
        String operator = session.operator();
        step(() -> till.shifts().open(opening.get(), operator), result -> {
            if (result instanceof ShiftResult.Opened opened) {
                toasts.info(texts.get("shift.opened", texts.money(opened.shift().openingFloat())));
            }
        });
    }

    /** Asks how much is put in or taken out. */
    public void askMove(CashMovement.Kind which) {
        kind.set(which);
        clearFields();
        stage.set(Stage.MOVE);
    }

    /** Moves what is typed, once a manager stands behind it where one has to. */
    public void move() {
        Optional<Money> moved = MoneyInput.amount(amount.get(), till.shop().currency());
        if (moved.isEmpty() || reason.get().isBlank()) {
            complaint.set(texts.get(moved.isEmpty() ? "shift.badAmount" : "shift.needsReason"));
            return;
        }
        CashMovement.Kind which = kind.get();
        String why = reason.get().strip();
        Consumer<String> go = operator -> step(
                () -> till.shifts().move(which, moved.get(), why, operator),
                result -> toasts.info(texts.get("shift.moved", texts.money(moved.get()))));
        if (which == CashMovement.Kind.DROP) {
            go.accept(session.operator());
        } else {
            approvals.ask(
                    Permission.CASH_MOVEMENT,
                    texts.get("shift.move.about", texts.money(moved.get()), why),
                    approval -> go.accept(approval.by().id()));
        }
    }

    /** Starts counting with an empty sheet. */
    public void askCount() {
        count.clear();
        clearFields();
        stage.set(Stage.COUNT);
    }

    /** Commits the count; only then what should be there is told. */
    public void commitCount() {
        var counted = count.counted();
        if (counted.isEmpty()) {
            complaint.set(texts.get("shift.badCount"));
            return;
        }
        String operator = session.operator();
        ask(() -> till.shifts().count(counted.get(), operator), result -> {
            if (result instanceof ShiftResult.Counted done) {
                shift.set(done.shift());
                closing.begin(done.needsReason());
                stage.set(Stage.COUNTED);
            }
        });
    }

    /** The committed count, if there is one. */
    public Optional<DrawerCount> committed() {
        return Optional.ofNullable(shift.get()).map(Shift::count);
    }

    /** What happened so far, on paper; needs somebody who may close the day. */
    public void x() {
        approvals.ask(
                Permission.CLOSE_DAY,
                texts.get("shift.x"),
                approval -> worker.submit(() -> till.shifts().x(approval.by().id()), result -> {
                    switch (result) {
                        case XResult.Told told ->
                            look(
                                    () -> till.shifts().paper(told.report()),
                                    () -> till.shifts().print(told.report()));
                        case XResult.Refused(Sentence why) -> complaint.set(texts.said(why));
                    }
                }));
    }

    private void closed(ZReport z, String operator) {
        look(() -> till.shifts().paper(z, false), () -> till.shifts().print(z, operator));
        shift.set(null);
        load();
    }

    private void lookAgain(ZReport z, String operator) {
        look(() -> till.shifts().paper(z, true), () -> till.shifts().print(z, operator));
    }

    /** To the end of the terminal's day. */
    public void toTerminalDay() {
        clearFields();
        terminalDay.clear();
        stage.set(Stage.TERMINAL_DAY);
    }

    /** To the reports of days before. */
    public void toEarlier() {
        clearFields();
        earlier.load(() -> stage.set(Stage.EARLIER));
    }

    private void look(Supplier<Receipt> paper, Runnable printing) {
        print = printing;
        worker.submit(paper, made -> {
            report.set(made);
            stage.set(Stage.REPORT);
        });
    }

    /** Prints the report that is looked at. */
    public void printReport() {
        Runnable job = print;
        worker.submit(
                () -> {
                    job.run();
                    return true;
                },
                sent -> toasts.info(texts.get("shift.printing")));
    }

    /** Keeps the report that is looked at as a PDF file. */
    public void saveReport() {
        Receipt shown = report.get();
        if (shown != null) {
            SaveWords.save(worker, () -> till.files().save(shown), toasts, texts);
        }
    }

    private void step(Supplier<ShiftResult> work, Consumer<ShiftResult> done) {
        ask(work, result -> {
            clearFields();
            stage.set(Stage.OPEN);
            done.accept(result);
            load();
        });
    }

    private void ask(Supplier<ShiftResult> work, Consumer<ShiftResult> done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        complaint.set("");
        worker.submitLong(
                work,
                result -> {
                    busy.set(false);
                    if (result instanceof ShiftResult.Refused(Sentence why)) {
                        complaint.set(texts.said(why));
                    } else {
                        done.accept(result);
                    }
                },
                e -> {
                    busy.set(false);
                    complaint.set(texts.trouble(e, "trouble.shift"));
                });
    }

    private void clearFields() {
        amount.set("");
        reason.set("");
        complaint.set("");
    }

    /** One step back; false if there is none here. */
    public boolean back() {
        clearFields();
        boolean inside = stage.get() != Stage.OPEN && stage.get() != Stage.CLOSED;
        stage.set(shift.get() == null ? Stage.CLOSED : Stage.OPEN);
        return inside;
    }

    /** Forgets what somebody typed. */
    public void forget() {
        back();
        count.clear();
        closing.begin(false);
    }

    /** What is being done. */
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The shift that runs; null for none. */
    public ReadOnlyObjectProperty<Shift> shiftProperty() {
        return shift.getReadOnlyProperty();
    }

    /** Cash taken since the last close while no shift runs; null until it is known. */
    public ReadOnlyObjectProperty<Money> beforeProperty() {
        return before.getReadOnlyProperty();
    }

    /** The report that is looked at; null for none. */
    public ReadOnlyObjectProperty<Receipt> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Which way cash is moved. */
    public ReadOnlyObjectProperty<CashMovement.Kind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /** What went wrong; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** Whether something is being stored. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What was put in and taken out, in its sequence. */
    public ObservableList<CashMovement> movements() {
        return movements;
    }

    /** The amount as typed. */
    public StringProperty amountProperty() {
        return amount;
    }

    /** Why, as typed. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** The sheet on which the drawer is counted. */
    public CountModel count() {
        return count;
    }

    /** Closing on a committed count. */
    public ClosingModel closing() {
        return closing;
    }

    /** The end of the terminal's day. */
    public TerminalDayModel terminalDay() {
        return terminalDay;
    }

    /** The reports of days before. */
    public EarlierModel earlier() {
        return earlier;
    }
}
