package io.keentill.bench;

import io.keentill.store.StoreException;
import io.keentill.store.TillStore.Work;
import io.keentill.store.Tx;
import io.keentill.store.WriteGuard;
import org.jspecify.annotations.Nullable;

/** How long the last write of a store took from its last statement until it was on the disk. Of one writing thread. */
final class CommitWatch implements WriteGuard {

    private long worked;
    private long last;

    @Override
    public <T extends @Nullable Object> T around(Tx tx, Work<T> work) throws StoreException {
        T result = work.run(tx);
        worked = System.nanoTime();
        return result;
    }

    @Override
    public void committed() {
        last = System.nanoTime() - worked;
    }

    /** In nanoseconds. */
    long lastNanos() {
        return last;
    }
}
