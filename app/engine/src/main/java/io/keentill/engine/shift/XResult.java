package io.keentill.engine.shift;

/** What came of asking for an X report. */
public sealed interface XResult {

    /** This. */
    record Told(XReport report) implements XResult {}

    /** None; the message says why. */
    record Refused(String message) implements XResult {}
}
