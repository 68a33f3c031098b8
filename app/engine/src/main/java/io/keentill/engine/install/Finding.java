package io.keentill.engine.install;

/**
 * Something that was looked at.
 *
 * @param what was looked at
 * @param needed whether the till cannot work without
 * @param state as it was found
 * @param fix what to do; empty where all is well
 */
public record Finding(String what, boolean needed, String state, String fix) {

    /** Whether all is well. */
    public boolean isGood() {
        return fix.isEmpty();
    }
}
