package io.keentill.engine.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.QueryAnswer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What a terminal answers about an earlier payment, but not before the test says so: it is slow, or away for long. */
public final class HeldAnswer implements Function<PastAttempt, QueryAnswer> {

    private static final long LONGEST_SECONDS = 30;

    private final QueryAnswer answer;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch given = new CountDownLatch(1);

    /** Answers like this in the end. */
    public HeldAnswer(QueryAnswer answer) {
        this.answer = answer;
    }

    @Override
    public QueryAnswer apply(PastAttempt past) {
        asked.countDown();
        try {
            assertThat(given.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever asked was closed meanwhile
        }
        return answer;
    }

    /** Returns when somebody asks. */
    public void awaitQuestion() throws InterruptedException {
        assertThat(asked.await(LONGEST_SECONDS, TimeUnit.SECONDS))
                .as("somebody asks")
                .isTrue();
    }

    /** From now on it is answered, that question and each one after it. */
    public void give() {
        given.countDown();
    }
}
