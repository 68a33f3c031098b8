package io.keentill.storefront.shift;

import io.keentill.domain.shop.Permission;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.shift.CardsElsewhere;
import io.keentill.engine.shift.TerminalDay;
import io.keentill.storefront.approve.ApprovalModel;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The end of the terminal's day: three counts side by side, and what does not agree. */
public final class TerminalDayModel {

    /**
     * One party's count.
     *
     * @param who till, terminal or RevKeen
     * @param count how many payments, in words; why there is none, where there is none
     * @param sum what they come to; empty where it is not known
     */
    public record Side(String who, String count, String sum) {}

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ObservableList<Side> sides = FXCollections.observableArrayList();
    private final ObservableList<String> differences = FXCollections.observableArrayList();
    private final Till till;
    private final TillWorker worker;
    private final Texts texts;
    private final ApprovalModel approvals;

    TerminalDayModel(Till till, TillWorker worker, Texts texts, ApprovalModel approvals) {
        this.till = till;
        this.worker = worker;
        this.texts = texts;
        this.approvals = approvals;
    }

    void clear() {
        verdict.set("");
        complaint.set("");
        sides.clear();
        differences.clear();
    }

    /** Closes the day, once somebody who may stands behind it. Takes as long as the terminal takes, up to minutes. */
    public void end() {
        if (!busy.get()) {
            approvals.ask(
                    Permission.CLOSE_DAY,
                    texts.get("terminalDay.about"),
                    approval -> run(approval.by().id()));
        }
    }

    private void run(String operator) {
        busy.set(true);
        clear();
        worker.submitLong(
                () -> till.shifts().endTerminalDay(operator),
                day -> {
                    busy.set(false);
                    show(day);
                },
                e -> {
                    busy.set(false);
                    complaint.set(texts.trouble(e, "trouble.terminalDay"));
                });
    }

    private void show(TerminalDay day) {
        switch (day) {
            case TerminalDay.Closed closed -> show(closed);
            case TerminalDay.NotClosed(Sentence why) -> complaint.set(texts.said(why));
            case TerminalDay.Refused(Sentence why) -> complaint.set(texts.said(why));
        }
    }

    private void show(TerminalDay.Closed closed) {
        TerminalDay.Figures figures = closed.figures();
        sides.setAll(
                new Side(
                        texts.get("terminalDay.till"),
                        texts.get("terminalDay.count", figures.tillCount()),
                        texts.money(figures.tillNet())),
                new Side(
                        texts.get("terminalDay.terminal"),
                        texts.get("terminalDay.count", figures.terminalCount()),
                        texts.money(figures.terminalNet())),
                revKeen(closed.revKeen()));
        differences.setAll(closed.differences().stream().map(texts::said).toList());
        verdict.set(texts.get(
                closed.differences().isEmpty() ? "terminalDay.agrees" : "terminalDay.differs",
                closed.differences().size()));
    }

    private Side revKeen(CardsElsewhere.Answer answer) {
        return switch (answer) {
            case CardsElsewhere.Answer.Told told ->
                new Side(
                        "RevKeen",
                        told.waiting() == 0
                                ? texts.get("terminalDay.sales", told.count())
                                : texts.get("terminalDay.salesWaiting", told.count(), told.waiting()),
                        texts.money(told.sum()));
            case CardsElsewhere.Answer.NotTold(Sentence why) -> new Side("RevKeen", texts.said(why), "");
        };
    }

    /** Whether the terminal is at it. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether all agree, in words; empty before the day is closed. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Why it is not closed and what to do; empty if nothing is wrong. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** Till, terminal and RevKeen; empty before the day is closed. */
    public ObservableList<Side> sides() {
        return sides;
    }

    /** What does not agree, each with its next step; each is a task, too. */
    public ObservableList<String> differences() {
        return differences;
    }
}
