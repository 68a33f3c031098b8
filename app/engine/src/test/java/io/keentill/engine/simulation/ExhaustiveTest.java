package io.keentill.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.engine.simulation.Fault.Kind;
import io.keentill.engine.simulation.Fault.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The till dies at every step of every scenario, once, and of most of them twice. With {@code -Dsim.window=1000} the second
 * death comes at every later step; without, at each of those that follow the first one most closely.
 */
class ExhaustiveTest {

    private static final int WINDOW = Integer.getInteger("sim.window", 3);
    private static final long TWO_DAYS = 2 * 86_400;

    @RegisterExtension
    static final SimulatedShop SHOP = new SimulatedShop();

    @ParameterizedTest
    @EnumSource
    void itDiesAtEveryStep(Scenario scenario) {
        for (boolean confirming : scenario.confirming()) {
            Day.Result calm = calm(scenario, confirming);
            assertThat(calm.steps()).isGreaterThan(20);
            long deaths = 0;
            for (long step = from(calm); step <= calm.steps(); step++) {
                for (Kind death : deaths(calm, step)) {
                    Day.Result dead = SHOP.mustHold(scenario.plan(confirming, List.of(at(step, death))));
                    servedToTheEnd(scenario, dead);
                    assertThat(dead.crashes()).as("deaths at step %d", step).isLessThanOrEqualTo(1);
                    deaths += dead.crashes();
                }
            }
            // what is left to do once everything works again for good is played without faults
            assertThat(deaths).isGreaterThan((calm.steps() - from(calm)) / 2);
        }
    }

    /** Those that are left out take long, and what would differ in them lies in one death. */
    @ParameterizedTest
    @EnumSource(
            names = {"OFFLINE_EXCHANGE", "MANAGER_.*", "EXCHANGED_AND_REFUNDED_ELSEWHERE"},
            mode = EnumSource.Mode.MATCH_NONE)
    void itDiesTwice(Scenario scenario) {
        Day.Result calm = calm(scenario, true);
        for (long first = from(calm); first <= calm.steps(); first++) {
            Day.Result once = SHOP.mustHold(scenario.plan(true, List.of(at(first, Kind.CRASH))));
            long last = Math.min(once.steps(), first + WINDOW);
            for (long second = first + 1; second <= last; second++) {
                SHOP.mustHold(scenario.plan(true, List.of(at(first, Kind.CRASH), at(second, Kind.CRASH))));
            }
        }
    }

    private static Day.Result calm(Scenario scenario, boolean confirming) {
        Day.Result calm = SHOP.mustHold(scenario.plan(confirming, List.of()));
        servedToTheEnd(scenario, calm);
        boolean atGateway = scenario.dashboard() == Dashboard.Habit.REFUNDS_AT_GATEWAY;
        assertThat(calm.atGateway()).isEqualTo(atGateway ? 1 : 0);
        assertThat(calm.commanded()).isEqualTo(scenario.dashboard() == Dashboard.Habit.NOTHING || atGateway ? 0 : 1);
        assertThat(calm.holds()).isEqualTo(scenario.tab() == null ? 0 : 1);
        assertThat(calm.decisions()).isEqualTo(count(scenario.customers(), Customer::needsManager));
        return calm;
    }

    /** Whoever came has what they came for. */
    private static void servedToTheEnd(Scenario scenario, Day.Result day) {
        List<Customer> came = scenario.customers();
        assertThat(day.sales()).isEqualTo(count(came, Customer::buys));
        assertThat(day.returns()).isEqualTo(count(came, who -> who.back() != null));
        assertThat(day.exchanges()).isEqualTo(count(came, who -> who.brings() != null));
        assertThat(day.withoutReceipt()).isEqualTo(count(came, who -> who.gift() != null));
    }

    private static long count(List<Customer> came, Predicate<Customer> who) {
        return came.stream().filter(who).count();
    }

    /** Where somebody comes back, the sale before that is another scenario's. */
    static long from(Day.Result calm) {
        return Math.max(1, calm.backFrom());
    }

    @ParameterizedTest
    @EnumSource(names = {"CASH_SALE", "CARD_SALE", "SPLIT_CARD_CASH", "LINKED_CARD_SALE", "EXCHANGE_FOR_LESS"})
    void itIsCutOffInTheMiddleOfTheSyncForDaysAndDies(Scenario scenario) {
        Day.Result calm = SHOP.mustHold(scenario.plan(false, 3, List.of()));
        for (long cut : requests(calm)) {
            if (cut < from(calm)) {
                continue;
            }
            Fault away = new Fault(0, cut, Kind.CUT_OFF, TWO_DAYS);
            Day.Result once = SHOP.mustHold(scenario.plan(false, 3, List.of(away)));
            long last = Math.min(once.steps(), cut + 4L * WINDOW);
            for (long death = cut + 1; death <= last; death++) {
                SHOP.mustHold(scenario.plan(false, 3, List.of(away, at(death, Kind.CRASH))));
            }
        }
    }

    static List<Long> requests(Day.Result calm) {
        List<Long> steps = new ArrayList<>();
        for (int i = 0; i < calm.sites().size(); i++) {
            if (calm.sites().get(i) == Site.REQUEST) {
                steps.add(i + 1L);
            }
        }
        assertThat(steps).hasSizeGreaterThan(3);
        return steps;
    }

    private static List<Kind> deaths(Day.Result calm, long step) {
        return calm.sites().get((int) step - 1) == Site.COMMITTING
                ? List.of(Kind.CRASH, Kind.TORN_CRASH)
                : List.of(Kind.CRASH);
    }

    private static Fault at(long step, Kind kind) {
        return new Fault(0, step, kind, 31 * step);
    }
}
