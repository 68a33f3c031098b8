package io.keentill.revkeen.schedules;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;
import java.util.Map;

/** Body of {@code POST /subscription-schedules/{id}}: only what is set changes. */
public final class ScheduleChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<List<SchedulePhaseRequest>> PHASES = WIRE.member("phases");
    private static final Member<ScheduleEnd> END_BEHAVIOR = WIRE.member("end_behavior");
    private static final Member<PhaseProration> PRORATION_BEHAVIOR = WIRE.member("proration_behavior");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private ScheduleChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static ScheduleChanges none() {
        return new ScheduleChanges(Members.NONE);
    }

    /** The same with phases: replaces all. */
    public ScheduleChanges withPhases(List<SchedulePhaseRequest> value) {
        return new ScheduleChanges(members.with(PHASES, value));
    }

    /** The same with endBehavior: what follows the last. */
    public ScheduleChanges withEndBehavior(ScheduleEnd value) {
        return new ScheduleChanges(members.with(END_BEHAVIOR, value));
    }

    /** The same with prorationBehavior: how the change is charged. */
    public ScheduleChanges withProrationBehavior(PhaseProration value) {
        return new ScheduleChanges(members.with(PRORATION_BEHAVIOR, value));
    }

    /** The same with metadata: free. */
    public ScheduleChanges withMetadata(Map<String, Object> value) {
        return new ScheduleChanges(members.with(METADATA, value));
    }
}
