package io.keentill.engine.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * As many sales as {@code -Dsim.sales} says, from the seed {@code -Dsim.seed} on, or as many as fit into {@code
 * -Dsim.minutes}. Tells its figures as it goes, and keeps them in {@code target/simulation.txt} or {@code -Dsim.figures}.
 */
@EnabledIfSystemProperty(named = "sim.sales", matches = "\\d+")
class LongSimulationTest {

    private static final int CUSTOMERS = 60;
    private static final long TELL_EVERY = Duration.ofSeconds(30).toNanos();

    @RegisterExtension
    static final SimulatedShop SHOP = new SimulatedShop();

    private final Path figures = Path.of(System.getProperty("sim.figures", "target/simulation.txt"));
    private final long first = Long.getLong("sim.seed", 1_000_000L);
    private final long started = System.nanoTime();
    private final Map<Fault.Kind, Long> kinds = new EnumMap<>(Fault.Kind.class);
    private long told = started;
    private long sales;
    private long returns;
    private long exchanges;
    private long commanded;
    private long atGateway;
    private long holds;
    private long decisions;
    private long days;
    private long steps;
    private long crashes;
    private long faults;

    @Test
    void everyPromiseIsKeptForAsLongAsAskedFor() throws IOException {
        long wanted = Long.getLong("sim.sales");
        Duration longest = Duration.ofMinutes(Long.getLong("sim.minutes", 60L * 24 * 365));
        long seed = first;
        for (; sales < wanted && lasted().compareTo(longest) < 0; seed++) {
            count(play(seed));
            if (System.nanoTime() - told > TELL_EVERY) {
                told = System.nanoTime();
                tell("so far up to seed " + seed, "0 violations");
            }
        }
        tell("ended with seed " + (seed - 1), "0 violations");
    }

    private Day.Result play(long seed) throws IOException {
        try {
            return SHOP.mustHold(SimulatedShop.longDay(seed, CUSTOMERS));
        } catch (AssertionError violation) {
            tell("broken by seed " + seed, "1 violation: " + violation.getMessage());
            throw violation;
        }
    }

    private void count(Day.Result day) {
        days++;
        sales += day.sales();
        returns += day.returns();
        exchanges += day.exchanges();
        commanded += day.commanded();
        atGateway += day.atGateway();
        holds += day.holds();
        decisions += day.decisions();
        steps += day.steps();
        crashes += day.crashes();
        faults += day.faults().size();
        day.faults().forEach(fault -> kinds.merge(fault.kind(), 1L, Long::sum));
    }

    private Duration lasted() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void tell(String where, String how) throws IOException {
        double cpu = ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000.0;
        String line = String.format(
                Locale.ROOT,
                "%,d sales, %,d of them exchanges, %,d holds on cards, %,d decisions of a manager, %,d refunds and voids that RevKeen commanded, %,d without a terminal, and %,d customers who came back on %,d shop days, from seed %d %s: %,d steps, %,d faults, %,d deaths, %s%n"
                        + "  faults: %s%n  %,d s, %,.0f s of a processor, %.0f sales for each of those%n",
                sales,
                exchanges,
                holds,
                decisions,
                commanded,
                atGateway,
                returns,
                days,
                first,
                where,
                steps,
                faults,
                crashes,
                how,
                kinds.entrySet().stream()
                        .map(kind -> kind.getKey() + " " + kind.getValue())
                        .collect(Collectors.joining(", ")),
                lasted().toSeconds(),
                cpu,
                sales / Math.max(1e-9, cpu));
        System.out.print(line);
        System.out.flush();
        Files.createDirectories(figures.toAbsolutePath().getParent());
        Files.writeString(figures, line);
    }
}
