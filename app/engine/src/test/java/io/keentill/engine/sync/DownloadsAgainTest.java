package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.engine.Waits;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Somebody presses "read again" at any moment. */
class DownloadsAgainTest {

    private static final Downloads.Turns ALWAYS = new Downloads.Turns() {
        @Override
        public OptionalLong spare(boolean urgent) {
            return OptionalLong.of(1);
        }

        @Override
        public void answered(long token, Answer answer) {}
    };

    /** A list that is read in one step and then not for an hour; its first step waits for the test. */
    private static final class OneStep implements Feed {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CountDownLatch again = new CountDownLatch(2);
        private final AtomicInteger steps = new AtomicInteger();

        @Override
        public String name() {
            return "one";
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public Step step() {
            steps.incrementAndGet();
            again.countDown();
            begun.countDown();
            await(goOn);
            return new Step(new Answer.Accepted(200, ""), true);
        }
    }

    @Test
    void whatIsBeingReadWhenSomebodyWantsItAnewIsReadOnceMore() throws Exception {
        OneStep feed = new OneStep();
        try (Downloads downloads = new Downloads(List.of(feed), ALWAYS, Waits.REAL)) {
            downloads.start();
            await(feed.begun);
            downloads.now();
            feed.goOn.countDown();
            await(feed.again);
        }
        assertThat(feed.steps).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
