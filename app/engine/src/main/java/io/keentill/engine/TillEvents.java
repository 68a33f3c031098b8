package io.keentill.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells listeners what happened, on the thread on which it happened and after it was stored. Listeners return at once;
 * one that throws does not keep the others, or the sale, from going on.
 */
public final class TillEvents {

    private static final System.Logger LOG = System.getLogger(TillEvents.class.getName());

    private final List<Consumer<TillEvent>> listeners = new CopyOnWriteArrayList<>();

    /** Calls {@code listener} for every event until the returned handle is closed. */
    public Subscription subscribe(Consumer<TillEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Tells everybody. */
    public void publish(TillEvent event) {
        for (Consumer<TillEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "A listener failed on " + event.getClass().getSimpleName(),
                        e);
            }
        }
    }

    /** Ends a subscription. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
