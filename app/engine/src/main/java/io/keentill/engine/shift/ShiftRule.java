package io.keentill.engine.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.setup.Settings;
import io.keentill.store.StaffRecord;
import io.keentill.store.View;
import java.util.Currency;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the shop asks of its shifts, by its settings, in words for people. */
public final class ShiftRule {

    /** Minor units that a drawer may be over or short without anybody saying why, where the shop has not decided. */
    static final long USUAL_LIMIT = 200;

    private ShiftRule() {}

    /** Whether somebody has to say why the drawer is over or short. */
    static boolean asksWhy(View view, DrawerCount count) {
        Money difference = count.difference();
        return Math.abs(difference.minor()) > limit(view);
    }

    /**
     * How much a drawer may be over or short without anybody saying why, in minor units of the shop's currency, zero or
     * above; a setting that is no such number lets nothing pass.
     */
    public static long limit(View view) {
        String set = view.setting(Settings.SHIFT_DIFFERENCE).orElse(Long.toString(USUAL_LIMIT));
        return set.matches("\\d{1,12}") ? Long.parseLong(set) : 0;
    }

    /** Why {@code operator} may not; null if they may. Whoever is not on the staff works by command. */
    static @Nullable Sentence mayNot(View view, String operator, Permission needed, Sentence what) {
        // Those who have left are asked, too: whoever is still logged in as one may not do more than before.
        boolean less = Stream.concat(view.staff().stream().map(StaffRecord::staff), view.formerStaff().stream())
                .anyMatch(s -> s.id().equals(operator) && !needed.isOf(s.role()));
        return less
                ? Sentence.of(
                        "shift.needs-a-manager-log-in-as",
                        "{0} needs a manager. Log in as one, or have one approve it.",
                        what)
                : null;
    }

    /** Why a text will not do; null if it will. */
    static @Nullable Sentence badText(String text, int longest, Sentence ask) {
        return text.isBlank() || text.length() > longest ? ask : null;
    }

    /** Why an amount will not do; null if it will. */
    static @Nullable Sentence badAmount(Money amount, Currency currency) {
        return amount.currency().equals(currency)
                ? null
                : Sentence.of("shift.this-tills-drawer-holds-alone", "This till's drawer holds {0} alone.", currency);
    }
}
