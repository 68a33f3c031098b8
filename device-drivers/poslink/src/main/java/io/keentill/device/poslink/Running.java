package io.keentill.device.poslink;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The attempt that runs now, as other threads see it.
 *
 * @param reference our own
 * @param cancel set once somebody asked to stop
 */
record Running(String reference, AtomicBoolean cancel) {

    Running(String reference) {
        this(reference, new AtomicBoolean());
    }

    boolean cancelled() {
        return cancel.get();
    }
}
