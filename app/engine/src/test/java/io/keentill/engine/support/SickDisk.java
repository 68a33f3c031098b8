package io.keentill.engine.support;

import io.keentill.store.StoreException;
import io.keentill.store.TillStore;

/** A disk that runs full: while it is, every write of the store fails in its middle, and reads go on. */
public final class SickDisk {

    private static final StackWalker STACK = StackWalker.getInstance();

    private SickDisk() {}

    /** From now on nothing is written. */
    public static void fillUp(TestClock clock) {
        clock.onLook(() -> {
            boolean writing =
                    STACK.walk(frames -> frames.anyMatch(f -> f.getClassName().equals(TillStore.class.getName())
                            && f.getMethodName().equals("write")));
            if (writing) {
                SickDisk.<RuntimeException>fail(new StoreException(
                        StoreException.Kind.DISK_FULL, "The disk is full, so nothing was saved.", null));
            }
        });
    }

    /** Somebody freed some space. */
    public static void freeSpace(TestClock clock) {
        clock.onLook(() -> {});
    }

    /** Throws past the compiler what only the store itself may throw there. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void fail(Throwable failure) throws E {
        throw (E) failure;
    }
}
