package io.keentill.engine.shift;

import io.keentill.domain.text.Sentence;

/** What came of asking for an X report. */
public sealed interface XResult {

    /** This. */
    record Told(XReport report) implements XResult {}

    /** None; the message says why. */
    record Refused(Sentence message) implements XResult {}
}
