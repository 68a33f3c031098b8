package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Body of {@code POST /subscriptions/{id}/pause}. */
public final class PauseRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<PauseBehavior> BEHAVIOR = WIRE.member("behavior");
    private static final Member<Instant> RESUMES_AT = WIRE.member("resumes_at");

    private PauseRequest(Members members) {
        super(members);
    }

    /** Until it is resumed by hand. */
    public static PauseRequest open() {
        return new PauseRequest(Members.NONE);
    }

    /** The same with behavior: keep_as_draft unless said. */
    public PauseRequest withBehavior(PauseBehavior value) {
        return new PauseRequest(members.with(BEHAVIOR, value));
    }

    /** The same with resumesAt: when it goes on by itself. */
    public PauseRequest withResumesAt(Instant value) {
        return new PauseRequest(members.with(RESUMES_AT, value));
    }
}
