package io.keentill.storefront.shell;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.shop.Permission;
import io.keentill.engine.Till;
import io.keentill.engine.TillEvent;
import io.keentill.storefront.Beeper;
import io.keentill.storefront.approve.ApprovalModel;
import io.keentill.storefront.counter.Counter;
import io.keentill.storefront.counter.Screens;
import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.login.LoginModel;
import io.keentill.storefront.pay.CardModel;
import io.keentill.storefront.pay.LinkModel;
import io.keentill.storefront.pay.PayModel;
import io.keentill.storefront.receipt.MailModel;
import io.keentill.storefront.receipt.ReceiptModel;
import io.keentill.storefront.refund.RefundModel;
import io.keentill.storefront.sell.BasketActions;
import io.keentill.storefront.sell.BasketBand;
import io.keentill.storefront.sell.BasketModel;
import io.keentill.storefront.sell.CustomerModel;
import io.keentill.storefront.sell.SellModel;
import io.keentill.storefront.sell.Waiting;
import io.keentill.storefront.status.StatusModel;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.EventBridge;
import io.keentill.storefront.work.TillWorker;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The clerk's workspace without its looks: every view model, wired. */
public final class Clerk {

    private final Till till;
    private final Texts texts;
    private final Toasts toasts;
    private final Session session = new Session();
    private final Screens screens = new Screens();
    private final Counter counter;
    private final LoginModel login;
    private final SellModel sell;
    private final BasketBand band = new BasketBand();
    private final BasketModel basket;
    private final BasketActions actions;
    private final CustomerModel customers;
    private final CardModel card;
    private final LinkModel link;
    private final PayModel pay;
    private final ReceiptModel receipt;
    private final StatusModel status;
    private final ApprovalModel approvals;
    private final Office office;
    private final List<String> held = new ArrayList<>();
    private final TillWorker worker;
    private final Set<String> told = new HashSet<>();

    /** Wires the models of {@code till}. */
    public Clerk(Till till, TillWorker worker, Toasts toasts, Texts texts, InstantSource clock) {
        this(till, worker, toasts, texts, clock, Beeper.SILENT);
    }

    /** The same, heard by whoever does not look. */
    public Clerk(Till till, TillWorker worker, Toasts toasts, Texts texts, InstantSource clock, Beeper beeper) {
        this.till = till;
        this.worker = worker;
        this.texts = texts;
        this.toasts = toasts;
        counter = new Counter(till, worker, toasts, texts, beeper);
        login = new LoginModel(till, worker, session, texts);
        approvals = new ApprovalModel(till, worker, session, texts);
        sell = new SellModel(till, worker, counter, session, new Waiting(band, toasts, texts));
        basket = new BasketModel(
                counter, texts, texts.money(Money.zero(till.shop().currency())));
        actions = new BasketActions(counter, session, toasts, texts, band, this::approve);
        customers = new CustomerModel(till, worker, counter, session, toasts, texts, sell::back);
        card = new CardModel(till, worker, texts);
        receipt = new ReceiptModel(till, worker, screens, toasts, texts, new MailModel(till, worker, session, texts));
        link = new LinkModel(till, worker, texts);
        pay = new PayModel(till, worker, counter, session, screens, toasts, texts, card, link, receipt::showPaid);
        status = new StatusModel(texts, clock);
        office = new Office(till, worker, session, screens, toasts, texts, approvals, this::exchanged, clock);
        session.staffProperty().addListener((o, before, now) -> {
            if (now == null) {
                screens.go(Screen.LOGIN);
            } else {
                begin();
            }
        });
        counter.orderProperty().addListener((o, before, now) -> {
            if (now != null) {
                receipt.nextBegan();
            }
            if ((before == null) != (now == null)) {
                sell.refreshParked();
            }
        });
        pay.stageProperty().addListener((o, before, now) -> releaseHeld(before));
        office.refund().stageProperty().addListener((o, before, now) -> {
            if (before == RefundModel.Stage.RUNNING) {
                tellHeld();
            }
        });
    }

