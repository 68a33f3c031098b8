package io.keentill.storefront.approve;

import io.keentill.domain.shop.Permission;
import io.keentill.domain.shop.Staff;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.office.Approval;
import io.keentill.engine.office.ApprovalResult;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.pin.PinEntry;
import io.keentill.storefront.pin.PinPad;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Somebody who may stands beside somebody who may not, and types their PIN: the sale stays where it is, and so does the
 * clerk's log-in. Any model that does something not everybody may does it like this:
 *
 * <pre>{@code
 * approvals.ask(Permission.PRICE_OVERRIDE, texts.get("price.about", name, price), approval ->
 *         counter.change(till -> till.setPrice(line, price, approval.by().id())));
 * }</pre>
 *
 * <p>Whoever is logged in and may do it by themselves is not asked: the approval is theirs and comes at once. An approval
 * is for that one step; {@code approval.by()} is who stands behind it, to be handed to the till as its operator. What was
 * approved, by whom and for whom is in the journal before the step begins.
 */
public final class ApprovalModel implements PinPad.Pad {

    /**
     * What is being asked.
     *
     * @param what may be done
     * @param about what it is for, in words for both people and the journal
     * @param granted does it
     */
    public record Request(Permission what, String about, Consumer<Approval> granted) {}

    private final ReadOnlyObjectWrapper<Request> request = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final PinEntry pin = new PinEntry();
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Texts texts;

    /** Asks for whoever is logged in. */
    public ApprovalModel(Till till, TillWorker worker, Session session, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.texts = texts;
    }

    /**
     * Does {@code granted} once somebody who may has approved it; not at all if nobody does. Asked anew while another
     * question is open, the other one is dropped. Call on the screen's thread; {@code granted} is called there too.
     *
     * @param about what it is for, such as “Tea at £1.00”
     */
    public void ask(Permission what, String about, Consumer<Approval> granted) {
        close();
        Optional<Staff> who = session.current();
        if (who.isPresent() && what.isOf(who.get().role())) {
            granted.accept(new Approval(what, who.get()));
        } else if (who.isPresent()) {
            request.set(new Request(what, about, granted));
        }
    }

    /**
     * The same, with a PIN even where whoever is logged in may do it by themselves: for what nothing but a person's word
     * stands behind.
     */
    public void askPin(Permission what, String about, Consumer<Approval> granted) {
        close();
        if (session.current().isPresent()) {
            request.set(new Request(what, about, granted));
        }
    }

    /** Whether whoever is logged in needs nobody's approval for it. */
    public boolean mayAlone(Permission what) {
        return session.current().filter(s -> what.isOf(s.role())).isPresent();
    }

    @Override
    public void digit(char digit) {
        if (!busy.get() && pin.digit(digit)) {
            message.set("");
        }
    }

    @Override
    public void back() {
        pin.back();
    }

    @Override
    public void clear() {
        pin.clear();
    }

    @Override
    public void submit() {
        Request asked = request.get();
        if (busy.get() || asked == null) {
            return;
        }
        if (pin.isTooShort()) {
            message.set(texts.get("login.tooShort", PinEntry.SHORTEST));
            return;
        }
        String entered = pin.take();
        String operator = session.operator();
        busy.set(true);
        message.set("");
        worker.submit(() -> check(asked, operator, entered), result -> show(asked, result));
    }

    /** A check that breaks must not leave the pad dead. */
    private ApprovalResult check(Request asked, String operator, String entered) {
        try {
            return till.office().approve(asked.what(), asked.about(), operator, entered);
        } catch (RuntimeException e) {
            System.getLogger(ApprovalModel.class.getName())
                    .log(System.Logger.Level.ERROR, "An approval could not be checked", e);
            return new ApprovalResult.NotPossible(Sentence.quoted(texts.get("login.broken")));
        }
    }

    private void show(Request asked, ApprovalResult result) {
        busy.set(false);
        if (!asked.equals(request.get())) {
            // Given up meanwhile: whatever the PIN was, the step is not wanted any more.
            return;
        }
        switch (result) {
            case ApprovalResult.Granted(Approval approval) -> {
                close();
                asked.granted().accept(approval);
            }
            case ApprovalResult.NotTheirs(String name) -> message.set(texts.get("approve.notTheirs", name));
            case ApprovalResult.WrongPin(int left) ->
                message.set(left > 0 ? texts.get("login.wrong", left) : texts.get("login.wrongLast"));
            case ApprovalResult.LockedOut(var until) -> message.set(texts.get("login.locked", texts.time(until)));
            case ApprovalResult.NotPossible(Sentence why) -> message.set(texts.said(why));
        }
    }

    /** Gives the question up; nothing is done. */
    public void close() {
        pin.clear();
        message.set("");
        request.set(null);
    }

    /** Whether somebody is being asked. */
    public boolean isOpen() {
        return request.get() != null;
    }

    /** What is being asked; null for nothing. */
    public ReadOnlyObjectProperty<Request> requestProperty() {
        return request.getReadOnlyProperty();
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
