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
        /** Nothing is done; the given status is answered and not kept for an idempotency key. 429 says when to return. */
        STATUS,
        /** Everything is done; the given status is answered and kept for the key, as after a gateway call (A.5). */
        STATUS_AFTER_COMMIT,
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
     * @param retryAfter seconds that an ordered 429 asks to wait
     * @param method only requests of this method, null for all
     * @param pathPrefix only paths below the base that start like this
     */
    public record Fault(
            Kind kind,
            int status,
            long delayMillis,
            long retryAfter,
            @Nullable String method,
            String pathPrefix) {
        boolean strikes(ApiRequest request) {
            return (method == null || method.equals(request.method()))
                    && request.path().startsWith(pathPrefix);
        }
    }

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

    /** Takes the oldest order that this request must suffer, if any. */
    synchronized @Nullable Fault take(ApiRequest request) {
        if (waiting.isEmpty()) {
            return null;
        }
        for (Iterator<Fault> faults = waiting.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (fault.strikes(request)) {
                waiting.remove(fault);
                return fault;
            }
        }
        return null;
    }
}
