package io.keentill.engine.simulation;

/** A promise was broken. */
@SuppressWarnings("serial")
final class Violation extends RuntimeException {

    Violation(String what) {
        super(what);
    }

    Violation(String what, Throwable cause) {
        super(what, cause);
    }
}
