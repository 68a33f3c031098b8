package io.keentill.storefront.login;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.staff.LoginResult;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.pin.PinEntry;
import io.keentill.storefront.pin.PinPad;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Who is selling? A PIN being entered, of which only the length is ever shown. */
public final class LoginModel implements PinPad.Pad {

    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final PinEntry pin = new PinEntry();
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Texts texts;

    /** Logs into {@code session}. */
    public LoginModel(Till till, TillWorker worker, Session session, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.texts = texts;
    }

    /** Ignored while a PIN is being checked and beyond the longest. */
    @Override
    public void digit(char digit) {
        if (!busy.get() && pin.digit(digit)) {
            message.set("");
        }
    }

    @Override
    public void back() {
        if (!busy.get()) {
            pin.back();
        }
    }

    @Override
    public void clear() {
        pin.clear();
    }

    @Override
    public void submit() {
        if (busy.get()) {
            return;
        }
        if (pin.isTooShort()) {
            message.set(texts.get("login.tooShort", PinEntry.SHORTEST));
            return;
        }
        String entered = pin.take();
        busy.set(true);
        message.set("");
        worker.submit(() -> check(entered), this::show);
    }

    /** A check that breaks must not leave the pad dead. */
    private LoginResult check(String entered) {
        try {
            return till.login(entered);
        } catch (RuntimeException e) {
            System.getLogger(LoginModel.class.getName())
                    .log(System.Logger.Level.ERROR, "Login could not be checked", e);
            return new LoginResult.NotPossible(Sentence.quoted(texts.get("login.broken")));
        }
    }

    private void show(LoginResult result) {
        busy.set(false);
        switch (result) {
            case LoginResult.LoggedIn(var staff) -> session.begin(staff);
            case LoginResult.WrongPin(int left) ->
                message.set(left > 0 ? texts.get("login.wrong", left) : texts.get("login.wrongLast"));
            case LoginResult.LockedOut(var until) -> message.set(texts.get("login.locked", texts.time(until)));
            case LoginResult.NotPossible(Sentence why) -> message.set(texts.said(why));
        }
    }

    /** How many digits were entered. */
    public ReadOnlyIntegerProperty lengthProperty() {
        return pin.lengthProperty();
    }

    /** What went wrong; empty if nothing. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether a PIN is being checked. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
