package io.keentill.revkeen.discounts;

import io.keentill.revkeen.http.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Filters of {@code GET /discounts}.
 *
 * @param isActive only active or only inactive
 * @param isArchived only archived or only others
 */
public record DiscountQuery(
        @Nullable Boolean isActive, @Nullable Boolean isArchived) {

    /** No filter. */
    public static DiscountQuery any() {
        return new DiscountQuery(null, null);
    }

    /** The same with isActive: only active or only inactive. */
    public DiscountQuery withIsActive(Boolean value) {
        return new DiscountQuery(value, isArchived);
    }

    /** The same with isArchived: only archived or only others. */
    public DiscountQuery withIsArchived(Boolean value) {
        return new DiscountQuery(isActive, value);
    }

    Paths.Query query() {
        return new Paths.Query().put("is_active", isActive).put("is_archived", isArchived);
    }
}
