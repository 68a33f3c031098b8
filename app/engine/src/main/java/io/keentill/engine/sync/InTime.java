package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.engine.Waits;
import io.keentill.store.StoreException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Questions to RevKeen for which a customer waits: nobody is kept longer than five seconds. */
final class InTime {

    /** So long at most. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(InTime.class.getName());

    private InTime() {}

    /** What is asked. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws StoreException;
    }

    /**
     * Asks on a thread of its own, so that an answer that comes too late still does what it does.
     *
     * @param thread what that thread is called
     * @param late what is answered if RevKeen does not in time
     * @param broken what is answered if the question fails, from the words about it
     */
    static <T> T ask(Waits waits, String thread, T late, Function<Sentence, T> broken, Question<T> question) {
        AtomicReference<T> answer = new AtomicReference<>(late);
        Semaphore done = new Semaphore(0);
        Thread.ofVirtual().name(thread).start(() -> {
            try {
                answer.set(question.ask());
            } catch (StoreException | RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "RevKeen could not be asked (" + thread + ")", e);
                answer.set(broken.apply(ApiWords.by(e)));
            } finally {
                done.release();
            }
        });
        try {
            waits.acquire(done, LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Objects.requireNonNull(answer.get());
    }
}
