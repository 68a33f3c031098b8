package io.keentill.engine.account;

import io.keentill.domain.text.Sentence;
import java.util.List;

/**
 * What RevKeen tells of a customer, or why it does not.
 *
 * @param <T> one of what was asked for
 */
public sealed interface Seen<T> {

    /**
     * Told just now.
     *
     * @param more whether there may be older ones that were not asked for
     */
    record Told<T>(List<T> items, boolean more) implements Seen<T> {

        /** Copies the list. */
        public Told {
            items = List.copyOf(items);
        }
    }

    /** RevKeen cannot be reached, or does not answer in time: nothing is known. */
    record NotReachable<T>() implements Seen<T> {}

    /** RevKeen answers that it does not tell; the sentence says why and what to do. */
    record Refused<T>(Sentence why) implements Seen<T> {}
}
