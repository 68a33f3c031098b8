package io.keentill.storefront.work;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the screen's thread free: work on the till runs elsewhere, what comes of it arrives on the screen's thread.
 */
public interface TillWorker extends AutoCloseable {

    /**
     * Runs {@code work} after everything submitted before it and hands its result to {@code then} on the screen's
     * thread. Trouble is told by the worker's own failure handler.
     */
    <T> void submit(Supplier<T> work, Consumer<? super T> then);

    /**
     * Runs a question that changes nothing, beside the queue and after the questions before it: a scan does not wait for the
     * search that its first figures set off. Trouble is told by the worker's own failure handler.
     */
    <T> void look(Supplier<T> work, Consumer<? super T> then);

    /**
     * Runs {@code work} beside the queue, for what may take minutes. Exactly one of {@code then} and {@code failed} is
     * called, on the screen's thread.
     */
    <T> void submitLong(Supplier<T> work, Consumer<? super T> then, Consumer<RuntimeException> failed);

    /**
     * Runs this on the screen's thread soon, after what is under way there: what long work has to tell while it goes on, or
     * what need not be done for each of many keys.
     */
    void onScreen(Runnable news);

    /** Whether queue and questions are empty and every result has arrived; work beside the queue does not count. */
    boolean isIdle();

    /** Takes no more work and lets what was begun end. */
    @Override
    void close();
}
