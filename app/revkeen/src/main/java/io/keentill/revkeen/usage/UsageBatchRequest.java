package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;

/** Body of {@code POST /usage-events} and its dry run. */
public final class UsageBatchRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<List<UsageEventRequest>> EVENTS = WIRE.member("events");

    private UsageBatchRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param events 1 to 1000
     */
    public static UsageBatchRequest of(List<UsageEventRequest> events) {
        return new UsageBatchRequest(Members.NONE.with(EVENTS, events));
    }
}
