package io.keentill.engine.simulation;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.engine.LocalTill;
import io.keentill.engine.refund.NoReceiptDesk;
import io.keentill.engine.refund.NoReceiptResult;
import io.keentill.engine.refund.NoReceiptWish;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Somebody brings goods without a receipt. The clerk hands out the cash that the screen shows, once; after the till died they
 * put it together anew, and say whether it is the one before when the screen asks.
 */
final class NoReceiptVisit implements Visit {

    /** One of so many customers comes after somebody without a receipt. */
    private static final int EVERY = 30;

    private static final int MOST_TRIES = 6;

    private final SimTill till;
    private final Drawer drawer;
    private final List<NoReceiptWish.Goods> goods;
    private boolean twice;
    private @Nullable NoReceiptWish wish;
    private int refusals;

    private NoReceiptVisit(SimTill till, Drawer drawer, List<NoReceiptWish.Goods> goods, boolean twice) {
        this.till = till;
        this.drawer = drawer;
        this.goods = goods;
        this.twice = twice;
    }

    /** Whoever comes before the customer of this number; null for nobody, mostly. */
    static @Nullable NoReceiptVisit before(SimTill till, Drawer drawer, int customer) {
        SplittableRandom random = new SplittableRandom(Seeds.mix(till.world().seed(), 4000 + till.number(), customer));
        if (random.nextInt(EVERY) != 0) {
            return null;
        }
        String code = Shop.CODES.get(random.nextInt(Shop.CODES.size()));
        Money less = random.nextBoolean() ? null : Money.of(1 + random.nextInt(99), Shop.GBP);
        Quantity pieces = Quantity.of(1 + random.nextInt(3));
        return new NoReceiptVisit(
                till, drawer, List.of(new NoReceiptWish.Goods("p-" + code, pieces, less)), random.nextInt(3) == 0);
    }

    @Override
    public void wentDark() {
        wish = null;
    }

    @Override
    public State goOn(LocalTill engine) {
        NoReceiptDesk desk = engine.refunds().withoutReceipt();
        NoReceiptWish wanted = wish == null ? new NoReceiptWish(desk.begin(), goods, "a gift", false) : wish;
        wish = wanted;
        NoReceiptResult result = desk.give(wanted, "clerk-" + till.number(), Shop.MANAGER);
        till.world().tape().add(till.name(), "clerk takes back without a receipt: " + result);
        return switch (result) {
            case NoReceiptResult.Given(NoReceiptReturn back, boolean before) -> given(back);
            case NoReceiptResult.TheSame(NoReceiptReturn last) -> {
                if (drawer.handOut(last)) {
                    yield State.DONE; // it was booked when the till died, and nobody has its cash yet
                }
                wish = new NoReceiptWish(wanted.id(), goods, wanted.reason(), true);
                yield State.ON;
            }
            // Beyond the limit, or the disk is full.
            case NoReceiptResult.Refused no -> ++refusals < MOST_TRIES ? State.AGAIN : State.DONE;
        };
    }

    private State given(NoReceiptReturn back) {
        boolean first = drawer.handOut(back);
        if (first && twice) {
            twice = false;
            return State.ON; // pressed once more
        }
        return State.DONE;
    }
}
