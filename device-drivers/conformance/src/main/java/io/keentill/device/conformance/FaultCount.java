package io.keentill.device.conformance;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * In how many scenarios of a group the fault happened: faults that never happen prove nothing. A scenario counts once it is
 * over; one in which the driver was only too careful is played again, and the fault may happen then.
 */
final class FaultCount {

    private static final long LOOK_NANOS = 50_000_000;

    private final AtomicInteger happened = new AtomicInteger();
    private final Set<Object> begun = ConcurrentHashMap.newKeySet();
    private final Set<Object> over = ConcurrentHashMap.newKeySet();

    /** The fault of a scenario happened. */
    void happen() {
        happened.incrementAndGet();
    }

    /** The scenario as one of this group. */
    Scenario of(Scenario one) {
        Object key = new Object();
        AtomicInteger careful = new AtomicInteger();
        begun.add(key);
        return new Scenario(one.group(), one.name(), () -> {
            boolean again = false;
            try {
                one.body().run();
            } catch (Hesitation e) {
                again = careful.incrementAndGet() < ConformanceRun.TRIES;
                throw e;
            } finally {
                if (!again) {
                    over.add(key);
                }
            }
        });
    }

    /** Whether every scenario of the group is over. */
    boolean isComplete() {
        return over.size() == begun.size();
    }

    /** Waits until the group is complete; an error unless the fault happened in three of four. */
    void check() {
        while (!isComplete()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        PlainScenarios.require(
                happened.get() * 4 >= begun.size() * 3,
                "the fault happened in " + happened + " of " + begun.size() + " scenarios only");
    }
}
