package io.keentill.device.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.conformance.sample.Combination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FuzzerTest {

    private static final List<byte[]> SEEDS = List.of(new byte[] {1, 2, 3, 4, 5});
    private static final FuzzTarget SAFE = input -> {
        if (Combination.opens(input)) {
            throw new IllegalStateException("open");
        }
        return 0;
    };

    private static Coverage coverage() {
        return Coverage.ofThisProcess(name -> name.endsWith("/sample/Combination"));
    }

    @Test
    void coverageLeadsToWhatReactionsDoNotTell() {
        Fuzzer fuzzer = new Fuzzer("safe", SAFE, SEEDS);
        assertThat(fuzzer.run(1, 1_000_000).reactions()).isEqualTo(1);
        assertThatThrownBy(() -> fuzzer.guidedBy(coverage()).run(1, 1_000_000))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("safe broke")
                .hasMessageContaining("6b1c7a09d7");
    }

    @Test
    void coverageIsCounted() {
        Figures figures = new Fuzzer("safe", input -> Combination.opens(new byte[1]) ? 1 : 0, SEEDS)
                .guidedBy(coverage())
                .run(1, 100);
        assertThat(figures.covered().classes()).isOne();
        assertThat(figures.covered().probes()).isBetween(1, 4);
        assertThat(figures.covered().outOf()).isGreaterThan(8);
    }

    @Test
    void theSameSeedGivesTheSameRunWhateverIsLoadedAlready() {
        Figures[] runs = new Figures[2];
        byte[][] all = new byte[2][];
        for (int i = 0; i < 2; i++) {
            AtomicLong sum = new AtomicLong();
            runs[i] = new Fuzzer(
                            "sum",
                            input -> {
                                Combination.opens(input);
                                return (int) (sum.updateAndGet(it -> it * 31 + Arrays.hashCode(input)) % 1);
                            },
                            SEEDS)
                    .guidedBy(coverage())
                    .run(7, 20_000);
            all[i] = Long.toString(sum.get()).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }
        assertThat(runs[0].bytes()).isEqualTo(runs[1].bytes());
        assertThat(runs[0].corpus()).isEqualTo(runs[1].corpus());
        assertThat(runs[0].covered()).isEqualTo(runs[1].covered());
    }

    @Test
    void onlyRepairedInputsGetPastAChecksum() {
        FuzzTarget checked = input -> {
            if (input.length > 3 && input[0] == 'k' && input[input.length - 1] == sum(input)) {
                throw new IllegalStateException("past it with something new in it");
            }
            return 0;
        };
        Fuzzer fuzzer = new Fuzzer("checked", checked, List.of(new byte[] {'k', 5, 5, 5})).repairing(input -> {
            input[input.length - 1] = sum(input);
            return input;
        });
        assertThatThrownBy(() -> fuzzer.run(1, 100)).hasMessageContaining("checked broke");
    }

    private static byte sum(byte[] input) {
        int sum = 77;
        for (int i = 0; i < input.length - 1; i++) {
            sum = sum * 31 + input[i];
        }
        return (byte) sum;
    }

    @Test
    void aTargetThatNeverComesBackIsReported() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicLong count = new AtomicLong();
        Fuzzer fuzzer = new Fuzzer(
                "loop",
                input -> {
                    while (count.get() >= 10 && never.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return (int) count.incrementAndGet();
                },
                SEEDS);
        try {
            assertThatThrownBy(() -> fuzzer.run(1, 100)).hasMessageContaining("loop hung on");
        } finally {
            never.countDown();
        }
    }

    @Test
    void memoryThatGrowsIsReported() {
        List<byte[]> kept = new ArrayList<>();
        Fuzzer fuzzer = new Fuzzer(
                "leak",
                input -> {
                    kept.add(new byte[1024]);
                    return 0;
                },
                SEEDS);
        assertThatThrownBy(() -> fuzzer.run(1, 40_000)).hasMessageContaining("leak: memory grew");
    }

    @Test
    void theSlowestInputIsToldAtItsBest() {
        AtomicLong count = new AtomicLong();
        Figures figures = new Fuzzer(
                        "slow",
                        input -> {
                            long wait = input.length > 8 ? 3_000_000 : count.incrementAndGet() == 900 ? 80_000_000 : 0;
                            long end = System.nanoTime() + wait;
                            while (System.nanoTime() < end) {
                                Thread.onSpinWait();
                            }
                            return 0;
                        },
                        SEEDS)
                .run(1, 2_000);
        assertThat(figures.slowest())
                .isGreaterThanOrEqualTo(Duration.ofMillis(3))
                .isLessThan(Duration.ofMillis(70));
    }

    @Test
    void aRunEndsWithItsTime() {
        Figures figures =
                new Fuzzer("time", input -> 0, SEEDS).run(1, new Budget(Long.MAX_VALUE, Duration.ofMillis(50)));
        assertThat(figures.inputs()).isPositive();
        assertThat(figures.time()).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }
}
