package io.keentill.revkeen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list, for whoever walks it over a long time and wants to go on where it stopped.
 *
 * @param items in the API's order
 * @param unreadable what is wrong with items that cannot be read, each with its id where it has one; they are left out
 * @param next what {@link Listing#from} takes to go on, good for keeping; null at the end
 */
public record Slice<T>(
        List<T> items, List<String> unreadable, @Nullable String next) {

    /** Copies the lists. */
    public Slice {
        items = List.copyOf(items);
        unreadable = List.copyOf(unreadable);
    }
}
