package io.keentill.device.conformance;

import io.keentill.device.terminal.Outcome;

/**
 * A driver was careful where nothing was wrong: Unknown, Failed or Cancelled, and the books agree, but it should have been
 * approved. On a busy machine any wait can be too short once, the till's or the terminal's, which then stops or undoes the
 * payment by itself; so such a scenario is played again. A wrong verdict never is.
 */
final class Hesitation extends AssertionError {

    private static final long serialVersionUID = 1L;

    private Hesitation(String message) {
        super(message);
    }

    /** The error for an outcome that was not expected. */
    static AssertionError of(Outcome outcome, String message) {
        return of(
                outcome instanceof Outcome.Unknown
                        || outcome instanceof Outcome.Failed
                        || outcome instanceof Outcome.Cancelled,
                message);
    }

    /** The error for an answer that was not expected; {@code careful} if it only says less than could be known. */
    static AssertionError of(boolean careful, String message) {
        return careful ? new Hesitation(message) : new AssertionError(message);
    }
}
