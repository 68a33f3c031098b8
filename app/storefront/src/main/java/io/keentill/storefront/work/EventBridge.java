package io.keentill.storefront.work;

import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The one place where engine events become calls on the screen's thread, in the sequence in which they happened. */
public final class EventBridge implements AutoCloseable {

    private final List<Consumer<TillEvent>> listeners = new ArrayList<>();
    private final TillEvents.Subscription subscription;

    /** Hears {@code events} and passes them on through {@code screen}. */
    public EventBridge(TillEvents events, Executor screen) {
        subscription = events.subscribe(event -> screen.execute(() -> pass(event)));
    }

    /** Calls {@code listener} on the screen's thread for each event of this kind. Call before events can come. */
    public <E extends TillEvent> void on(Class<E> kind, Consumer<E> listener) {
        listeners.add(event -> {
            if (kind.isInstance(event)) {
                listener.accept(kind.cast(event));
            }
        });
    }

    private void pass(TillEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    @Override
    public void close() {
        subscription.close();
    }
}
