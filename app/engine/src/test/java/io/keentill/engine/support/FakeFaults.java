package io.keentill.engine.support;

import io.keentill.engine.support.HttpPeer.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What goes wrong with the next requests that fit. */
final class FakeFaults {

    /**
     * One of them.
     *
     * @param status what it is refused with; zero if the connection suffers instead
     * @param last whether nothing arrives after it
     */
    record Trap(
            Predicate<Request> when,
            FakeRevKeen.Fault fault,
            int status,
            String body,
            String[] headers,
            int[] left,
            boolean last) {}

    private final List<Trap> traps = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    void add(int times, Predicate<Request> when, FakeRevKeen.Fault fault, int status, String body, String... headers) {
        traps.add(new Trap(when, fault, status, body, headers, new int[] {times}, false));
    }

    void addLast(Predicate<Request> when, FakeRevKeen.Fault fault) {
        traps.add(new Trap(when, fault, 0, "", new String[0], new int[] {1}, true));
    }

    /** Whether the network has gone away. */
    boolean away() {
        return away;
    }

    void comeBack() {
        away = false;
    }

    void clear() {
        traps.clear();
    }

    /** The one that this request falls into, used up by one; null if there is none. */
    synchronized Trap of(Request request) {
        for (Trap trap : traps) {
            if (trap.left()[0] > 0 && trap.when().test(request)) {
                trap.left()[0]--;
                away |= trap.last();
                return trap;
            }
        }
        return null;
    }
}
