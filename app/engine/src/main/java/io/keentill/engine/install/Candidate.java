package io.keentill.engine.install;

import io.keentill.domain.text.Sentence;

/**
 * Where a device may be. That something listens there does not prove what it is.
 *
 * @param address as a device of that family is written
 * @param family for people
 * @param place how it would be reached
 * @param words what was seen there
 */
public record Candidate(String address, String family, Place place, Sentence words) {

    /** Ways to a device. */
    public enum Place {
        /** The local network. */
        NETWORK,
        /** A serial port of this machine. */
        SERIAL,
        /** A USB plug of this machine. */
        USB,
        /** Behind RevKeen, through somebody else's connector. */
        REVKEEN
    }
}
