package io.keentill.engine.sync;

import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes of several requests in one commit: those that come while another commit is under way wait for it and then go
 * together, so that many requests side by side do not each wait for the disk. Each write is on the disk when its caller
 * returns. One that fails fails alone: the others of its commit are done again, each by itself.
 */
final class SharedCommits {

    private static final int MOST = 64;

    private final TillStore store;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private final ReentrantLock writing = new ReentrantLock(true);

    SharedCommits(TillStore store) {
        this.store = store;
    }

    /** Carried out under {@link #writing} by whoever has it, so its fields need no guard of their own. */
    private static final class Waiting {
        private final Consumer<Tx> work;
        private boolean done;
        private @Nullable StoreException failed;
        private @Nullable RuntimeException broken;

        Waiting(Consumer<Tx> work) {
            this.work = work;
        }
    }

    /**
     * Carries out {@code work} in a transaction. It may be carried out twice; the first time then leaves no trace.
     *
     * @throws StoreException if it could not be stored
     */
    void write(Consumer<Tx> work) throws StoreException {
        Waiting mine = new Waiting(work);
        synchronized (queue) {
            queue.add(mine);
        }
        writing.lock();
        try {
            while (!mine.done) {
                carryOut(next());
            }
        } finally {
            writing.unlock();
        }
        if (mine.failed != null) {
            throw mine.failed;
        }
        if (mine.broken != null) {
            throw mine.broken;
        }
    }

    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        synchronized (queue) {
            while (!queue.isEmpty() && batch.size() < MOST) {
                batch.add(queue.remove());
            }
        }
        if (batch.isEmpty()) {
            throw new IllegalStateException("A write was lost together with another one that died");
        }
        return batch;
    }

    private void carryOut(List<Waiting> batch) {
        try {
            store.write(tx -> {
                batch.forEach(one -> one.work.accept(tx));
                return batch;
            });
            batch.forEach(one -> one.done = true);
        } catch (StoreException | RuntimeException e) {
            batch.forEach(this::alone);
        }
    }

    private void alone(Waiting one) {
        try {
            store.write(tx -> {
                one.work.accept(tx);
                return one;
            });
        } catch (StoreException e) {
            one.failed = e;
        } catch (RuntimeException e) {
            one.broken = e;
        }
        one.done = true;
    }
}
