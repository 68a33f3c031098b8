package io.keentill.sandbox.data;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who wants to hear of which kind of commit. */
final class Signals {
    /** Nobody hears anything. */
    static final Signals NONE = new Signals();

    private final Map<String, Runnable> listeners = new ConcurrentHashMap<>();

    void listen(String signal, Runnable listener) {
        listeners.put(signal, listener);
    }

    void send(String signal) {
        Runnable listener = listeners.get(signal);
        if (listener != null) {
            listener.run();
        }
    }
}
