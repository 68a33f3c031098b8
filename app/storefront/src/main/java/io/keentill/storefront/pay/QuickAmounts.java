package io.keentill.storefront.pay;

import io.keentill.domain.money.Money;
import java.util.List;
import java.util.TreeSet;

/** Amounts a customer is likely to hand over: exactly what is asked, the next round sums, and single notes. */
public final class QuickAmounts {

    private static final int MOST = 6;
    private static final long[] NOTES = {5, 10, 20, 50, 100};

    private QuickAmounts() {}

    /**
     * Up to six amounts for {@code asked}, the exact one first, then rising. Steps are 1, 5, 10, 20, 50 and 100 whole
     * units for currencies with decimals and a hundred times that for those without.
     */
    public static List<Money> forDue(Money asked) {
        TreeSet<Money> amounts = new TreeSet<>();
        amounts.add(asked);
        long unit = unit(asked);
        amounts.add(roundedUp(asked, unit));
        for (long note : NOTES) {
            amounts.add(roundedUp(asked, note * unit));
        }
        return amounts.stream().limit(MOST).toList();
    }

    private static Money roundedUp(Money asked, long step) {
        long over = asked.minor() % step;
        return over == 0 ? asked : asked.plus(Money.of(step - over, asked.currency()));
    }

    private static long unit(Money asked) {
        long unit = 1;
        for (int i = 0; i < asked.digits(); i++) {
            unit *= 10;
        }
        return asked.digits() == 0 ? 100 : unit;
    }
}
