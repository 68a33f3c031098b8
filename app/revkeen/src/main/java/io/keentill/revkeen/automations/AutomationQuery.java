package io.keentill.revkeen.automations;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /automations}, of runs and of approvals; the words are not published. */
public final class AutomationQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> STATUS = WIRE.member("status");

    private AutomationQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static AutomationQuery any() {
        return new AutomationQuery(Members.NONE);
    }

    /** The same with status: in this state only. */
    public AutomationQuery withStatus(String value) {
        return new AutomationQuery(members.with(STATUS, value));
    }
}
