package io.keentill.storefront.refund;

import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.refund.NoReceiptDesk;
import io.keentill.engine.refund.NoReceiptOffer;
import io.keentill.engine.refund.NoReceiptResult;
import io.keentill.engine.refund.NoReceiptTerms;
import io.keentill.engine.refund.NoReceiptWish;
import io.keentill.storefront.approve.ApprovalModel;
import io.keentill.storefront.counter.Screens;
import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Cash for goods of which nobody has the receipt: which goods, for how much, why, approved by PIN, and what became of it.
 * However often somebody presses, one that was put together once is booked once.
 */
public final class NoReceiptModel {

    /** Where it stands. */
    public enum Stage {
        /** The goods are being chosen. */
        CHOOSE,
        /** It is being booked. */
        RUNNING,
        /** The one before was of the very same goods: is this that one? */
        SAME,
        /** It is booked: its cash is handed out. */
        DONE,
        /** It is refused. */
        NOT_GIVEN,
        /** Nobody saw whether it is booked. */
        BROKEN,
        /** Those of before are listed. */
        EARLIER,
        /** One of those of before is shown. */
        SHOWN
    }

    private static final int LISTED = 200;

    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.CHOOSE);
    private final ReadOnlyObjectWrapper<NoReceiptReturn> back = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<NoReceiptReturn> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObservableList<NoReceiptReturn> earlier = FXCollections.observableArrayList();
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Screens screens;
    private final Toasts toasts;
    private final Texts texts;
    private final ApprovalModel approvals;
    private final ReturnGoods goods;
    private String id = "";
    private boolean before;
    private boolean printed;
    private @Nullable Run run;

    /** What was approved, and by whom: it may be handed in again, for it is booked once. */
    private record Run(NoReceiptWish wish, String operator, String approvedBy) {}

    /** Gives back by the policy of {@code till}. */
    public NoReceiptModel(
            Till till,
            TillWorker worker,
            Session session,
            Screens screens,
            Toasts toasts,
            Texts texts,
            ApprovalModel approvals) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.screens = screens;
        this.toasts = toasts;
        this.texts = texts;
        this.approvals = approvals;
        this.goods = new ReturnGoods(till, worker, texts, message::set);
    }

    private NoReceiptDesk desk() {
        return till.refunds().withoutReceipt();
    }

    private record Opening(NoReceiptTerms terms, String id, List<NoReceiptReturn> last) {}

    /** Begins one where the shop allows it and brings the screen to the front; says why not where it does not. */
    public void open() {
        whyNot.set("");
        worker.submit(() -> new Opening(desk().terms(), desk().begin(), desk().recent(1)), this::opened);
    }

    private void opened(Opening opening) {
        switch (opening.terms()) {
            case NoReceiptTerms.NotNow(Sentence why) -> whyNot.set(texts.said(why));
            case NoReceiptTerms.Allowed allowed -> {
                forget();
                id = opening.id();
                last.set(opening.last().isEmpty() ? null : opening.last().getFirst());
                goods.refresh();
                screens.go(Screen.RETURN);
            }
        }
    }

    /** The goods and what they come to. */
    public ReturnGoods goods() {
        return goods;
    }

    /** A code from a scanner: goods while they are chosen; not while somebody is asked to approve what was chosen. */
    public void scanned(String code, Runnable other) {
        if (stage.get() == Stage.CHOOSE && !approvals.isOpen()) {
            goods.pick().scanned(code);
        } else {
            other.run();
        }
    }

    /** The code at the foot of the receipt of a return: that one is shown; anything else is for {@code other}. */
    public void lookUp(String code, Runnable other) {
        worker.submit(() -> desk().named(code), found -> {
            if (found.isPresent()) {
                show(found.get());
                screens.go(Screen.RETURN);
            } else {
                other.run();
            }
        });
    }

    /** Books it once a reason stands there and a manager has typed their PIN, whoever is logged in. */
    public void go() {
        Optional<List<NoReceiptWish.Goods>> chosen = goods.chosen();
        if (stage.get() != Stage.CHOOSE || chosen.isEmpty()) {
            return;
        }
        boolean none = goods.rows().isEmpty();
        if (none
                || !(goods.offerProperty().get() instanceof NoReceiptOffer.Priced priced)
                || priced.problem() != null) {
            message.set(texts.get(none ? "return.chooseGoods" : "refund.notPossible"));
            return;
        }
        if (reason.get().isBlank()) {
            message.set(texts.get("return.needsReason"));
            return;
        }
        message.set("");
        NoReceiptWish wish = new NoReceiptWish(id, chosen.get(), reason.get().strip(), false);
        String operator = session.operator();
        String what = ReturnGoods.summary(priced.lines());
        approvals.askPin(
                Permission.RETURN_WITHOUT_RECEIPT,
                texts.get("return.about", texts.money(priced.handed()), what, wish.reason()),
                approval -> book(new Run(wish, operator, approval.by().id())));
    }

    private void book(Run approved) {
        run = approved;
        stage.set(Stage.RUNNING);
        worker.submitLong(
                () -> desk().give(approved.wish(), approved.operator(), approved.approvedBy()), this::show, e -> {
                    message.set(texts.trouble(e, "trouble.return"));
                    stage.set(Stage.BROKEN);
                });
    }

    private void show(NoReceiptResult result) {
        switch (result) {
            case NoReceiptResult.Given(NoReceiptReturn booked, boolean already) -> {
                back.set(booked);
                before = already;
                printed = already;
                stage.set(Stage.DONE);
            }
            case NoReceiptResult.TheSame(NoReceiptReturn same) -> {
                back.set(same);
                stage.set(Stage.SAME);
            }
            case NoReceiptResult.Refused(Sentence why) -> {
                message.set(texts.said(why));
                stage.set(Stage.NOT_GIVEN);
            }
        }
    }

    /** Hands in again what nobody saw the end of; it is booked once. */
    public void tryAgain() {
        Run approved = run;
        if (stage.get() == Stage.BROKEN && approved != null) {
            book(approved);
        }
    }

    /** These are other goods than those of the return before. */
    public void another() {
        Run approved = run;
        if (stage.get() == Stage.SAME && approved != null) {
            NoReceiptWish wish = approved.wish();
            NoReceiptWish other = new NoReceiptWish(wish.id(), wish.goods(), wish.reason(), true);
            book(new Run(other, approved.operator(), approved.approvedBy()));
        }
    }

    /** It is the one before: nothing is booked anew. */
    public void thatOne() {
        if (stage.get() == Stage.SAME) {
            before = true;
            printed = true;
            stage.set(Stage.DONE);
        }
    }

    /** Prints the customer's receipt and the shop's; from the second time on marked as copies. */
    public void print() {
        NoReceiptReturn shown = back.get();
        if (shown == null) {
            return;
        }
        boolean copy = printed;
        printed = true;
        worker.submit(
                () -> {
                    till.refundPapers().printReturn(shown.id(), copy);
                    return true;
                },
                sent -> toasts.info(texts.get(copy ? "toast.printingCopy" : "return.printing")));
    }

    /** Lists those of before, newest first. */
    public void showEarlier() {
        worker.submit(() -> desk().recent(LISTED), found -> {
            earlier.setAll(found);
            stage.set(Stage.EARLIER);
        });
    }

    /** Shows one of before. */
    public void show(NoReceiptReturn one) {
        back.set(one);
        before = true;
        printed = true;
        stage.set(Stage.SHOWN);
    }

    /** One step back; not while it is being booked. */
    public void back() {
        switch (stage.get()) {
            case RUNNING -> {}
            case CHOOSE -> {
                if (!goods.pick().clear()) {
                    screens.go(Screen.ORDERS);
                }
            }
            case SAME, NOT_GIVEN -> stage.set(Stage.CHOOSE);
            case EARLIER -> stage.set(Stage.CHOOSE);
            case SHOWN -> {
                if (earlier.isEmpty()) {
                    leaveTo(Screen.ORDERS);
                } else {
                    stage.set(Stage.EARLIER);
                }
            }
            case DONE, BROKEN -> leaveTo(Screen.ORDERS);
        }
    }

    private void leaveTo(Screen screen) {
        forget();
        screens.go(screen);
    }

    /** Forgets what was put together, unless it is being booked. */
    public void leave() {
        whyNot.set("");
        if (!isRunning()) {
            forget();
        }
    }

    private void forget() {
        id = "";
        run = null;
        before = false;
        printed = false;
        goods.clear();
        earlier.clear();
        message.set("");
        reason.set("");
        back.set(null);
        last.set(null);
        stage.set(Stage.CHOOSE);
    }

    /** Whether it is being booked right now. */
    public boolean isRunning() {
        return stage.get() == Stage.RUNNING;
    }

    /** Whether what is shown was booked before, so that its cash may be out already. */
    public boolean isBefore() {
        return before;
    }

    /** Where it stands. */
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The one that is booked or shown; null for none. */
    public ReadOnlyObjectProperty<NoReceiptReturn> backProperty() {
        return back.getReadOnlyProperty();
    }

    /** The last one that this till booked when this was begun; null for none. */
    public ReadOnlyObjectProperty<NoReceiptReturn> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** What is wrong; empty if nothing. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Why none may be begun; empty until somebody wants one. */
    public ReadOnlyStringProperty whyNotProperty() {
        return whyNot.getReadOnlyProperty();
    }

    /** Why, as typed or picked. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** Those of before, newest first. */
    public ObservableList<NoReceiptReturn> earlier() {
        return earlier;
    }
}
