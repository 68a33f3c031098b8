package io.keentill.revkeen.json;

import org.jspecify.annotations.Nullable;

/**
 * What all request bodies and filters share: they are values made of {@link Members}. A kind of request is a final class
 * that names its members once, and gives each optional one a {@code withX} of one line.
 */
public abstract class RequestFields {
    /** What is set. */
    protected final Members members;

    /** Of these. */
    protected RequestFields(Members members) {
        this.members = members;
    }

    /** Whether the other is the same kind of request with the same members set. */
    @Override
    @SuppressWarnings("EqualsGetClass") // every kind is final, and an empty filter of one kind is not one of another
    public final boolean equals(@Nullable Object other) {
        return other != null && getClass() == other.getClass() && members.equals(((RequestFields) other).members);
    }

    @Override
    public final int hashCode() {
        return members.hashCode();
    }

    /** Its kind and what is set. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + members;
    }
}
