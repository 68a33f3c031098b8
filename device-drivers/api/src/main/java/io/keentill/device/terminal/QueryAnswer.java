package io.keentill.device.terminal;

/** What a terminal can say of an earlier attempt. */
public sealed interface QueryAnswer {

    /** It ended like this; never {@link Outcome.Unknown}. */
    record Found(Outcome outcome) implements QueryAnswer {}

    /** It certainly never ran, and will not: nothing was charged. */
    record NotFound() implements QueryAnswer {}

    /** It is still running: ask again. */
    record InProgress() implements QueryAnswer {}

    /** The terminal could be asked but cannot decide, for instance because a later payment is its last one. */
    record CannotTell(String why) implements QueryAnswer {}

    /** The terminal could not be reached: ask again. */
    record Unreachable(String why) implements QueryAnswer {}
}
