package io.keentill.storefront.sell;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.account.Account;
import io.keentill.engine.account.Entitled;
import io.keentill.engine.account.OpenInvoice;
import io.keentill.engine.account.Seen;
import io.keentill.engine.account.TakeResult;
import io.keentill.engine.sync.RemoteCustomers.Entry;
import io.keentill.storefront.counter.Counter;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What RevKeen tells of whoever buys: what they may use and what they owe, and the way to pay that here. It is asked beside
 * everything else; a sale never waits for it.
 */
public final class AccountModel {

    private final ObservableList<Entitled> entitlements = FXCollections.observableArrayList();
    private final ObservableList<OpenInvoice> invoices = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper entitlementsNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper invoicesNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper taking = new ReadOnlyBooleanWrapper(false);
    private final Till till;
    private final TillWorker worker;
    private final Counter counter;
    private final Session session;
    private final Texts texts;
    private final Runnable done;
    private @Nullable Entry who;
    /** Grows with each question: only the last one's answer counts. */
    private int asked;

    /** The account of nobody yet; {@code done} runs when an invoice lies on the counter. */
    AccountModel(Till till, TillWorker worker, Counter counter, Session session, Texts texts, Runnable done) {
        this.till = till;
        this.worker = worker;
        this.counter = counter;
        this.session = session;
        this.texts = texts;
        this.done = done;
    }

    /** This one buys from now on; null for somebody without a name. */
    void follow(@Nullable Entry one) {
        boolean same = one != null && who != null && one.id().equals(who.id());
        who = one;
        shown.set(one != null);
        if (!same) {
            empty("");
            refresh();
        }
    }

    private void empty(String note) {
        entitlements.clear();
        invoices.clear();
        entitlementsNote.set(note);
        invoicesNote.set(note);
        hint.set("");
        complaint.set("");
    }

    /** Asks RevKeen again about whoever buys. What was told before stays until it answers. */
    public void refresh() {
        asked++;
        Entry one = who;
        if (one == null) {
            return;
        }
        if (invoices.isEmpty() && entitlements.isEmpty()) {
            empty(texts.get("account.asking"));
        }
        int turn = asked;
        worker.submitLong(() -> till.online().accounts().ask(one.id()), told -> show(turn, told), broken -> {
            if (turn == asked) {
                empty(texts.trouble(broken, "trouble.account"));
            }
        });
    }

    private void show(int turn, Account account) {
        if (turn != asked) {
            return;
        }
        entitlementsNote.set(told(account.entitlements(), entitlements, "account.noEntitlements"));
        invoicesNote.set(told(account.invoices(), invoices, "account.noInvoices"));
        hint.set(invoices.isEmpty() ? "" : texts.get("account.hint", invoices.size()));
    }

    /** Fills the list; answers what is to be said beside it. */
    private <T> String told(Seen<T> seen, ObservableList<T> into, String none) {
        return switch (seen) {
            case Seen.Told<T> told -> {
                into.setAll(told.items());
                yield told.more() ? texts.get("account.more") : told.items().isEmpty() ? texts.get(none) : "";
            }
            case Seen.NotReachable<T> _ -> {
                into.clear();
                yield texts.get("account.notReachable");
            }
            case Seen.Refused<T>(Sentence why) -> {
                into.clear();
                yield texts.said(why);
            }
        };
    }

    /** Takes an invoice onto the counter to be paid. */
    public void take(OpenInvoice one) {
        if (taking.get()) {
            return;
        }
        if (counter.current().filter(order -> !order.lines().isEmpty()).isPresent()) {
            complaint.set(texts.get("account.alone"));
            return;
        }
        taking.set(true);
        complaint.set(texts.get("account.asking"));
        String operator = session.operator();
        worker.submitLong(
                () -> till.online().accounts().take(one.id(), operator),
                result -> {
                    taking.set(false);
                    taken(result);
                },
                broken -> {
                    taking.set(false);
                    complaint.set(texts.trouble(broken, "trouble.take"));
                });
    }

    private void taken(TakeResult result) {
        switch (result) {
            case TakeResult.Taken(var order) -> {
                complaint.set("");
                counter.take(order);
                done.run();
            }
            case TakeResult.Refused(Sentence why) -> {
                complaint.set(texts.said(why));
                refresh();
            }
            case TakeResult.NotReachable _ -> complaint.set(texts.get("account.onlyOnline"));
        }
    }

    /** What they may use. */
    public ObservableList<Entitled> entitlements() {
        return entitlements;
    }

    /** What they owe, the newest first. */
    public ObservableList<OpenInvoice> invoices() {
        return invoices;
    }

    /** What is to be said of the entitlements; empty where they speak for themselves. */
    public ReadOnlyStringProperty entitlementsNoteProperty() {
        return entitlementsNote.getReadOnlyProperty();
    }

    /** What is to be said of the invoices; empty where they speak for themselves. */
    public ReadOnlyStringProperty invoicesNoteProperty() {
        return invoicesNote.getReadOnlyProperty();
    }

    /** How many invoices are open, in words; empty for none, or where it is not known. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Why an invoice is not on the counter, or that it is being asked for; empty if nothing is to be said. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** Whether somebody with a name buys. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether an invoice is on its way to the counter. */
    public ReadOnlyBooleanProperty takingProperty() {
        return taking.getReadOnlyProperty();
    }
}
