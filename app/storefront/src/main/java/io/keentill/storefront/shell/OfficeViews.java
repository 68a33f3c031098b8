package io.keentill.storefront.shell;

import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.install.InstallView;
import io.keentill.storefront.journal.JournalView;
import io.keentill.storefront.looks.LooksView;
import io.keentill.storefront.orders.OrdersView;
import io.keentill.storefront.refund.RefundView;
import io.keentill.storefront.shift.ShiftView;
import io.keentill.storefront.staff.StaffView;
import io.keentill.storefront.tasks.TasksView;
import io.keentill.storefront.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;

/** The screens beside selling. */
final class OfficeViews {

    private final OrdersView orders;
    private final RefundView refund;
    private final TasksView tasks;
    private final ShiftView shift;
    private final StaffView staff;
    private final JournalView journal;
    private final LooksView looks;
    private final InstallView install;

    OfficeViews(Office office, Texts texts) {
        orders = new OrdersView(office.orders(), texts);
        refund = new RefundView(office.refund(), texts);
        tasks = new TasksView(office.tasks(), texts);
        shift = new ShiftView(office.shift(), texts);
        staff = new StaffView(office.staff(), texts);
        journal = new JournalView(office.journal(), texts);
        looks = new LooksView(office.looks(), texts);
        install = new InstallView(office.install(), texts);
    }

    /** Which of them belongs to which screen. */
    Map<Screen, Node> views() {
        Map<Screen, Node> views = new LinkedHashMap<>();
        views.put(Screen.ORDERS, orders);
        views.put(Screen.REFUND, refund);
        views.put(Screen.TASKS, tasks);
        views.put(Screen.SHIFT, shift);
        views.put(Screen.STAFF, staff);
        views.put(Screen.JOURNAL, journal);
        views.put(Screen.LOOKS, looks);
        views.put(Screen.INSTALL, install);
        return views;
    }

    /** Puts the cursor where the next key belongs. */
    void focusFirst(Screen screen) {
        switch (screen) {
            case ORDERS -> orders.field().requestFocus();
            case REFUND -> refund.focusFirst();
            case TASKS -> tasks.focusFirst();
            case SHIFT -> shift.focusFirst();
            case STAFF -> staff.focusFirst();
            case JOURNAL -> journal.field().requestFocus();
            case INSTALL -> install.focusFirst();
            default -> looks.requestFocus();
        }
    }
}
