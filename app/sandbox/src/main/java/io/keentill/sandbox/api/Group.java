package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Work;
import java.util.List;

/**
 * A part of the API: resources that belong together, and what the clock does to them. A GET runs on a read-only
 * connection beside the writer, so its handler changes nothing; what becomes due by time is done in {@link #tick}.
 */
@FunctionalInterface
public interface Group {
    /** The resources of this part; asked for once, when the sandbox starts. */
    List<Resource> resources();

    /** Does what is due at {@code work.now()}, in a transaction of its own; runs at least twice a second. */
    default void tick(Work work) {}

    /** What this part adds below {@code /sandbox}, see {@link Controls}. */
    default List<Endpoint> controls() {
        return List.of();
    }

    /** A part without timers. */
    static Group of(Resource... resources) {
        List<Resource> all = List.of(resources);
        return () -> all;
    }
}
