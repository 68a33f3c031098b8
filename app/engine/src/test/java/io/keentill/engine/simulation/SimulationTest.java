package io.keentill.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Simulated days with everything that can go wrong; see {@code docs/reliability.md}. */
class SimulationTest {

    private static final int SEEDS = 64;

    @RegisterExtension
    static final SimulatedShop SHOP = new SimulatedShop();

    @Test
    void everyPromiseIsKeptOnAnyDay() {
        long sales = 0;
        long exchanges = 0;
        long withoutReceipt = 0;
        long commanded = 0;
        long withdrawn = 0;
        long holds = 0;
        long decisions = 0;
        long crashes = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Day.Result day = SHOP.mustHold(SimulatedShop.anyDay(seed, 12));
            sales += day.sales();
            exchanges += day.exchanges();
            withoutReceipt += day.withoutReceipt();
            commanded += day.commanded();
            withdrawn += day.withdrawn();
            holds += day.holds();
            decisions += day.decisions();
            crashes += day.crashes();
        }
        assertThat(sales).as("sales").isGreaterThan(SEEDS * 30);
        assertThat(exchanges).as("exchanges").isGreaterThan(SEEDS);
        assertThat(withoutReceipt).as("returns without a receipt").isGreaterThan(SEEDS / 4);
        assertThat(commanded).as("refunds and voids that RevKeen commanded").isGreaterThan(SEEDS / 2);
        assertThat(withdrawn).as("commands that RevKeen cancelled").isGreaterThan(SEEDS / 8);
        assertThat(holds).as("holds on cards").isGreaterThan(SEEDS);
        assertThat(decisions).as("decisions of a manager").isGreaterThan(SEEDS / 4);
        assertThat(crashes).as("crashes").isGreaterThan(SEEDS);
    }

    @Test
    void aQuietDayHasNoFaults() {
        Day.Plan any = SimulatedShop.anyDay(7, 10);
        Day.Result quiet = SHOP.mustHold(any.with(Faults.none(), false));
        assertThat(quiet.faults()).isEmpty();
        assertThat(quiet.crashes()).isZero();
    }
}
