package io.keentill.engine.paylink;

import io.keentill.domain.text.Sentence;

/** What came of asking for a payment by link. */
public sealed interface LinkResult {

    /** The intent is stored and RevKeen is being asked; what happens next comes as events. */
    record Begun(PayLink link) implements LinkResult {}

    /** Nothing was begun; the message says why and what to do. */
    record Refused(Sentence message) implements LinkResult {}
}
