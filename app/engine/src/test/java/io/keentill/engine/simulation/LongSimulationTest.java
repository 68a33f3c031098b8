package io.keentill.engine.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * As many sales as {@code -Dsim.sales} says, from the seed {@code -Dsim.seed} on, or as many as fit into {@code
 * -Dsim.minutes}. Writes its figures to {@code target/simulation.txt} as it goes.
 */
@EnabledIfSystemProperty(named = "sim.sales", matches = "\\d+")
class LongSimulationTest {

    private static final int CUSTOMERS = 60;
    private static final long TELL_EVERY = 10;

    @RegisterExtension
    static final SimulatedShop SHOP = new SimulatedShop();

    private final Path figures = Path.of(System.getProperty("sim.figures", "target/simulation.txt"));
    private final long started = System.nanoTime();
    private long sales;
    private long days;
    private long steps;
    private long crashes;
    private long faults;

    @Test
    void everyPromiseIsKeptForAsLongAsAskedFor() throws IOException {
        long wanted = Long.getLong("sim.sales");
        Duration longest = Duration.ofMinutes(Long.getLong("sim.minutes", 60L * 24 * 365));
        for (long seed = Long.getLong("sim.seed", 1_000_000L);
                sales < wanted && lasted().compareTo(longest) < 0;
                seed++) {
            Day.Result day = SHOP.mustHold(SimulatedShop.longDay(seed, CUSTOMERS));
            days++;
            sales += day.sales();
            steps += day.steps();
            crashes += day.crashes();
            faults += day.faults().size();
            if (days % TELL_EVERY == 0) {
                tell(seed);
            }
        }
        tell(-1);
    }

    private Duration lasted() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void tell(long seed) throws IOException {
        Files.createDirectories(figures.toAbsolutePath().getParent());
        Files.writeString(
                figures,
                String.format(
                        Locale.ROOT,
                        "%,d sales, %,d shop days, %,d steps, %,d faults, %,d of them crashes, 0 violations, %d s, %.0f sales/s%s%n",
                        sales,
                        days,
                        steps,
                        faults,
                        crashes,
                        lasted().toSeconds(),
                        sales / Math.max(1e-9, lasted().toNanos() / 1e9),
                        seed < 0 ? ", ended" : ", up to seed " + seed));
    }
}
