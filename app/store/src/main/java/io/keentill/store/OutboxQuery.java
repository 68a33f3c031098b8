package io.keentill.store;

import java.time.Instant;
import java.util.Set;

/**
 * Which rows of the outbox may be sent.
 *
 * @param now rows whose time has come by then; a row that would wait for more than a quarter of an hour longer was dated
 *     by a clock that has been put back since, and counts as due
 * @param after ids above this one
 * @param upTo ids up to and with this one
 * @param heldKinds kinds that cannot go now; in the engine's words: letters, digits and underscores
 * @param limit how many at most, zero or above
 */
public record OutboxQuery(Instant now, long after, long upTo, Set<String> heldKinds, int limit) {

    /** Copies the kinds and refuses words that are none. */
    public OutboxQuery {
        heldKinds = Set.copyOf(heldKinds);
        if (!heldKinds.stream().allMatch(kind -> kind.matches("\\w+"))) {
            throw new IllegalArgumentException("A kind has letters, digits and underscores: " + heldKinds);
        }
    }

    /** Whatever is due, of any kind. */
    public static OutboxQuery all(Instant now, int limit) {
        return new OutboxQuery(now, 0, Long.MAX_VALUE, Set.of(), limit);
    }
}
