package io.keentill.sandbox.data;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One unit of writing on its way through the writer: what to do, and what came of it once that is on disk. */
final class Job<T> {
    private final Function<Tx, T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;
    private @Nullable Tx tx;

    Job(Function<Tx, T> work) {
        this.work = work;
    }

    /** Does the work; what it throws is kept for {@link #settle}. Whether it may be committed. */
    boolean run(Tx running) {
        tx = running;
        try {
            result = work.apply(running);
            return true;
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
            return false;
        }
    }

    /** The commit of everything around this job is on disk: its result, or what it threw, may be told. */
    void settle() {
        if (failure == null) {
            done.complete(result);
        } else {
            done.completeExceptionally(failure);
        }
    }

    /** The commit failed: whatever the job did is undone. */
    void fail(RuntimeException why) {
        done.completeExceptionally(failure == null ? why : failure);
    }

    /** Waits until it is settled, then runs what was to run after the commit. */
    T await() {
        T value;
        try {
            value = done.join();
        } catch (CompletionException failed) {
            throw rethrown(failed);
        }
        if (tx != null) {
            tx.runAfterCommit();
        }
        return value;
    }

    private static RuntimeException rethrown(CompletionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : failed;
    }
}
