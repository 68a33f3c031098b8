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
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;

/**
 * The screens beside selling. Each is made when it is first gone to: a till that starts is to sell, and what is in the scene
 * is styled at the start and walked through with each frame, shown or not.
 */
final class OfficeViews {

    private final Office office;
    private final Texts texts;
    private final Map<Screen, Place> made = new EnumMap<>(Screen.class);

    OfficeViews(Office office, Texts texts) {
        this.office = office;
        this.texts = texts;
    }

    /** A screen and how the cursor is put where the next key belongs. */
    private record Place(Node view, Runnable focus) {}

    /** Whether this screen was gone to before. */
    boolean has(Screen screen) {
        return made.containsKey(screen);
    }

    /** The view of an office's screen. */
    Node view(Screen screen) {
        return place(screen).view();
    }

    /** Puts the cursor where the next key belongs. */
    void focusFirst(Screen screen) {
        place(screen).focus().run();
    }

    private Place place(Screen screen) {
        return made.computeIfAbsent(screen, this::make);
    }

    private Place make(Screen screen) {
        return switch (screen) {
            case ORDERS -> {
                OrdersView view = new OrdersView(office.orders(), texts);
                yield new Place(view, view.field()::requestFocus);
            }
            case REFUND -> {
                RefundView view = new RefundView(office.refund(), texts);
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
            case LOOKS -> {
                LooksView view = new LooksView(office.looks(), texts);
                yield new Place(view, view::focusFirst);
            }
            case LOGIN, SELL, PAY, RECEIPT ->
                throw new IllegalArgumentException(screen + " is no screen of the office");
        };
    }
}
