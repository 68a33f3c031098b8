package io.keentill.storefront.work;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One thread for the queue, so that scans keep their order, one for questions, and one more for each long job. Threads are
 * daemons: closing the window never waits for a terminal, the engine's own close does that.
 */
public final class ThreadedWorker implements TillWorker {

    private static final System.Logger LOG = System.getLogger(ThreadedWorker.class.getName());

    private final ExecutorService queue = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("storefront-till").factory());
    private final ExecutorService questions = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("storefront-look").factory());
    private final ExecutorService beside = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("storefront-card-", 0).factory());
    private final AtomicInteger pending = new AtomicInteger();
    private final Executor screen;
    private final Consumer<RuntimeException> trouble;

    /** Results and trouble arrive through {@code screen}, in production {@code Platform::runLater}. */
    public ThreadedWorker(Executor screen, Consumer<RuntimeException> trouble) {
        this.screen = screen;
        this.trouble = trouble;
    }

    @Override
    public <T> void submit(Supplier<T> work, Consumer<? super T> then) {
        submit(queue, work, then);
    }

    @Override
    public <T> void look(Supplier<T> work, Consumer<? super T> then) {
        submit(questions, work, then);
    }

    private <T> void submit(ExecutorService where, Supplier<T> work, Consumer<? super T> then) {
        pending.incrementAndGet();
        where.execute(() -> finish(() -> deliver(work, then, trouble)));
    }

    @Override
    public <T> void submitLong(Supplier<T> work, Consumer<? super T> then, Consumer<RuntimeException> failed) {
        beside.execute(() -> screen.execute(deliver(work, then, failed)));
    }

    @Override
    public void onScreen(Runnable news) {
        pending.incrementAndGet();
        arrive(news);
    }

    private void finish(Supplier<Runnable> job) {
        arrive(job.get());
    }

    /** Whatever the result does on the screen, a submission is over after it. */
    private void arrive(Runnable result) {
        screen.execute(() -> {
            try {
                result.run();
            } finally {
                pending.decrementAndGet();
            }
        });
    }

    private static <T> Runnable deliver(Supplier<T> work, Consumer<? super T> then, Consumer<RuntimeException> failed) {
        try {
            T result = work.get();
            return () -> then.accept(result);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The till could not do what the screen asked", e);
            return () -> failed.accept(e);
        }
    }

    @Override
    public boolean isIdle() {
        return pending.get() == 0;
    }

    @Override
    public void close() {
        queue.shutdown();
        questions.shutdown();
        beside.shutdown();
    }
}
