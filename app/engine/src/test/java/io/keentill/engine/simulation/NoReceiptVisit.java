package io.keentill.engine.simulation;

import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.engine.LocalTill;
import io.keentill.engine.refund.NoReceiptDesk;
import io.keentill.engine.refund.NoReceiptResult;
import io.keentill.engine.refund.NoReceiptWish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody brings goods without a receipt. The clerk hands out the cash that the screen shows, once; after the till died they
 * put it together anew, and say whether it is the one before when the screen asks.
 */
final class NoReceiptVisit implements Visit {

    private static final int MOST_TRIES = 6;

    private final SimTill till;
    private final Drawer drawer;
    private final List<NoReceiptWish.Goods> goods;
    private boolean twice;
    private boolean handed;
    private @Nullable NoReceiptWish wish;
    private int refusals;

    NoReceiptVisit(SimTill till, Drawer drawer, WithoutReceipt brought) {
        this.till = till;
        this.drawer = drawer;
        this.goods = brought.goods();
        this.twice = brought.twice();
    }

    @Override
    public void wentDark() {
        wish = null;
    }

    @Override
    public State goOn(LocalTill engine) {
        till.goesBackFrom();
        NoReceiptDesk desk = engine.refunds().withoutReceipt();
        NoReceiptWish wanted = wish == null ? new NoReceiptWish(desk.begin(), goods, "a gift", false) : wish;
        wish = wanted;
        NoReceiptResult result = desk.give(wanted, "clerk-" + till.number(), Shop.MANAGER);
        till.world().tape().add(till.name(), "clerk takes back without a receipt: " + result);
        return switch (result) {
            case NoReceiptResult.Given(NoReceiptReturn back, boolean before) -> given(back);
            case NoReceiptResult.TheSame(NoReceiptReturn last) -> {
                if (handed || drawer.handOut(last)) {
                    yield State.DONE; // it was booked when the till died; its cash is handed out by now
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
        handed = true;
        if (first && twice) {
            twice = false;
            return State.ON; // pressed once more
        }
        return State.DONE;
    }
}
