package io.keentill.device.conformance.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * One run over a target as a build makes it: as many inputs as {@code -Dfuzz.inputs=N} says, or as many seconds as {@code
 * -Dfuzz.seconds=N}, from the seed {@code -Dfuzz.seed=N}; only targets that have {@code -Dfuzz.only=TEXT} in their names.
 * Guided by coverage if the JaCoCo agent is attached, with its figures in {@code target/fuzz}.
 */
public final class FuzzRun {

    private static final long SEED = 20261124;
    private static final Path TESTS = Path.of("target/test-classes");

    private FuzzRun() {}

    /**
     * Runs and reports.
     *
     * @param family names the report
     * @param inputs unless the properties say otherwise; as many times fewer as one costs more
     * @throws AssertionError if the target broke, or if it reacted to everything alike, which would prove nothing
     */
    public static Figures of(String family, Fuzzer fuzzer, long inputs) throws IOException {
        Assumptions.assumeTrue(fuzzer.toString().contains(System.getProperty("fuzz.only", "")), "not asked for");
        // The class files of tests are on the class path of this process, and are not what is tested.
        Coverage coverage = Coverage.ofThisProcess(name -> !Files.exists(TESTS.resolve(name + ".class")));
        Figures figures =
                fuzzer.guidedBy(coverage).run(Long.getLong("fuzz.seed", SEED), budget(inputs / fuzzer.cost()));
        if (figures.reactions() <= 5) {
            throw new AssertionError("Nonsense never reached deep enough: " + figures);
        }
        Path report = Files.createDirectories(Path.of("target/fuzz")).resolve(family + ".txt");
        List<String> lines = new ArrayList<>(Files.exists(report) ? Files.readAllLines(report) : List.of());
        lines.removeIf(line -> line.startsWith(figures.name() + ":"));
        lines.add(figures.toString());
        Files.write(report, lines);
        return figures;
    }

    private static Budget budget(long inputs) {
        Long seconds = Long.getLong("fuzz.seconds");
        return seconds == null
                ? Budget.inputs(Long.getLong("fuzz.inputs", inputs))
                : new Budget(Long.getLong("fuzz.inputs", Long.MAX_VALUE), Duration.ofSeconds(seconds));
    }
}