    private void approve(Permission what, String about, Consumer<String> granted) {
        approvals.ask(what, about, approval -> granted.accept(approval.by().id()));
    }

    private void begin() {
        sell.load();
        counter.load(this::resume);
        screens.go(Screen.SELL);
        worker.submit(
                till::interrupted,
                attempts -> attempts.stream().filter(a -> told.add(a.id())).forEach(this::tellInterrupted));
    }

    /** Goods paid for what is on the counter: its receipt, or the rest of the money. */
    private void exchanged(Order basket) {
        if (basket.state() == OrderState.PAID) {
            receipt.showPaid(basket);
        } else {
            pay.openCash();
        }
    }

    /** A sale that was half paid when the till stopped is shown where it was: at paying the rest. */
    private void resume(Order open) {
        if (!open.tenders().isEmpty()) {
            toasts.info(texts.get("toast.halfPaid", texts.money(open.paid()), texts.money(open.due())));
            pay.openCash();
        }
    }

    /** What became of a card payment in which the till was cut off: paid, and its receipt is due; or nothing moved. */
    private void tellInterrupted(PaymentAttempt attempt) {
        String amount = texts.money(attempt.amount());
        if (!attempt.moved()) {
            toasts.warn(texts.get("toast.interruptedNotPaid", amount));
            return;
        }
        toasts.info(texts.get("toast.interruptedPaid", amount));
        String orderId = attempt.orderId();
        if (orderId != null) {
            worker.submit(
                    () -> till.order(orderId),
                    found -> found.filter(o -> o.state() == OrderState.PAID)
                            .filter(o -> counter.current().isEmpty())
                            .ifPresent(receipt::showPaid));
        }
    }

    /** Hears the engine. */
    public void listen(EventBridge bridge) {
        bridge.on(TillEvent.OrderChanged.class, event -> {
            if (counter.isCurrent(event.order().id())) {
                counter.take(event.order());
            }
        });
        bridge.on(TillEvent.PaymentProgress.class, event -> {
            if (pay.isCardRunning()) {
                card.show(event.progress());
            }
        });
        bridge.on(TillEvent.LinkChanged.class, event -> link.show(event.link()));
        bridge.on(TillEvent.PaymentResolved.class, event -> pay.resolved(event.attempt()));
        bridge.on(TillEvent.StatusChanged.class, event -> {
            status.show(event.status());
            if (screens.current() == Screen.RECEIPT) {
                receipt.mail().refresh();
            }
        });
        office.listen(bridge);
        bridge.on(TillEvent.Notice.class, event -> toasts.error(texts.said(event.message())));
        refreshStatus();
    }

    /** Reads the status again, so that ages stay true. */
    public void refreshStatus() {
        status.show(till.status());
    }

    /**
     * A code from a scanner, on whatever screen. While the terminal has the word it is held: it belongs to the next sale
     * if this one is paid, and is told, not added, if it is not.
     */
    public void scanned(String code) {
        if (session.current().isEmpty()) {
            return;
        }
        if (pay.holdsScans() || office.isBusy()) {
            held.add(code);
            return;
        }
        if (screens.current().isOffice()) {
            office.scanned(code, () -> toasts.warn(texts.get("toast.scannedBeside", code)));
            return;
        }
        if (!band.holdsProduct()) {
            band.close();
        }
        screens.go(Screen.SELL);
        sell.scan(code);
    }

    private void releaseHeld(PayModel.Stage before) {
        boolean heldScans = before == PayModel.Stage.CARD || before == PayModel.Stage.LINK;
        if (!heldScans || held.isEmpty()) {
            return;
        }
        List<String> codes = List.copyOf(held);
        held.clear();
        if (counter.current().isEmpty()) {
            codes.forEach(this::scanned);
        } else {
            toasts.warn(texts.get("toast.held", String.join(", ", codes)));
        }
    }

    /** What was scanned while money went back to a card belongs to no sale. */
    private void tellHeld() {
        if (!held.isEmpty()) {
            toasts.warn(texts.get("toast.held", String.join(", ", held)));
            held.clear();
        }
    }

