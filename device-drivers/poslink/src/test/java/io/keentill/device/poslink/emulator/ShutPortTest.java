package io.keentill.device.poslink.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.poslink.kit.Bench;
import io.keentill.device.poslink.kit.Bench.Way;
import io.keentill.device.terminal.TerminalStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A machine so busy that the emulator's own threads get no turn while it is being switched off. */
@Timeout(30)
class ShutPortTest {

    @ParameterizedTest
    @EnumSource(names = {"TCP", "HTTP"})
    void aTerminalThatIsOffAnswersNobody(Way way) throws Exception {
        try (Bench bench = Bench.open(way)) {
            assertThat(bench.terminal.status().state()).isEqualTo(TerminalStatus.State.READY);
            CompletableFuture<TerminalStatus> asked;
            try (Busy ignored = new Busy()) {
                Thread closing = Thread.ofPlatform().start(bench.emulator::close);
                // Either it is closed at once, or it waits for its own threads.
                while (closing.isAlive() && closing.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
                int before = bench.trace.size();
                asked = CompletableFuture.supplyAsync(
                        bench.terminal::status, platform -> Thread.ofPlatform().start(platform));
                while (bench.trace.size() == before && !asked.isDone()) {
                    Thread.onSpinWait();
                }
            }
            assertThat(asked.get(10, TimeUnit.SECONDS).state()).isEqualTo(TerminalStatus.State.UNREACHABLE);
        }
    }

    /** Takes every carrier of virtual threads until it is closed. */
    private static final class Busy implements AutoCloseable {

        private final AtomicBoolean over = new AtomicBoolean();
        private final int carriers = Runtime.getRuntime().availableProcessors();
        private final CountDownLatch taken = new CountDownLatch(carriers);

        Busy() throws InterruptedException {
            for (int i = 0; i < carriers; i++) {
                Thread.ofVirtual().start(() -> {
                    taken.countDown();
                    while (!over.get()) {
                        Thread.onSpinWait();
                    }
                });
            }
            assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() {
            over.set(true);
        }
    }
}
