package io.keentill.storefront.install;

import io.keentill.device.terminal.Progress;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.payment.TestPaymentResult;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.text.MoneyInput;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.math.BigDecimal;
import java.util.Objects;
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

/** A test payment on the terminal in use: taken, given back, and both told. */
public final class TrialModel {

    /**
     * What came of one.
     *
     * @param good whether the terminal works both ways
     * @param taken how taking went
     * @param back how giving back went, and what to do
     */
    public record Outcome(boolean good, String taken, String back) {}

    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ObservableList<PaymentAttempt> unfinished = FXCollections.observableArrayList();
    private final StringProperty amount;
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Texts texts;

    TrialModel(Till till, TillWorker worker, Session session, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.texts = texts;
        this.amount = new SimpleStringProperty(texts.number(BigDecimal.ONE));
    }

    /** Reads which earlier ones are not given back. */
    void load() {
        worker.submit(() -> till.install().terminals().unfinishedTests(), unfinished::setAll);
    }

    /** Takes the amount typed and gives it back. */
    public void start() {
        var money = MoneyInput.amount(amount.get(), till.shop().currency());
        if (money.isEmpty()) {
            complaint.set(texts.get("install.trial.badAmount"));
            return;
        }
        Money wanted = money.get();
        run(() -> till.install().terminals().test(wanted, session.operator()));
    }

    /** Gives an earlier one back. */
    public void giveBack(PaymentAttempt sale) {
        run(() -> till.install().terminals().finishTest(sale.id(), session.operator()));
    }

    private void run(Supplier<TestPaymentResult> work) {
        if (running.get()) {
            return;
        }
        running.set(true);
        said.set("");
        complaint.set("");
        outcome.set(null);
        worker.submitLong(
                work,
                result -> {
                    running.set(false);
                    show(result);
                    load();
                },
                e -> {
                    running.set(false);
                    complaint.set(texts.trouble(e, "install.trial.broken"));
                    load();
                });
    }

    private void show(TestPaymentResult result) {
        switch (result) {
            case TestPaymentResult.Refused no -> complaint.set(texts.said(no.message()));
            case TestPaymentResult.NotTaken(PaymentAttempt sale) ->
                outcome.set(new Outcome(
                        false, texts.get("install.trial.notTaken", why(sale)), texts.get("install.trial.nothing")));
            case TestPaymentResult.NotKnown(PaymentAttempt sale) ->
                outcome.set(new Outcome(
                        false,
                        texts.get("install.trial.unknown", texts.money(sale.amount()), sale.reference()),
                        texts.get("install.trial.unknown.next")));
            case TestPaymentResult.GivenBack(PaymentAttempt sale, PaymentAttempt back) ->
                outcome.set(new Outcome(true, taken(sale), texts.get("install.trial.back." + kind(back))));
            case TestPaymentResult.Kept(PaymentAttempt sale, Sentence message) ->
                outcome.set(new Outcome(false, taken(sale), texts.get("install.trial.kept", message)));
        }
    }

    private static String kind(PaymentAttempt back) {
        return back.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private String taken(PaymentAttempt sale) {
        String digits = sale.card().lastFour();
        return texts.get(
                "install.trial.taken",
                texts.money(Objects.requireNonNullElse(sale.approved(), sale.amount())),
                digits == null ? "" : " •••• " + digits);
    }

    private String why(PaymentAttempt sale) {
        return sale.message() == null
                ? texts.get("story.state." + sale.state().name().toLowerCase(java.util.Locale.ROOT))
                : texts.said(sale.message());
    }

    /** Asks the terminal to stop. */
    public void stop() {
        if (running.get()) {
            worker.submitLong(
                    () -> {
                        till.install().terminals().cancelTest();
                        return true;
                    },
                    asked -> said.set(texts.get("install.trial.stopping")),
                    e -> complaint.set(texts.trouble(e, "trouble.stop")));
        }
    }

    void progress(Progress progress) {
        if (running.get()) {
            said.set(texts.said(progress.text()));
        }
    }

    void clear() {
        if (!running.get()) {
            outcome.set(null);
            complaint.set("");
            said.set("");
        }
    }

    boolean isRunning() {
        return running.get();
    }

    /** Whether the terminal has the word. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What the terminal says. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** Why it could not begin; empty if it could. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** What came of it; null before. */
    public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Earlier ones that are not known to be given back. */
    public ObservableList<PaymentAttempt> unfinished() {
        return unfinished;
    }

    /** The amount as typed. */
    public StringProperty amountProperty() {
        return amount;
    }
}
