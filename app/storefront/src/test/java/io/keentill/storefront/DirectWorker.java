package io.keentill.storefront;

import io.keentill.storefront.work.TillWorker;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does everything at once on the caller's thread; long work waits until {@link #runLong}. */
final class DirectWorker implements TillWorker {

    private Runnable waiting = () -> {};

    @Override
    public <T> void submit(Supplier<T> work, Consumer<? super T> then) {
        then.accept(work.get());
    }

    @Override
    public <T> void look(Supplier<T> work, Consumer<? super T> then) {
        submit(work, then);
    }

    @Override
    public <T> void submitLong(Supplier<T> work, Consumer<? super T> then, Consumer<RuntimeException> failed) {
        waiting = () -> {
            T result;
            try {
                result = work.get();
            } catch (RuntimeException e) {
                failed.accept(e);
                return;
            }
            then.accept(result);
        };
    }

    /** Runs the long work that was asked for last. */
    void runLong() {
        takeLong().run();
    }

    /** The long work that was asked for last, to be run by the test at another time. */
    Runnable takeLong() {
        Runnable work = waiting;
        waiting = () -> {};
        return work;
    }

    @Override
    public void onScreen(Runnable news) {
        news.run();
    }

    @Override
    public boolean isIdle() {
        return true;
    }

    @Override
    public void close() {}
}
