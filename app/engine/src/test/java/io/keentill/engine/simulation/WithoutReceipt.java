package io.keentill.engine.simulation;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import io.keentill.engine.refund.NoReceiptWish;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What somebody brings back without a receipt.
 *
 * @param code what it is
 * @param pieces how many
 * @param less what the clerk gives for one, in pence; null for what the catalogue says
 * @param twice whether the clerk presses twice
 */
record WithoutReceipt(String code, long pieces, @Nullable Long less, boolean twice) {

    /** One of so many customers comes after somebody without a receipt. */
    private static final int EVERY = 30;

    /** What is brought before the customer of this number comes; null for nothing, mostly. */
    static @Nullable WithoutReceipt before(long seed, int till, int customer) {
        SplittableRandom random = new SplittableRandom(Seeds.mix(seed, 4000 + till, customer));
        if (random.nextInt(EVERY) != 0) {
            return null;
        }
        String code = Shop.CODES.get(random.nextInt(Shop.CODES.size()));
        Long less = random.nextBoolean() ? null : Long.valueOf(1 + random.nextInt(99));
        return new WithoutReceipt(code, 1 + random.nextInt(3), less, random.nextInt(3) == 0);
    }

    /** In the till's words. */
    List<NoReceiptWish.Goods> goods() {
        Money price = less == null ? null : Money.of(less, Shop.GBP);
        return List.of(new NoReceiptWish.Goods("p-" + code, Quantity.of(pieces), price));
    }
}
