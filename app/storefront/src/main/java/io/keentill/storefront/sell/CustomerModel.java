package io.keentill.storefront.sell;

import io.keentill.domain.order.Order;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.sync.CustomerDesk;
import io.keentill.engine.sync.RemoteCustomers.Entry;
import io.keentill.storefront.counter.Counter;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Who buys. A customer chosen before the first item waits on the screen and is put on the sale as soon as there is one;
 * from then on the till keeps them.
 */
public final class CustomerModel {

    private static final int MOST = 30;

    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Entry> found = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper attached = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final Till till;
    private final TillWorker worker;
    private final Counter counter;
    private final Session session;
    private final Toasts toasts;
    private final Texts texts;
    private final Runnable done;
    private volatile String latest = "";
    private boolean searching;
    private @Nullable Entry waiting;
    private @Nullable String orderId;
    private int left;
    private final AccountModel account;

    /** Customers of the order on {@code counter}; {@code done} runs when one was chosen. */
    public CustomerModel(
            Till till, TillWorker worker, Counter counter, Session session, Toasts toasts, Texts texts, Runnable done) {
        this.till = till;
        this.worker = worker;
        this.counter = counter;
        this.session = session;
        this.toasts = toasts;
        this.texts = texts;
        this.done = done;
        this.account = new AccountModel(till, worker, counter, session, texts, done);
        query.addListener((o, before, now) -> typed());
        counter.orderProperty().addListener((o, before, now) -> follow(now));
    }

    private void follow(@Nullable Order order) {
        String now = order == null ? null : order.id();
        if (now == null ? orderId == null : now.equals(orderId)) {
            return;
        }
        left += orderId == null ? 0 : 1;
        orderId = now;
        // An invoice is made out to somebody already.
        Entry chosen = order != null && order.settlesInvoice() ? null : waiting;
        if (now == null) {
            show(null);
        } else if (chosen != null) {
            waiting = null;
            put(now, chosen);
        } else {
            waiting = null;
            worker.submit(() -> till.customers().of(now), one -> {
                if (now.equals(orderId)) {
                    one.ifPresentOrElse(this::show, () -> show(null));
                }
            });
        }
    }

    private void show(@Nullable Entry one) {
        attached.set(one == null ? "" : nameOf(one));
        account.follow(one);
    }

    private void typed() {
        latest = query.get();
        if (!searching) {
            searching = true;
            worker.submit(this::find, this::found);
        }
    }

    private record Found(String text, List<Entry> customers) {}

    private Found find() {
        String text = latest;
        return new Found(text, text.isBlank() ? List.of() : till.customers().search(text, MOST));
    }

    private void found(Found result) {
        searching = false;
        if (result.text().equals(query.get())) {
            found.setAll(result.customers());
        } else {
            typed();
        }
    }

    /** Starts anew: nothing typed, nothing found. */
    public void clear() {
        query.set("");
        found.clear();
        complaint.set("");
    }

    /** Enter in the field: whoever is found first. */
    public void enter() {
        if (!found.isEmpty() && query.get().equals(latest) && !searching) {
            choose(found.getFirst());
        }
    }

    /** This one buys. */
    public void choose(Entry one) {
        Optional<Order> order = counter.current();
        if (order.isPresent()) {
            put(order.get().id(), one);
        } else {
            waiting = one;
            show(one);
        }
        clear();
        done.run();
    }

    private void put(String order, Entry one) {
        String operator = session.operator();
        worker.submit(
                () -> till.customers().put(order, one.id(), operator),
                no -> no.map(texts::said).ifPresentOrElse(toasts::warn, () -> {
                    if (order.equals(orderId)) {
                        show(one);
                    }
                }));
    }

    /** Somebody without a name buys. */
    public void takeOff() {
        waiting = null;
        String order = orderId;
        if (order == null) {
            show(null);
            return;
        }
        String operator = session.operator();
        worker.submit(
                () -> till.customers().put(order, null, operator),
                no -> no.map(texts::said).ifPresentOrElse(toasts::warn, () -> show(null)));
    }

    /** Makes somebody new, who then buys. Takes as long as RevKeen takes; selling goes on meanwhile. */
    public void create(String email, String name, String phone) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        complaint.set("");
        int before = left;
        worker.submitLong(
                () -> till.customers().create(new CustomerDesk.Wish(email, name, phone)),
                made -> {
                    busy.set(false);
                    switch (made) {
                        // Whoever stands there by now is somebody else.
                        case CustomerDesk.Made.Done(Entry one)
                        when left != before -> toasts.info(texts.get("customer.late", nameOf(one)));
                        case CustomerDesk.Made.Done(Entry one) -> choose(one);
                        case CustomerDesk.Made.Not(Sentence why) -> complaint.set(texts.said(why));
                    }
                },
                broken -> {
                    busy.set(false);
                    complaint.set(texts.trouble(broken, "trouble.customer"));
                });
    }

    /** The name, or what else is known. */
    public String nameOf(Entry one) {
        String company = one.company();
        String name = one.name() == null ? one.email() : one.name();
        return company == null ? name : name + ", " + company;
    }

    /** What RevKeen tells of whoever buys. */
    public AccountModel account() {
        return account;
    }

    /** What is searched for. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Who fits. */
    public ObservableList<Entry> found() {
        return found;
    }

    /** Who buys; empty for somebody without a name. */
    public ReadOnlyStringProperty attachedProperty() {
        return attached.getReadOnlyProperty();
    }

    /** Why nobody new was made; empty if nothing is wrong. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** Whether somebody new is being made. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
