package io.keentill.storefront.shift;

import io.keentill.domain.shift.ZReport;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.shift.CloseResult;
import io.keentill.engine.shift.CloseWish;
import io.keentill.storefront.approve.ApprovalModel;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Closes a shift on its committed count: with a reason where the drawer differs, with a PIN where payments are open. */
public final class ClosingModel {

    private final ReadOnlyBooleanWrapper needsReason = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper needsPin = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty pin = new SimpleStringProperty("");
    private final Till till;
    private final TillWorker worker;
    private final Texts texts;
    private final ApprovalModel approvals;
    private final BiConsumer<ZReport, String> closed;

    ClosingModel(
            Till till, TillWorker worker, Texts texts, ApprovalModel approvals, BiConsumer<ZReport, String> closed) {
        this.till = till;
        this.worker = worker;
        this.texts = texts;
        this.approvals = approvals;
        this.closed = closed;
    }

    void begin(boolean reasonNeeded) {
        needsReason.set(reasonNeeded);
        needsPin.set(false);
        reason.set("");
        pin.set("");
        complaint.set("");
    }

    /** Closes, once somebody who may stands behind it. */
    public void close() {
        if (busy.get()) {
            return;
        }
        if (needsReason.get() && reason.get().isBlank()) {
            complaint.set(texts.get("shift.needsDifferenceReason"));
            return;
        }
        CloseWish wish = new CloseWish(
                reason.get().isBlank() ? null : reason.get().strip(), pin.get().isBlank() ? null : pin.get());
        pin.set("");
        approvals.ask(
                Permission.CLOSE_DAY,
                texts.get("shift.close.about"),
                approval -> run(wish, approval.by().id()));
    }

    private void run(CloseWish wish, String operator) {
        busy.set(true);
        complaint.set("");
        worker.submitLong(
                () -> till.shifts().close(wish, operator),
                result -> {
                    busy.set(false);
                    show(result, operator);
                },
                e -> {
                    busy.set(false);
                    complaint.set(texts.trouble(e, "trouble.close"));
                });
    }

    private void show(CloseResult result, String operator) {
        switch (result) {
            case CloseResult.Closed(ZReport report) -> closed.accept(report, operator);
            case CloseResult.CountFirst(Sentence why) -> complaint.set(texts.said(why));
            case CloseResult.ReasonNeeded(var count, Sentence why) -> {
                needsReason.set(true);
                complaint.set(texts.said(why));
            }
            case CloseResult.PaymentsOpen(var payments, Sentence why) -> {
                needsPin.set(true);
                String which = payments.stream()
                        .map(p -> p.reference() + " " + texts.money(p.amount()))
                        .collect(Collectors.joining(", "));
                complaint.set(texts.said(why) + "\n" + which);
            }
            case CloseResult.WrongPin(int left) ->
                complaint.set(left > 0 ? texts.get("login.wrong", left) : texts.get("login.wrongLast"));
            case CloseResult.LockedOut(var until) -> complaint.set(texts.get("login.locked", texts.time(until)));
            case CloseResult.Refused(Sentence why) -> complaint.set(texts.said(why));
        }
    }

    /** Whether somebody has to say why the drawer differs. */
    public ReadOnlyBooleanProperty needsReasonProperty() {
        return needsReason.getReadOnlyProperty();
    }

    /** Whether a manager has to accept that payments are open. */
    public ReadOnlyBooleanProperty needsPinProperty() {
        return needsPin.getReadOnlyProperty();
    }

    /** Whether it is being closed. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What stands in the way; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** Why the drawer differs, as typed. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** The manager's PIN, until it is checked. */
    public StringProperty pinProperty() {
        return pin;
    }
}
