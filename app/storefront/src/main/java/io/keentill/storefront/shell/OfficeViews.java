package io.keentill.storefront.shell;

import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.install.InstallView;
import io.keentill.storefront.journal.JournalView;
import io.keentill.storefront.looks.LooksView;
import io.keentill.storefront.orders.OrdersView;
import io.keentill.storefront.refund.NoReceiptView;
import io.keentill.storefront.refund.RefundView;
import io.keentill.storefront.rules.RulesView;
import io.keentill.storefront.shift.ShiftView;
import io.keentill.storefront.staff.StaffView;
import io.keentill.storefront.tasks.TasksView;
import io.keentill.storefront.text.Texts;

/** Makes the screens beside selling. */
final class OfficeViews {

    private final Office office;
    private final Texts texts;

    OfficeViews(Office office, Texts texts) {
        this.office = office;
        this.texts = texts;
    }

    /** A new view of this screen. */
    Place make(Screen screen) {
        return switch (screen) {
            case ORDERS -> {
                OrdersView view = new OrdersView(office.orders(), office.noReceipt(), texts);
                yield new Place(view, view.field()::requestFocus);
            }
            case REFUND -> {
                RefundView view = new RefundView(office.refund(), texts);
                yield new Place(view, view::focusFirst);
            }
            case RETURN -> {
                NoReceiptView view = new NoReceiptView(office.noReceipt(), texts);
                yield new Place(view, view::focusFirst);
            }
            case TASKS -> {
                TasksView view = new TasksView(office.tasks(), texts);
                yield new Place(view, view::focusFirst);
            }
            case SHIFT -> {
                ShiftView view = new ShiftView(office.shift(), texts);
                yield new Place(view, view::focusFirst);
            }
            case STAFF -> {
                StaffView view = new StaffView(office.staff(), texts);
                yield new Place(view, view::focusFirst);
            }
            case JOURNAL -> {
                JournalView view = new JournalView(office.journal(), texts);
                yield new Place(view, view.field()::requestFocus);
            }
            case INSTALL -> {
                InstallView view = new InstallView(office.install(), texts);
                yield new Place(view, view::focusFirst);
            }
            case RULES -> {
                RulesView view = new RulesView(office.rules(), texts);
                yield new Place(view, view::focusFirst);
            }
            case LOOKS -> {
                LooksView view = new LooksView(office.looks(), texts);
                yield new Place(view, view::focusFirst);
            }
            case LOGIN, SELL, PAY, RECEIPT ->
                throw new IllegalArgumentException(screen + " is no screen of the office");
        };
    }
}
