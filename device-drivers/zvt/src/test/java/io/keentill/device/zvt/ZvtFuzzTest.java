package io.keentill.device.zvt;

import io.keentill.device.conformance.fuzz.FuzzRun;
import io.keentill.device.conformance.fuzz.Fuzzer;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mutated messages into everything that takes bytes from strangers. */
class ZvtFuzzTest {

    static Stream<Fuzzer> targets() {
        return ZvtFuzzTargets.all().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothingBreaksOnNonsense(Fuzzer fuzzer) throws IOException {
        FuzzRun.of("zvt", fuzzer, 50_000);
    }
}
