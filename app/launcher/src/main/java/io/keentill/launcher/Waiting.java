package io.keentill.launcher;

import io.keentill.engine.LocalTill;
import io.keentill.engine.status.TillStatus;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting with an end. */
public final class Waiting {

    private static final long STEP_NANOS = Duration.ofMillis(25).toNanos();

    private Waiting() {}

    /** Waits until {@code done}, at most {@code atMost}; answers whether it is. */
    public static boolean until(Duration atMost, BooleanSupplier done) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return true;
    }

    /** Waits until RevKeen has done its part; gives up at once when it cannot be reached. Answers whether it has. */
    public static boolean forRevKeen(LocalTill till, Duration atMost, BooleanSupplier done) {
        until(atMost, () -> done.getAsBoolean() || isCutOff(till.freshStatus()));
        return done.getAsBoolean();
    }

    /** Waits for a sale to reach RevKeen; gives up at once when RevKeen cannot be reached. */
    public static boolean synced(TillStore store, LocalTill till, String orderId, Duration atMost) {
        return forRevKeen(till, atMost, () -> isSynced(store, orderId));
    }

    /** Waits until nothing is waiting; gives up at once when RevKeen cannot be reached. */
    public static void drained(LocalTill till, Duration atMost) {
        until(atMost, () -> {
            TillStatus status = till.freshStatus();
            return status.connection() != TillStatus.Connection.UNTRIED && (status.waiting() == 0 || isCutOff(status));
        });
    }

    private static boolean isCutOff(TillStatus status) {
        return switch (status.connection()) {
            case NOT_SET_UP, OFFLINE, KEY_REFUSED -> true;
            case UNTRIED, ONLINE -> false;
        };
    }

    private static boolean isSynced(TillStore store, String orderId) {
        try {
            return store.read(view -> {
                var rows = view.outboxOf(orderId);
                return !rows.isEmpty() && rows.stream().allMatch(r -> r.state() == OutboxState.DONE);
            });
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }
}
