package io.keentill.sandbox.office;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ObjectNode;

/** Work that goes on by the clock: each step of a stored object says when the next one is due, until none is. */
final class Due {
    /** How long a step takes that has nothing to wait for. */
    static final Duration STEP = Duration.ofSeconds(1);

    private static final String FIELD = "_step_at";

    private Due() {}

    /** Asks for the next step of {@code object} at {@code moment}. */
    static void at(ObjectNode object, Instant moment) {
        object.put(FIELD, moment.toEpochMilli());
    }

    /** Asks for the next step one {@link #STEP} after this one was due. */
    static void next(ObjectNode object) {
        object.put(FIELD, Json.whole(object, FIELD) + STEP.toMillis());
    }

    /** Asks for no further step. */
    static void never(ObjectNode object) {
        object.remove(FIELD);
    }

    /** Takes all due steps of the objects of {@code kind}; a clock that jumped has several due. */
    static void run(Work work, String kind, BiConsumer<Work, ObjectNode> step) {
        long now = work.now().toEpochMilli();
        for (ObjectNode object :
                Query.of(kind).below(FIELD, now + 1).oldestFirst().all(work.tx())) {
            while (object.has(FIELD) && Json.whole(object, FIELD) <= now) {
                long due = Json.whole(object, FIELD);
                step.accept(work, object);
                if (object.has(FIELD) && Json.whole(object, FIELD) <= due) {
                    throw new IllegalStateException("a step of " + kind + " did not move its due time");
                }
            }
            work.save(kind, object);
        }
    }
}
