package io.keentill.storefront.shell;

import io.keentill.domain.shop.Permission;
import io.keentill.storefront.counter.Screens.Screen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** Where somebody can go by the rail, as far as they may. The first is reached by Alt and 1, and so on. */
enum Workspace {
    /** Baskets and payments. */
    SELL(Screen.SELL, Permission.SELL, Feather.SHOPPING_CART),
    /** Earlier sales, their payments, money back. */
    ORDERS(Screen.ORDERS, Permission.SEE_SALES, Feather.FILE_TEXT),
    /** What waits for a person. */
    TASKS(Screen.TASKS, Permission.TASKS, Feather.CLIPBOARD),
    /** The drawer and the day. */
    SHIFT(Screen.SHIFT, Permission.SHIFT, Feather.ARCHIVE),
    /** Who works here. */
    STAFF(Screen.STAFF, Permission.STAFF, Feather.USERS),
    /** The record behind everything. */
    JOURNAL(Screen.JOURNAL, Permission.JOURNAL, Feather.BOOK),
    /** How the screen looks. */
    LOOKS(Screen.LOOKS, Permission.SCREEN, Feather.SUN),
    /** Devices, the link to RevKeen, faults. */
    INSTALL(Screen.INSTALL, Permission.INSTALL, Feather.TOOL),
    /** What the shop asks of its shifts and allows of returns. */
    RULES(Screen.RULES, Permission.RULES, Feather.SLIDERS);

    private final Screen screen;
    private final Permission needs;
    private final Feather icon;

    Workspace(Screen screen, Permission needs, Feather icon) {
        this.screen = screen;
        this.needs = needs;
        this.icon = icon;
    }

    Screen screen() {
        return screen;
    }

    Permission needs() {
        return needs;
    }

    Feather icon() {
        return icon;
    }

    /** Its place in the rail, from 1. */
    int place() {
        return List.of(values()).indexOf(this) + 1;
    }

    /** The one that this key leads to together with Alt. */
    static Optional<Workspace> at(KeyCode code) {
        return List.of(values()).stream()
                .filter(w -> code.getName().equals(Integer.toString(w.place())))
                .findFirst();
    }

    /** Part of ids and of keys of texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is where somebody is while {@code now} is in front. */
    boolean holds(Screen now) {
        return screen == now || (this == ORDERS && (now == Screen.REFUND || now == Screen.RETURN));
    }
}
