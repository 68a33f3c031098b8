package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.revkeen.RetryPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What this till's key may not do. A 403 holds back the kind of request that was refused and nothing else; from time to
 * time one request of that kind finds out whether the permission is there by now. A row that is refused while others of
 * its kind are taken lacks no permission: it is a task of its own. Times are nanoseconds of {@link io.keentill.engine.Waits#nanos}.
 */
final class ScopeGates {

    /** What a refused row is to do. */
    sealed interface Denial {
        /** The kind is held; this row is not the one to try first once it opens. */
        record Wait(Duration time) implements Denial {}

        /** It is this row alone. */
        record Task() implements Denial {}
    }

    private record Gate(Sentence why, int denials, long opensAt, boolean probing) {}

    private static final RetryPolicy BACK_OFF =
            new RetryPolicy(1, Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ZERO);

    private final RandomGenerator random;
    private final Map<String, Gate> gates = new TreeMap<>();
    private final Map<String, Long> taken = new HashMap<>();
    private final Map<Long, Long> takenWhenDenied = new HashMap<>();

    ScopeGates(RandomGenerator random) {
        this.random = random;
    }

    /** Kinds that wait now. */
    synchronized Set<String> held(long nanos) {
        return gates.entrySet().stream()
                .filter(gate -> gate.getValue().probing() || gate.getValue().opensAt() - nanos > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How long until one that is held opens; empty if none waits for a time. */
    synchronized Optional<Duration> untilNext(long nanos) {
        return gates.values().stream()
                .filter(gate -> !gate.probing() && gate.opensAt() - nanos > 0)
                .map(gate -> Duration.ofNanos(gate.opensAt() - nanos))
                .min(Duration::compareTo);
    }

    /** One of this kind leaves; where the kind is gated it is the only one until it is answered. */
    synchronized void leaving(String kind) {
        gates.computeIfPresent(kind, (k, gate) -> new Gate(gate.why(), gate.denials(), gate.opensAt(), true));
    }

    /** RevKeen took one of this kind. */
    synchronized void taken(String kind, long rowId) {
        gates.remove(kind);
        takenWhenDenied.remove(rowId);
        taken.merge(kind, 1L, Long::sum);
    }

    /** What came back says nothing about permissions. */
    synchronized void unclear(String kind) {
        gates.computeIfPresent(kind, (k, gate) -> new Gate(gate.why(), gate.denials(), gate.opensAt(), false));
    }

    /** RevKeen refused this row for want of a permission. */
    synchronized Denial denied(String kind, long rowId, Sentence why, long nanos) {
        long takenSoFar = taken.getOrDefault(kind, 0L);
        Long before = takenWhenDenied.put(rowId, takenSoFar);
        if (before != null && takenSoFar > before) {
            takenWhenDenied.remove(rowId);
            unclear(kind);
            return new Denial.Task();
        }
        Gate gate = gates.get(kind);
        int denials = gate == null ? 1 : gate.denials() + 1;
        Duration wait = BACK_OFF.base().plus(BACK_OFF.wait(denials, random));
        gates.put(kind, new Gate(why, denials, nanos + wait.toNanos(), false));
        return new Denial.Wait(wait.multipliedBy(2));
    }

    /** Somebody says that the permission is there now: every gate lets one through. */
    synchronized void tryNow(long nanos) {
        gates.replaceAll((kind, gate) -> new Gate(gate.why(), gate.denials(), nanos, gate.probing()));
    }

    /** What waits and why, in one line for people; empty if nothing does. */
    synchronized Sentence words() {
        return gates.entrySet().stream()
                .map(gate -> Sentence.of(
                        "sync.waiting-for-a-permission",
                        "Waiting for a permission ({0}): {1}",
                        gate.getKey(),
                        gate.getValue().why()))
                .reduce(Sentence.quoted(""), Sentence::then);
    }
}
