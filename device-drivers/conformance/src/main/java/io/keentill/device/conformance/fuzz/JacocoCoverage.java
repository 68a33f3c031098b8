package io.keentill.device.conformance.fuzz;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Coverage as the JaCoCo agent notes it: an array of flags for each class, which the class itself sets as it runs. The
 * agent has no way to read them cheaply, so they are taken from its store, once for each class that comes to run.
 */
final class JacocoCoverage implements Coverage {

    /** Where the agent puts its store for the classes that it changed. */
    private static final String HOOK = "java.lang.$JaCoCo";

    private final Object store;
    private final Map<?, ?> entries;
    private final Predicate<String> counts;
    private final Set<Object> known = new HashSet<>();
    private final List<Probes> classes = new ArrayList<>();

    private JacocoCoverage(Object store, Map<?, ?> entries, Predicate<String> counts) {
        this.store = store;
        this.entries = entries;
        this.counts = counts;
    }

    /** That of the agent in this process; empty if there is none. */
    static Optional<JacocoCoverage> attached(Predicate<String> counts) {
        Class<?> hook;
        try {
            hook = Class.forName(HOOK);
        } catch (ClassNotFoundException withoutAgent) {
            return Optional.empty();
        }
        try {
            Object data = hook.getField("data").get(null);
            Object store = inside(data, "store");
            return Optional.of(new JacocoCoverage(store, (Map<?, ?>) inside(store, "entries"), counts));
        } catch (ReflectiveOperationException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void begin() {
        learn();
        for (Probes one : classes) {
            one.forget();
        }
    }

    @Override
    public long reached() {
        learn();
        long set = 0;
        for (Probes one : classes) {
            set += one.reached();
        }
        return set;
    }

    @Override
    public boolean keep() {
        boolean fresh = false;
        for (Probes one : classes) {
            fresh |= one.keep();
        }
        return fresh;
    }

    @Override
    public Covered covered() {
        int probes = 0;
        int outOf = 0;
        int count = 0;
        for (Probes one : classes) {
            if (one.covered > 0) {
                probes += one.covered;
                outOf += one.passed.length;
                count++;
            }
        }
        return new Covered(probes, outOf, count);
    }

    /** Takes in the classes that have come to run since the last time. */
    private void learn() {
        if (entries.size() == known.size()) {
            return;
        }
        // The agent guards its store by itself.
        synchronized (store) {
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                if (known.add(entry.getKey())) {
                    add(entry.getValue());
                }
            }
        }
    }

    private void add(Object executionData) {
        try {
            Class<?> type = executionData.getClass();
            String name = (String) type.getMethod("getName").invoke(executionData);
            if (counts.test(name)) {
                boolean[] passed = (boolean[]) type.getMethod("getProbes").invoke(executionData);
                classes.add(new Probes(name.hashCode(), passed));
            }
        } catch (ReflectiveOperationException e) {
            throw unreadable(e);
        }
    }

    private static Object inside(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }

    private static IllegalStateException unreadable(ReflectiveOperationException e) {
        return new IllegalStateException(
                "This JaCoCo agent keeps its flags elsewhere; attach the one of the root pom", e);
    }

    /** The flags of one class. */
    private static final class Probes {

        private static final long STEP = 0x9E3779B97F4A7C15L;

        private final long seed;
        /** Set by the class as it runs. */
        private final boolean[] passed;

        private final boolean[] ever;
        private final boolean[] none;
        private int covered;

        Probes(int name, boolean[] passed) {
            this.seed = name * STEP;
            this.passed = passed;
            this.ever = new boolean[passed.length];
            this.none = new boolean[passed.length];
        }

        void forget() {
            Arrays.fill(passed, false);
        }

        /** The sum of a number of its own for each probe passed. */
        long reached() {
            // Most classes are not touched by most inputs, and this comparison takes many flags at a time.
            if (Arrays.equals(passed, none)) {
                return 0;
            }
            long set = 0;
            for (int i = 0; i < passed.length; i++) {
                if (passed[i]) {
                    set += Mix.of(seed + i);
                }
            }
            return set;
        }

        boolean keep() {
            int before = covered;
            for (int i = 0; i < passed.length; i++) {
                if (passed[i] && !ever[i]) {
                    ever[i] = true;
                    covered++;
                }
            }
            return covered > before;
        }
    }
}
