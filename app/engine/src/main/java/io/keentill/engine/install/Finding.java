package io.keentill.engine.install;

import io.keentill.domain.text.Sentence;

/**
 * Something that was looked at.
 *
 * @param what was looked at
 * @param needed whether the till cannot work without
 * @param state as it was found
 * @param fix what to do; empty where all is well
 */
public record Finding(Sentence what, boolean needed, Sentence state, Sentence fix) {

    /** Whether all is well. */
    public boolean isGood() {
        return fix.isEmpty();
    }
}
