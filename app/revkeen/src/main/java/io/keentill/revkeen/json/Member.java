package io.keentill.revkeen.json;

/**
 * One member that a kind of request can have.
 *
 * @param position among the members of its kind, from 0
 * @param name on the wire
 * @param secret whether its value is kept out of every text form
 * @param <T> what its values are
 */
@SuppressWarnings("UnusedTypeParameter") // ties a value to its member where it is set and read
public record Member<T>(int position, String name, boolean secret) {

    /** As on the wire. */
    @Override
    public String toString() {
        return name;
    }
}
