package io.keentill.storefront.shell;

import io.keentill.domain.order.Order;
import io.keentill.domain.shop.Staff;
import io.keentill.engine.Till;
import io.keentill.engine.TillEvent;
import io.keentill.storefront.approve.ApprovalModel;
import io.keentill.storefront.counter.Screens;
import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.install.InstallModel;
import io.keentill.storefront.journal.JournalModel;
import io.keentill.storefront.looks.LooksModel;
import io.keentill.storefront.orders.OrdersModel;
import io.keentill.storefront.refund.NoReceiptModel;
import io.keentill.storefront.refund.RefundModel;
import io.keentill.storefront.rules.RulesModel;
import io.keentill.storefront.shift.ShiftModel;
import io.keentill.storefront.staff.StaffModel;
import io.keentill.storefront.tasks.TasksModel;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.EventBridge;
import io.keentill.storefront.work.TillWorker;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The workspaces beside selling without their looks, and the way between them. */
public final class Office {

    private final Session session;
    private final Screens screens;
    private final OrdersModel orders;
    private final RefundModel refund;
    private final NoReceiptModel noReceipt;
    private final TasksModel tasks;
    private final ShiftModel shift;
    private final StaffModel staff;
    private final JournalModel journal;
    private final LooksModel looks;
    private final InstallModel install;
    private final RulesModel rules;
    private final ReadOnlyBooleanWrapper rail = new ReadOnlyBooleanWrapper(false);
    private boolean asked;

    Office(
            Till till,
            TillWorker worker,
            Session session,
            Screens screens,
            Toasts toasts,
            Texts texts,
            ApprovalModel approvals,
            Consumer<Order> onward,
            InstantSource clock) {
        this.session = session;
        this.screens = screens;
        refund = new RefundModel(till, worker, screens, texts, approvals, onward);
        noReceipt = new NoReceiptModel(till, worker, session, screens, toasts, texts, approvals);
        orders = new OrdersModel(till, worker, toasts, texts, clock, refund::begin);
        tasks = new TasksModel(till, worker, session, toasts, texts);
        shift = new ShiftModel(till, worker, session, toasts, texts, approvals);
        staff = new StaffModel(till, worker, session, toasts, texts);
        journal = new JournalModel(till, worker, toasts, texts);
        looks = new LooksModel(till, worker, toasts, texts);
        install = new InstallModel(till, worker, session, toasts, texts);
        rules = new RulesModel(till, worker, session, texts);
        screens.currentProperty().addListener((o, before, now) -> show());
        session.staffProperty().addListener((o, before, now) -> forget());
        looks.load();
    }

    void listen(EventBridge bridge) {
        bridge.on(TillEvent.PaymentProgress.class, event -> {
            refund.progress(event.progress());
            install.progress(event.progress());
        });
        bridge.on(TillEvent.RefundChanged.class, event -> {
            refund.changed(event.refund());
            orders.changed(event.refund().orderId());
            refreshTasks();
        });
        bridge.on(TillEvent.PaymentResolved.class, event -> {
            String order = event.attempt().orderId();
            if (order != null) {
                orders.changed(order);
            }
            refreshTasks();
        });
    }

    private void refreshTasks() {
        if (screens.current() == Screen.TASKS) {
            tasks.load();
        }
    }

    /** What of one person is on the screens is nothing for the next. */
    private void forget() {
        asked = false;
        tasks.forget();
        shift.forget();
        staff.forget();
        refund.leave();
        noReceipt.leave();
        install.forget();
        rules.forget();
    }

    /** Where whoever is logged in may go, in the sequence of the rail. */
    List<Workspace> workspaces() {
        return session.current().map(Office::of).orElse(List.of());
    }

    private static List<Workspace> of(Staff who) {
        return Stream.of(Workspace.values())
                .filter(w -> w.needs().isOf(who.role()))
                .toList();
    }

    /** Goes there, if whoever is logged in may. */
    void go(Workspace where) {
        if (!workspaces().contains(where) || isBusy()) {
            return;
        }
        asked = false;
        switch (where) {
            case SELL -> {}
            case ORDERS -> {
                noReceipt.leave();
                orders.load();
            }
            case TASKS -> tasks.load();
            case SHIFT -> shift.load();
            case STAFF -> staff.load();
            case JOURNAL -> journal.load();
            case LOOKS -> looks.load();
            case INSTALL -> install.load();
            case RULES -> rules.load();
        }
        screens.go(where.screen());
        show();
    }

    /** Shows the rail on the sell screen, or hides it; beside selling it is always there. */
    void toggleRail() {
        asked = !asked;
        show();
    }

    /** Hides the rail where it was asked for; false if it was not there. */
    boolean hideRail() {
        boolean was = asked && screens.current() == Screen.SELL;
        asked = false;
        show();
        return was;
    }

    private void show() {
        Screen now = screens.current();
        boolean beside = now == Screen.SELL || now == Screen.RECEIPT;
        rail.set(session.current().isPresent() && (now.isOffice() || (asked && beside)));
    }

    /** One step back on one of the screens beside selling. */
    void back() {
        switch (screens.current()) {
            case REFUND -> refund.back();
            case RETURN -> noReceipt.back();
            case ORDERS -> {
                if (!orders.back()) {
                    screens.go(Screen.SELL);
                }
            }
            case SHIFT -> {
                if (!shift.back()) {
                    screens.go(Screen.SELL);
                }
            }
            case INSTALL -> {
                if (!install.back()) {
                    screens.go(Screen.SELL);
                }
            }
            case TASKS -> {
                if (!tasks.back()) {
                    screens.go(Screen.SELL);
                }
            }
            default -> screens.go(Screen.SELL);
        }
    }

    /** A code from a scanner on one of these screens: a receipt is looked up, goods without one are
     * added, anything else is told by {@code other}. */
    void scanned(String code, Runnable other) {
        switch (screens.current()) {
            case ORDERS -> noReceipt.lookUp(code, () -> orders.scanned(code));
            case RETURN -> noReceipt.scanned(code, other);
            default -> other.run();
        }
    }

    /** Whether a terminal has the word because of something here. */
    boolean isBusy() {
        return refund.isRunning() || noReceipt.isRunning() || install.isBusy();
    }

    /** Whether the rail is on screen. */
    ReadOnlyBooleanProperty railProperty() {
        return rail.getReadOnlyProperty();
    }

    OrdersModel orders() {
        return orders;
    }

    RefundModel refund() {
        return refund;
    }

    NoReceiptModel noReceipt() {
        return noReceipt;
    }

    TasksModel tasks() {
        return tasks;
    }

    ShiftModel shift() {
        return shift;
    }

    StaffModel staff() {
        return staff;
    }

    JournalModel journal() {
        return journal;
    }

    InstallModel install() {
        return install;
    }

    RulesModel rules() {
        return rules;
    }

    /** How the screen looks. */
    public LooksModel looks() {
        return looks;
    }
}
