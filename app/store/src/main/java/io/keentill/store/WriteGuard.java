package io.keentill.store;

import org.jspecify.annotations.Nullable;

/**
 * Stands around every write of a store. It sees the two moments that durability is about: the one right before a commit
 * and the one right after it, before the caller learns of it. A simulation stops the till there, or fills its disk.
 */
public interface WriteGuard {

    /** Lets everything through. */
    WriteGuard NONE = new WriteGuard() {};

    /**
     * Runs {@code work} inside of the transaction; on return it is committed. May hand over another view of {@code tx}.
     *
     * @throws StoreException if it refuses the write, of which nothing is kept then
     */
    default <T extends @Nullable Object> T around(Tx tx, TillStore.Work<T> work) throws StoreException {
        return work.run(tx);
    }

    /** A write is on the disk. What is thrown here reaches its caller, and the write stays. */
    default void committed() {}
}
