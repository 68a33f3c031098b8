package io.keentill.revkeen.setupintents;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /setup-intents}. */
public final class SetupIntentQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<SetupIntentStatus> STATUS = WIRE.member("status");

    private SetupIntentQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static SetupIntentQuery any() {
        return new SetupIntentQuery(Members.NONE);
    }

    /** The same with customerId: uuid. */
    public SetupIntentQuery withCustomerId(String value) {
        return new SetupIntentQuery(members.with(CUSTOMER_ID, value));
    }

    /** The same with status: only these. */
    public SetupIntentQuery withStatus(SetupIntentStatus value) {
        return new SetupIntentQuery(members.with(STATUS, value));
    }
}
