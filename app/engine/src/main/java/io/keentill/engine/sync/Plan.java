package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.revkeen.FrozenRequest;
import java.time.Duration;

/** What to do next about an outbox row. */
sealed interface Plan {

    /** Freeze these bytes under their new idempotency key and send them. */
    record Send(FrozenRequest request) implements Plan {}

    /** RevKeen has it already, under this id. */
    record Adopt(String remoteId) implements Plan {}

    /** RevKeen needs not be told: it knows by another way, or has no place for it. */
    record Needless() implements Plan {}

    /** Something else must come first; look again after {@code pause}. */
    record NotYet(Sentence why, Duration pause) implements Plan {}

    /** RevKeen does something itself that stands in its way until it has ended, which nobody here can hasten. */
    record Behind(Sentence why) implements Plan {}

    /** Cannot go on without somebody; {@code why} says what to do. */
    record Stuck(Sentence why) implements Plan {}

    /** RevKeen could not be asked. */
    record Trouble(Answer answer) implements Plan {}
}
