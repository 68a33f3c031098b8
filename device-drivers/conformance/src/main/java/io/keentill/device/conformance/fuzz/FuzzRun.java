package io.keentill.device.conformance.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run over a target as a build makes it: as many inputs as {@code -Dfuzz.inputs=N} says, from the seed {@code
 * -Dfuzz.seed=N}, with its figures in {@code target/fuzz}.
 */
public final class FuzzRun {

    private static final long SEED = 20261124;

    private FuzzRun() {}

    /**
     * Runs and reports.
     *
     * @param family names the report
     * @param inputs unless the property says otherwise
     * @throws AssertionError if the target broke, or if it reacted to everything alike, which would prove nothing
     */
    public static Fuzzer.Figures of(String family, Fuzzer fuzzer, long inputs) throws IOException {
        Fuzzer.Figures figures = fuzzer.run(Long.getLong("fuzz.seed", SEED), Long.getLong("fuzz.inputs", inputs));
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
}
