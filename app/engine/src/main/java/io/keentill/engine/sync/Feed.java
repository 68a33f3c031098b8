package io.keentill.engine.sync;

import io.keentill.store.StoreException;
import java.time.Duration;

/** One kind of thing that RevKeen has and the till follows. It goes on where it stopped, also after a restart. */
interface Feed {

    /** Names it in settings and reports. */
    String name();

    /** How long to rest after it has been read to its end. */
    Duration every();

    /** Makes one request and stores what came of it together with how far it got. */
    Step step() throws StoreException;

    /**
     * How a step went.
     *
     * @param answer what the request came to
     * @param finished whether this was the end for now: the list was read to its end, or RevKeen does not give it
     */
    record Step(Answer answer, boolean finished) {}
}
