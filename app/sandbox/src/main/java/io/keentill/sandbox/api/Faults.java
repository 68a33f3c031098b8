package io.keentill.sandbox.api;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Faults that the next matching requests will suffer, ordered through the admin path. */
public final class Faults {
    /** What can go wrong. */
    public enum Kind {
        /** The answer is late; the request runs all the while. */
        DELAY,
        /** The connection ends before anything is done. */
        DROP_BEFORE_COMMIT,
        /** Everything is done and kept, then the connection ends without an answer. */
        DROP_AFTER_COMMIT,
        /** Everything is done and kept, half of the answer's body arrives. */
        CUT_BODY,
        /** Nothing is done; the given status is answered. */
        STATUS,
        /** Everything is done and kept; the answer's body is no JSON. */
        WRONG_JSON;

        /** The kind that an order names, or null. */
        public static @Nullable Kind named(String text) {
            for (Kind kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /**
     * An order.
     *
     * @param kind what goes wrong
     * @param status the answer of {@link Kind#STATUS}
     * @param delayMillis how late {@link Kind#DELAY} is
     * @param pathPrefix only paths below the base that start like this
     */
    public record Fault(Kind kind, int status, long delayMillis, String pathPrefix) {}

    private final List<Fault> waiting = new CopyOnWriteArrayList<>();

    /** The next {@code count} matching requests suffer {@code fault}. */
    public void order(Fault fault, int count) {
        for (int i = 0; i < count; i++) {
            waiting.add(fault);
        }
    }

    /** Forgets all orders. */
    public void clear() {
        waiting.clear();
    }

    /** Takes the oldest order that this path must suffer, if any. */
    synchronized @Nullable Fault take(String path) {
        for (Iterator<Fault> faults = waiting.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (path.startsWith(fault.pathPrefix())) {
                waiting.remove(fault);
                return fault;
            }
        }
        return null;
    }
}
