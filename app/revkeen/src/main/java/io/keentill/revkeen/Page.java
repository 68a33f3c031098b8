package io.keentill.revkeen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the API's order, newest first where stated
 * @param hasMore whether there is more; a list that takes only a limit cannot give it
 * @param total all matching objects, null when the list does not say
 */
public record Page<T>(
        List<T> items, boolean hasMore, @Nullable Long total) {}
