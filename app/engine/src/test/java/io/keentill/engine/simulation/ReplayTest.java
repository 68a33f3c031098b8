package io.keentill.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One seed is one day, exactly. */
class ReplayTest {

    @RegisterExtension
    static final SimulatedShop SHOP = new SimulatedShop();

    @Test
    void theSameSeedGivesTheSameDayToTheLastEvent() {
        for (long seed = 11; seed < 15; seed++) {
            Day.Result first = SHOP.play(SimulatedShop.anyDay(seed, 10));
            Day.Result again = SHOP.play(SimulatedShop.anyDay(seed, 10));
            assertThat(again.events()).isEqualTo(first.events()).isGreaterThan(1000);
            assertThat(again.hash()).isEqualTo(first.hash());
            assertThat(again.faults()).isEqualTo(first.faults());
        }
    }

    @Test
    void aListOfTheFaultsThatHappenedGivesTheSameDay() {
        Day.Plan plan = SimulatedShop.anyDay(21, 10);
        Day.Result drawn = SHOP.play(plan);
        Day.Result listed = SHOP.play(plan.with(Faults.listed(drawn.faults()), false));
        assertThat(listed.hash()).isEqualTo(drawn.hash());
    }

    @Test
    void anotherSeedIsAnotherDay() {
        assertThat(SHOP.play(SimulatedShop.anyDay(31, 5)).hash())
                .isNotEqualTo(SHOP.play(SimulatedShop.anyDay(32, 5)).hash());
    }
}
