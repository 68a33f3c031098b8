package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.conformance.fuzz.Fuzzer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutated messages into everything that parses: a short seeded run in every build, any number with {@code
 * -Dfuzz.inputs=N}, another sequence with {@code -Dfuzz.seed=N}.
 */
class ZvtFuzzTest {

    private static final long INPUTS = Long.getLong("fuzz.inputs", 100_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20261124);

    static Stream<Fuzzer> targets() {
        return ZvtFuzzTargets.all().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothingBreaksOnNonsense(Fuzzer fuzzer) throws Exception {
        Fuzzer.Figures figures = fuzzer.run(SEED, INPUTS);
        assertThat(figures.reactions()).as(figures.toString()).isGreaterThan(5);
        Path folder = Files.createDirectories(Path.of("target/fuzz"));
        Path report = folder.resolve("zvt.txt");
        List<String> lines = new ArrayList<>(Files.exists(report) ? Files.readAllLines(report) : List.of());
        lines.removeIf(line -> line.startsWith(figures.name() + ":"));
        lines.add(figures.toString());
        Files.write(report, lines);
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        Fuzzer.Figures one = ZvtFuzzTargets.all().getFirst().run(7, 5_000);
        Fuzzer.Figures two = ZvtFuzzTargets.all().getFirst().run(7, 5_000);
        assertThat(one.bytes()).isEqualTo(two.bytes());
        assertThat(one.reactions()).isEqualTo(two.reactions());
    }
}
