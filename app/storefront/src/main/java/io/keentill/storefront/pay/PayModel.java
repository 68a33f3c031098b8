package io.keentill.storefront.pay;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.paylink.LinkResult;
import io.keentill.engine.paylink.PayLink;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.LinkAddress;
import io.keentill.engine.selling.SaleChange;
import io.keentill.storefront.counter.Counter;
import io.keentill.storefront.counter.Screens;
import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** Paying the order on the counter: which way, how far, and what came of it. */
public final class PayModel {

    /** Where the payment stands. */
    public enum Stage {
        /** Cash is being counted, or a way is being chosen. */
        CASH,
        /** The terminal has the word. */
        CARD,
        /** The customer is to pay by a link; it is watched. */
        LINK,
        /** The card or the link did not pay; nothing moved. */
        NOT_PAID,
        /** Nobody knows; no second charge. */
        UNKNOWN
    }

    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.CASH);
    private final ReadOnlyObjectWrapper<CardOutcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper charged = new ReadOnlyStringWrapper("");
    private final Till till;
    private final TillWorker worker;
    private final Counter counter;
    private final Session session;
    private final Screens screens;
    private final Toasts toasts;
    private final Texts texts;
    private final CardModel card;
    private final LinkModel link;
    private final Consumer<Order> paid;
    private final DueModel owed;
    private final TypedAmount typed;
    private final InvoiceCheck invoice;
    private final AwaitedPayment awaited = new AwaitedPayment();
    private Runnable again = () -> {};

    /** Pays on {@code counter}; tells {@code paid} each order that this closes. */
    public PayModel(
            Till till,
            TillWorker worker,
            Counter counter,
            Session session,
            Screens screens,
            Toasts toasts,
            Texts texts,
            CardModel card,
            LinkModel link,
            Consumer<Order> paid) {
        this.till = till;
        this.worker = worker;
        this.counter = counter;
        this.session = session;
        this.screens = screens;
        this.toasts = toasts;
        this.texts = texts;
        this.card = card;
        this.link = link;
        this.owed = new DueModel(till, worker, texts);
        this.invoice = new InvoiceCheck(till, worker, toasts, texts);
        this.typed = new TypedAmount(counter, texts);
        this.paid = paid;
        counter.orderProperty().addListener((o, before, now) -> owed.show(now));
    }

    /** Opens the payment with cash at hand, unless an earlier card payment of this order is still open. */
    public void openCash() {
        open(() -> {
            stage.set(Stage.CASH);
            closeIfNothingIsDue();
        });
    }

    /**
     * Opens the payment and starts the terminal: for the amount typed, if one stands there and is not more than is due, and
     * otherwise for all that is due.
     */
    public void openCard() {
        openFor(this::startCard);
    }

    /** The same by a link that the customer opens. */
    public void openLink() {
        if (!link.isOffered()) {
            return;
        }
        if (owed.byLink.get()) {
            openFor(this::startLink);
        } else {
            toasts.warn(texts.get("link.noInvoice"));
        }
    }

    private void openFor(Consumer<Optional<Money>> start) {
        boolean counts = screens.current() == Screen.PAY && stage.get() == Stage.CASH;
        if (counts && !typed.isPartOrNothing()) {
            return;
        }
        Optional<Money> part = counts ? typed.part() : Optional.empty();
        open(() -> {
            if (counter.current().filter(o -> o.due().isZero()).isPresent()) {
                stage.set(Stage.CASH);
                closeIfNothingIsDue();
            } else {
                start.accept(part);
            }
        });
    }

    /** A sale given away whole needs no money to change hands. */
    private void closeIfNothingIsDue() {
        counter.current().map(Order::due).filter(Money::isZero).ifPresent(this::takeCash);
    }

    private void open(Runnable unlessOpen) {
        Optional<Order> order = payable();
        if (order.isEmpty() || stage.get() == Stage.CARD) {
            return;
        }
        typed.clear();
        String id = order.get().id();
        worker.submit(till::openPayments, open -> {
            if (isElsewhere()) {
                return;
            }
            open.stream()
                    .filter(attempt -> id.equals(attempt.orderId()))
                    .findFirst()
                    .ifPresentOrElse(
                            attempt -> {
                                showUnknown(attempt);
                                screens.go(Screen.PAY);
                            },
                            () -> invoice.before(order.get(), () -> openIfStill(id, unlessOpen), toasts::error));
        });
    }

    private void openIfStill(String orderId, Runnable unlessOpen) {
        if (!isElsewhere() && counter.isCurrent(orderId)) {
            unlessOpen.run();
            screens.go(Screen.PAY);
        }
    }

    private boolean isElsewhere() {
        Screen now = screens.current();
        return (now != Screen.SELL && now != Screen.PAY) || stage.get() == Stage.CARD;
    }

    private Optional<Order> payable() {
        return counter.current()
                .filter(o -> !o.lines().isEmpty())
                .filter(o -> session.current().isPresent());
    }

    private void startCard(Optional<Money> part) {
        payable().ifPresent(order -> {
            String operator = session.operator();
            Money amount = part.filter(some -> some.compareTo(order.due()) <= 0).orElse(order.due());
            charged.set(texts.money(amount));
            again = () -> startCard(part);
            stage.set(Stage.CARD);
            card.begin();
            worker.submitLong(
                    () -> till.payCard(order.id(), amount, operator), this::cardEnded, e -> recheck(order.id()));
        });
    }

    private void startLink(Optional<Money> part) {
        payable().ifPresent(order -> {
            String operator = session.operator();
            Money amount = part.filter(some -> some.compareTo(order.due()) <= 0).orElse(order.due());
            again = () -> startLink(part);
            worker.submit(
                    () -> till.online().links().show(order.id(), amount, operator), result -> linkBegan(order, result));
        });
    }

    private void linkBegan(Order order, LinkResult result) {
        switch (result) {
            case LinkResult.Begun(PayLink begun) -> {
                Optional<PaymentAttempt> known = awaited.await(begun.attemptId(), order.id());
                stage.set(Stage.LINK);
                link.begin(begun);
                known.ifPresent(this::resolved);
            }
            case LinkResult.Refused(Sentence message) -> notPaid(CardOutcome.refused(message, texts));
        }
    }

    private void cardEnded(CardResult result) {
        switch (result) {
            case CardResult.Paid(Order order, PaymentAttempt attempt) -> approved(order, attempt);
            case CardResult.NotPaid(Order order, PaymentAttempt attempt) -> {
                counter.take(order);
                notPaid(CardOutcome.notPaid(attempt, texts));
            }
            case CardResult.NotKnown(Order order, PaymentAttempt attempt) -> {
                counter.take(order);
                showUnknown(attempt);
            }
            case CardResult.Refused(Sentence message) -> notPaid(CardOutcome.refused(message, texts));
        }
    }

    /** The sale leaves the counter before the terminal is given back: what was scanned meanwhile is the next sale's. */
    private void approved(Order order, PaymentAttempt attempt) {
        if (order.state() == OrderState.PAID) {
            close(order);
            stage.set(Stage.CASH);
            return;
        }
        counter.take(order);
        stage.set(Stage.CASH);
        Money amount = attempt.approved();
        if (amount != null) {
            toasts.info(texts.get("toast.partPaid", texts.money(amount), texts.money(order.due())));
        }
    }

    private void notPaid(CardOutcome what) {
        outcome.set(what);
        stage.set(Stage.NOT_PAID);
    }

    /** The call broke: what is stored says whether a payment is open. Nothing is assumed. */
    private void recheck(String orderId) {
        worker.submit(
                () -> till.openPayments().stream()
                        .filter(a -> orderId.equals(a.orderId()))
                        .findFirst(),
                open -> open.ifPresentOrElse(
                        this::showUnknown,
                        () -> worker.submit(
                                () -> till.order(orderId), order -> order.ifPresent(this::afterBrokenCall))));
    }

    private void afterBrokenCall(Order order) {
        if (order.state() == OrderState.PAID) {
            close(order);
            stage.set(Stage.CASH);
        } else {
            counter.take(order);
            notPaid(CardOutcome.refused(Sentence.quoted(texts.get("card.broken")), texts));
        }
    }

    private void showUnknown(PaymentAttempt attempt) {
        Optional<PaymentAttempt> known = awaited.await(attempt.id(), attempt.orderId());
        if (LinkAddress.is(attempt.terminal())) {
            link.resume(attempt);
            stage.set(Stage.LINK);
        } else {
            outcome.set(CardOutcome.unknown(texts.money(attempt.amount()), attempt.reference(), texts));
            stage.set(Stage.UNKNOWN);
        }
        known.ifPresent(this::resolved);
    }

    /** A payment got its outcome somewhere else: by asking again, or by a manager's decision. */
    public void resolved(PaymentAttempt attempt) {
        if (!attempt.state().isOpen()) {
            awaited.hear(attempt)
                    .ifPresent(orderId -> worker.submit(
                            () -> till.order(orderId), order -> order.ifPresent(now -> afterResolution(now, attempt))));
        }
    }

    private void afterResolution(Order order, PaymentAttempt attempt) {
        if (screens.current() != Screen.PAY || !isAwaiting()) {
            counter.take(order);
            toasts.info(texts.get("toast.lateCard", texts.money(attempt.amount())));
            if (stage.get() == Stage.LINK) {
                stage.set(Stage.CASH);
            }
        } else if (order.state() == OrderState.PAID || attempt.moved()) {
            approved(order, attempt);
        } else {
            counter.take(order);
            notPaid(CardOutcome.notPaid(attempt, texts));
        }
    }

    private boolean isAwaiting() {
        return stage.get() == Stage.UNKNOWN || stage.get() == Stage.LINK;
    }

    /** Takes what is typed as cash. */
    public void takeCash() {
        counter.current().flatMap(typed::cash).ifPresent(this::takeCash);
    }

    /** Takes this much cash. More than is due gives change, less is a part payment. */
    public void takeCash(Money handed) {
        if (stage.get() != Stage.CASH) {
            return;
        }
        typed.clear();
        counter.current()
                .ifPresentOrElse(
                        order -> invoice.before(order, () -> hand(handed), typed.complaint::set), () -> hand(handed));
    }

    private void hand(Money handed) {
        String operator = session.operator();
        counter.change(asking -> asking.payCash(handed, operator), answer -> {
            if (answer instanceof SaleChange.Closed(Order order, Tender tender)) {
                close(order);
            }
        });
    }

    private void close(Order order) {
        counter.take(order);
        paid.accept(order);
    }

    /** Away from a card that did not pay, to cash. */
    public void cashInstead() {
        if (stage.get() == Stage.NOT_PAID) {
            stage.set(Stage.CASH);
        }
    }

    /** The terminal again, after a card that did not pay. */
    public void tryAgain() {
        if (stage.get() == Stage.NOT_PAID) {
            open(again);
        }
    }

    /**
     * Sets a sale with an unknown payment aside, or one whose customer is still at the link, so that the next customer can
     * be served.
     */
    public void setAside() {
        if (stage.get() == Stage.LINK) {
            link.setAside(can -> {
                if (can) {
                    parkAwaiting();
                } else {
                    toasts.warn(texts.get("link.notAside"));
                }
            });
        } else {
            parkAwaiting();
        }
    }

    private void parkAwaiting() {
        counter.current().filter(o -> isAwaiting()).ifPresent(order -> {
            String name = texts.get("pay.asideName", order.reference());
            counter.change(asking -> asking.park(name), answer -> {
                if (answer instanceof SaleChange.Changed) {
                    toasts.info(texts.get("toast.parked", name));
                    stage.set(Stage.CASH);
                    screens.go(Screen.SELL);
                }
            });
        });
    }

    /** One step back: stops the card if it may, otherwise returns to the basket. */
    public void back() {
        switch (stage.get()) {
            case CARD -> card.cancel();
            case LINK -> link.end();
            case CASH, UNKNOWN -> screens.go(Screen.SELL);
            case NOT_PAID -> {
                stage.set(Stage.CASH);
                screens.go(Screen.SELL);
            }
        }
    }

    /** Whether the terminal has the word: nothing else can be done with this sale meanwhile. */
    public boolean isCardRunning() {
        return stage.get() == Stage.CARD;
    }

    /** Whether what is scanned belongs to the next sale, because this one is being paid. */
    public boolean holdsScans() {
        return stage.get() == Stage.CARD || (stage.get() == Stage.LINK && screens.current() == Screen.PAY);
    }

    /** Where the payment stands. */
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Whether a link may pay this sale, where links are made at all. */
    public ReadOnlyBooleanProperty byLinkProperty() {
        return owed.byLink.getReadOnlyProperty();
    }

    /** Why the card did not pay, or what is known so far. */
    public ReadOnlyObjectProperty<CardOutcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** What is still to pay. */
    public ReadOnlyStringProperty dueProperty() {
        return owed.due.getReadOnlyProperty();
    }

    /** What the terminal is asked for. */
    public ReadOnlyStringProperty chargedProperty() {
        return charged.getReadOnlyProperty();
    }

    /** What a card would pay of it, where an amount is typed that it can; empty for all that is due. */
    public ReadOnlyStringProperty cardPartProperty() {
        return typed.cardPart.getReadOnlyProperty();
    }

    /** What is asked in coins, in words; empty if it is the same. */
    public ReadOnlyStringProperty askedProperty() {
        return owed.asked.getReadOnlyProperty();
    }

    /** What is wrong with the amount; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return typed.complaint.getReadOnlyProperty();
    }

    /** The amount of cash as typed. */
    public StringProperty cashProperty() {
        return typed.text;
    }

    /** What was paid so far, in words. */
    public ObservableList<String> tenders() {
        return owed.tenders;
    }

    /** Likely amounts of cash, the exact one first. */
    public ObservableList<Money> quick() {
        return owed.quick;
    }
}