    /** Logs out, unless the terminal has the word. The sale stays on the counter. */
    public void lock() {
        if (!pay.isCardRunning() && !office.isBusy()) {
            login.clear();
            approvals.close();
            session.end();
        }
    }

    /** One step back on whatever screen. */
    public void back() {
        if (approvals.isOpen()) {
            approvals.close();
            return;
        }
        switch (screens.current()) {
            case LOGIN -> login.clear();
            case SELL -> {
                if (office.hideRail()) {
                    return;
                }
                if (band.isOpen()) {
                    band.close();
                } else {
                    sell.back();
                }
            }
            case PAY -> pay.back();
            case RECEIPT -> receipt.newSale();
            default -> office.back();
        }
    }

    /** Shows who may be buying, or hides them. */
    public void toCustomers() {
        if (screens.current() == Screen.SELL) {
            customers.clear();
            sell.toggleCustomers();
            if (sell.paneProperty().get() == SellModel.Pane.CUSTOMERS) {
                customers.account().refresh();
            }
        }
    }

    /** Asks how the sale as a whole is to be changed. */
    public void askAdjust() {
        boolean changeable = counter.current()
                .filter(order -> order.isEditable() && !order.settlesInvoice())
                .isPresent();
        if (screens.current() == Screen.SELL && changeable) {
            band.ask(new BasketBand.Question.Adjust(null, texts.get("band.discount.whole")));
        }
    }

    /** Asks under which name the sale is set aside. */
    public void askPark() {
        if (screens.current() == Screen.SELL && counter.current().isPresent()) {
            band.ask(new BasketBand.Question.ParkName());
        }
    }

    /** To cash, from the basket or from a card that did not pay. */
    public void toCash() {
        if (screens.current() == Screen.SELL || screens.current() == Screen.PAY) {
            pay.openCash();
        }
    }

    /** To the terminal, from the basket or from cash. */
    public void toCard() {
        if (screens.current() == Screen.SELL || screens.current() == Screen.PAY) {
            pay.openCard();
        }
    }

    /** To a link for the customer's telephone. */
    public void toLink() {
        if (screens.current() == Screen.SELL || screens.current() == Screen.PAY) {
            pay.openLink();
        }
    }

    /** To the one field. */
    public void toField() {
        Screen now = screens.current();
        if (now == Screen.RECEIPT || (now == Screen.PAY && pay.stageProperty().get() == PayModel.Stage.CASH)) {
            screens.go(Screen.SELL);
        }
    }

    /** Texts of this workspace. */
    public Texts texts() {
        return texts;
    }

    /** Messages on screen. */
    public Toasts toasts() {
        return toasts;
    }

    /** The workspaces beside selling. */
    public Office office() {
        return office;
    }

    /** Asks somebody who may. */
    public ApprovalModel approvals() {
        return approvals;
    }

    /** Who is logged in. */
    public Session session() {
        return session;
    }

    /** Which screen is in front. */
    public Screens screens() {
        return screens;
    }

    /** The order on the counter. */
    public Counter counter() {
        return counter;
    }

    /** The PIN pad. */
    public LoginModel login() {
        return login;
    }

    /** The one field and what stands beside the basket. */
    public SellModel sell() {
        return sell;
    }

    /** What the basket asks. */
    public BasketBand band() {
        return band;
    }

    /** The basket in words. */
    public BasketModel basket() {
        return basket;
    }

    /** What can be done to the basket. */
    public BasketActions actions() {
        return actions;
    }

    /** Who buys. */
    public CustomerModel customers() {
        return customers;
    }

    /** The running card payment. */
    public CardModel card() {
        return card;
    }

    /** The running payment by link. */
    public LinkModel link() {
        return link;
    }

    /** The payment. */
    public PayModel pay() {
        return pay;
    }

    /** The receipt. */
    public ReceiptModel receipt() {
        return receipt;
    }

    /** The status bar. */
    public StatusModel status() {
        return status;
    }
}
