package io.keentill.engine.setup;

import java.net.URI;
import java.util.Currency;

/** A RevKeen to train on, on this machine alone. */
public interface Training {

    /**
     * Where it is.
     *
     * @param api base URL
     * @param key for it; good for nothing else
     */
    record Place(URI api, String key) {}

    /**
     * Starts it, or tells where it runs already.
     *
     * @param currency of the sample goods, where it holds none yet
     * @throws IllegalStateException with a message for people if it cannot start
     */
    Place start(Currency currency);
}
