package io.keentill.engine.simulation;

/**
 * The process is gone: unwinds whatever thread touches the world of a dead till. An error, so that no part of the till can
 * take it for a failure that it survives.
 */
@SuppressWarnings("serial")
final class Crash extends Error {

    Crash() {
        super("The till died", null, false, false);
    }
}
