package io.keentill.engine.simulation;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody comes back with the receipt of an earlier customer.
 *
 * @param till where it was bought; mostly, but not always, the one that is asked for the money
 * @param number that customer's, within that till's day
 * @param what how much is to go back
 * @param part which line, or which share of the whole
 * @param to which tenders
 * @param twice whether they come again with the same receipt at once
 */
record ComingBack(int till, int number, What what, int part, MoneyBack to, boolean twice) {

    private static final int TILLS = 3;

    /** One of so many who buy brings something back to pay with. */
    private static final int EXCHANGES = 6;

    /** How much is to go back. */
    enum What {
        WHOLE,
        A_LINE,
        AN_AMOUNT
    }

    /** Drawn for the customer of this number, who is not the first one. */
    static ComingBack of(RandomGenerator random, int till, int number) {
        int when = random.nextInt(10);
        boolean elsewhere = when > 7;
        // Mostly soon after the sale, while it can be undone; else whenever, which may be another day.
        int then = when < 4 ? number - 1 - random.nextInt(Math.min(number, 3)) : random.nextInt(number);
        int what = random.nextInt(10);
        int to = random.nextInt(8);
        return new ComingBack(
                elsewhere ? (till + 1 + random.nextInt(TILLS - 1)) % TILLS : till,
                then,
                what < 5 ? What.WHOLE : what < 8 ? What.A_LINE : What.AN_AMOUNT,
                random.nextInt(12),
                to == 0 ? MoneyBack.CASH : to == 1 ? MoneyBack.CARD : MoneyBack.AS_PAID,
                random.nextInt(4) == 0);
    }

    /**
     * What the customer of this number brings to pay for new goods with, of an earlier purchase at the same till; null for
     * nothing, mostly. Drawn apart, so that nobody else's wishes depend on it.
     */
    static @Nullable ComingBack toExchange(long seed, int till, int number) {
        SplittableRandom random = new SplittableRandom(Seeds.mix(seed, 3000 + till, number));
        if (number == 0 || random.nextInt(EXCHANGES) != 0) {
            return null;
        }
        int then = random.nextBoolean() ? number - 1 : random.nextInt(number);
        MoneyBack to = random.nextInt(4) == 0 ? MoneyBack.CASH : MoneyBack.AS_PAID;
        return new ComingBack(till, then, What.A_LINE, random.nextInt(12), to, false);
    }

    /** In the till's words. */
    RefundScope scope(Order sale) {
        return switch (what) {
            case WHOLE -> new RefundScope.Whole();
            case A_LINE -> {
                List<OrderLine> lines = sale.lines();
                OrderLine line = lines.get(part % lines.size());
                yield new RefundScope.Lines(List.of(new RefundScope.Goods(line.id(), Quantity.ONE)));
            }
            case AN_AMOUNT -> {
                Money total = sale.totals().total();
                yield new RefundScope.Amount(
                        Money.of(Math.max(1, total.minor() * (1 + part % 4) / 4), total.currency()));
            }
        };
    }
}
