package io.keentill.revkeen.discounts;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /discounts}. */
public final class DiscountQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Boolean> IS_ACTIVE = WIRE.member("is_active");
    private static final Member<Boolean> IS_ARCHIVED = WIRE.member("is_archived");

    private DiscountQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static DiscountQuery any() {
        return new DiscountQuery(Members.NONE);
    }

    /** The same with isActive: only active or only inactive. */
    public DiscountQuery withIsActive(Boolean value) {
        return new DiscountQuery(members.with(IS_ACTIVE, value));
    }

    /** The same with isArchived: only archived or only others. */
    public DiscountQuery withIsArchived(Boolean value) {
        return new DiscountQuery(members.with(IS_ARCHIVED, value));
    }
}
