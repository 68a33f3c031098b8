package io.keentill.engine.simulation;

import io.keentill.domain.shift.CashMovement;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk does at the drawer beside selling.
 *
 * @param kind how cash moves; null for an X report
 * @param minor how much
 */
record Errand(CashMovement.@Nullable Kind kind, long minor) {

    private static final int EVERY = 9;

    /** What is done before the customer of this number is served; null for nothing, mostly. */
    static @Nullable Errand before(long seed, int till, int customer) {
        SplittableRandom random = new SplittableRandom(Seeds.mix(seed, 2000 + till, customer));
        if (random.nextInt(EVERY) != 0) {
            return null;
        }
        CashMovement.Kind[] kinds = CashMovement.Kind.values();
        int which = random.nextInt(kinds.length + 1);
        return new Errand(which == kinds.length ? null : kinds[which], 1 + random.nextInt(3000));
    }
}
