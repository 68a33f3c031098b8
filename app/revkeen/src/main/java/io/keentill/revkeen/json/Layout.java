package io.keentill.revkeen.json;

/**
 * The members of one kind of request in the order in which they are written, whatever order they were set in: equal
 * requests give equal bytes. A kind keeps one in a constant and declares its members, as constants too, below it.
 */
public final class Layout {
    private int size;

    /** The next member, by its name on the wire. */
    public <T> Member<T> member(String name) {
        return new Member<>(size++, name, false);
    }

    /** The same for a value that no log and no message may show. */
    public <T> Member<T> secret(String name) {
        return new Member<>(size++, name, true);
    }
}
