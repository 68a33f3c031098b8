package io.keentill.storefront.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TidyingTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MB = 1L << 20;

    private long taken = 100 * MB;
    private int collected;
    private final Tidying tidying = new Tidying(() -> taken, () -> collected++, 0);

    @Test
    void aTillThatGrewIsTidiedWhenNobodyTouchesIt() {
        taken = 116 * MB;
        tidying.touched(9 * SECOND);
        tidying.look(10 * SECOND);
        assertThat(collected).as("somebody is typing").isZero();
        tidying.look(20 * SECOND);
        assertThat(collected).isEqualTo(1);
    }

    @Test
    void oneThatDidNotGrowIsLeftAlone() {
        taken = 115 * MB;
        tidying.look(60 * SECOND);
        assertThat(collected).isZero();
    }

    @Test
    void whatItNeedsIsNotCollectedAgainAndAgain() {
        taken = 130 * MB;
        for (int i = 1; i < 10; i++) {
            tidying.look(i * 10 * SECOND);
        }
        assertThat(collected)
                .as("nothing was given back, so all of it is in use")
                .isEqualTo(1);
    }

    @Test
    void growthIsCountedFromTheLeastThatItGotAlongWith() {
        taken = 130 * MB;
        tidying.look(10 * SECOND);
        taken = 90 * MB;
        tidying.look(20 * SECOND);
        taken = 106 * MB;
        tidying.look(30 * SECOND);
        assertThat(collected).isEqualTo(2);
    }
}
