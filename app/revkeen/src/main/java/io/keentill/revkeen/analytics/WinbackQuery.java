package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /analytics/checkout/winback}. */
public final class WinbackQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<OpportunityType> TYPE = WIRE.member("type");
    private static final Member<OpportunityStatus> STATUS = WIRE.member("status");
    private static final Member<Long> MIN_VALUE_CENTS = WIRE.member("minValueCents");

    private WinbackQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static WinbackQuery any() {
        return new WinbackQuery(Members.NONE);
    }

    /** The same with type: only these. */
    public WinbackQuery withType(OpportunityType value) {
        return new WinbackQuery(members.with(TYPE, value));
    }

    /** The same with status: only these. */
    public WinbackQuery withStatus(OpportunityStatus value) {
        return new WinbackQuery(members.with(STATUS, value));
    }

    /** The same with minValueCents: worth at least this, in minor units. */
    public WinbackQuery withMinValueCents(Long value) {
        return new WinbackQuery(members.with(MIN_VALUE_CENTS, value));
    }
}
