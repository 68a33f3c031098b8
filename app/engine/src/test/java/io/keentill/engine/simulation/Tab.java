package io.keentill.engine.simulation;

import io.keentill.domain.money.Money;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Money that is held on a customer's card before they pay.
 *
 * @param percent how much, of what is due then
 * @param end what becomes of it
 */
record Tab(int percent, End end) {

    /** One of so many customers has one. */
    private static final int EVERY = 8;

    /** What becomes of what is held. */
    enum End {
        /** As much as is due and held is taken. */
        TAKES,
        /** Half of what is due is taken from it. */
        TAKES_HALF,
        /** It is let go, and then the customer pays. */
        LETS_GO,
        /** The customer pays in another way, and then it is let go. */
        AFTERWARDS
    }

    /** That of the customer of this number; null for none, mostly. Drawn apart, so that nobody's wishes depend on it. */
    static @Nullable Tab of(long seed, int till, int number) {
        SplittableRandom random = new SplittableRandom(Seeds.mix(seed, 6000 + till, number));
        if (random.nextInt(EVERY) != 0) {
            return null;
        }
        End[] ends = End.values();
        return new Tab(50 + 25 * random.nextInt(5), ends[random.nextInt(ends.length)]);
    }

    /** How much is to be held. */
    Money amount(Money due) {
        return Money.of(Math.max(1, due.minor() * percent / 100), due.currency());
    }
}
