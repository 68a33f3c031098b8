package io.keentill.storefront.staff;

import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.office.StaffChange;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

/** Who works here: somebody new, or another name, role or PIN for one of them. */
public final class StaffModel {

    private final ObservableList<Staff> everybody = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Staff> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Role> role = new ReadOnlyObjectWrapper<>(Role.CLERK);
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper removing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty pin = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Toasts toasts;
    private final Texts texts;

    /** Staff of {@code till}. */
    public StaffModel(Till till, TillWorker worker, Session session, Toasts toasts, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.toasts = toasts;
        this.texts = texts;
    }

    /** Fetches everybody. */
    public void load() {
        worker.submit(() -> till.office().staff().list(), everybody::setAll);
    }

    /** Looks at somebody; null for somebody new. */
    public void choose(@Nullable Staff who) {
        removing.set(false);
        chosen.set(who);
        name.set(who == null ? "" : who.name());
        role.set(who == null ? Role.CLERK : who.role());
        pin.set("");
        again.set("");
        complaint.set("");
    }

    /** The role that is wanted. */
    public void choose(Role wanted) {
        role.set(wanted);
    }

    /** Roles that whoever is logged in may give. */
    public List<Role> roles() {
        Role own = session.current().map(Staff::role).orElse(Role.CLERK);
        return Stream.of(Role.values()).filter(r -> r.compareTo(own) <= 0).toList();
    }

    /** Takes somebody on, or stores another name or role. */
    public void save() {
        Staff who = chosen.get();
        String wanted = name.get();
        Role as = role.get();
        String by = session.operator();
        if (who == null) {
            if (pinIsRepeated()) {
                String secret = pin.get();
                change(() -> till.office().staff().add(wanted, as, secret, by), "staff.added");
            }
        } else {
            change(() -> till.office().staff().change(who.id(), wanted, as, by), "staff.saved");
        }
    }

    /** Asks whether whoever is chosen is really to be taken off. */
    public void askRemove() {
        removing.set(chosen.get() != null);
    }

    /** Keeps whoever is chosen. */
    public void keep() {
        removing.set(false);
    }

    /** Takes whoever is chosen off. */
    public void remove() {
        Staff who = chosen.get();
        String by = session.operator();
        if (who != null && removing.get()) {
            removing.set(false);
            change(() -> till.office().staff().remove(who.id(), by), "staff.removed");
        }
    }

    /** Whether it is being asked whether somebody is really to be taken off. */
    public ReadOnlyBooleanProperty removingProperty() {
        return removing.getReadOnlyProperty();
    }

    /** Stores another PIN for whoever is chosen. */
    public void changePin() {
        Staff who = chosen.get();
        String secret = pin.get();
        String by = session.operator();
        if (who != null && pinIsRepeated()) {
            change(() -> till.office().staff().changePin(who.id(), secret, by), "staff.pinChanged");
        }
    }

    private boolean pinIsRepeated() {
        boolean same = pin.get().equals(again.get());
        complaint.set(same ? "" : texts.get("staff.pinsDiffer"));
        return same;
    }

    private void change(Supplier<StaffChange> work, String done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        complaint.set("");
        Staff about = chosen.get();
        worker.submitLong(
                work,
                result -> {
                    busy.set(false);
                    switch (result) {
                        case StaffChange.Done(Staff staff) -> {
                            toasts.info(texts.get(done, staff.name()));
                            // Somebody may look at another one by now, and type.
                            if (Objects.equals(about, chosen.get())) {
                                choose((Staff) null);
                            }
                            load();
                        }
                        case StaffChange.Refused(Sentence why) -> complain(about, texts.said(why));
                    }
                },
                e -> {
                    busy.set(false);
                    complain(about, texts.trouble(e, "trouble.staff"));
                });
    }

    /** Where it was asked; beside another one it would be taken for something about that one. */
    private void complain(@Nullable Staff about, String words) {
        if (Objects.equals(about, chosen.get())) {
            complaint.set(words);
        } else {
            toasts.warn(words);
        }
    }

    /** Forgets what somebody typed. */
    public void forget() {
        choose((Staff) null);
        everybody.clear();
    }

    /** Everybody, by name. */
    public ObservableList<Staff> everybody() {
        return everybody;
    }

    /** Who is looked at; null for somebody new. */
    public ReadOnlyObjectProperty<Staff> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The role that is wanted. */
    public ReadOnlyObjectProperty<Role> roleProperty() {
        return role.getReadOnlyProperty();
    }

    /** What went wrong; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** Whether a change is being stored. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The name as typed. */
    public StringProperty nameProperty() {
        return name;
    }

    /** The new PIN as typed. */
    public StringProperty pinProperty() {
        return pin;
    }

    /** The new PIN once more. */
    public StringProperty againProperty() {
        return again;
    }
}
