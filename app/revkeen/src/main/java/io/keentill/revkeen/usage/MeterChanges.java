package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;
import java.util.Map;

/** Body of {@code PATCH /meters/{id}}: only what is set changes; event name and aggregation are fixed. */
public final class MeterChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<String> SLUG = WIRE.member("slug");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<MeterStatus> STATUS = WIRE.member("status");
    private static final Member<String> VALUE_KEY = WIRE.member("value_key");
    private static final Member<List<Map<String, Object>>> FILTER_CONDITIONS = WIRE.member("filter_conditions");
    private static final Member<String> UNIQUE_COUNT_KEY = WIRE.member("unique_count_key");
    private static final Member<String> UNIT_NAME = WIRE.member("unit_name");
    private static final Member<Boolean> CARRY_FORWARD = WIRE.member("carry_forward");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<List<Long>> ALERT_THRESHOLDS = WIRE.member("alert_thresholds");

    private MeterChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static MeterChanges none() {
        return new MeterChanges(Members.NONE);
    }

    /** The same with name: for people. */
    public MeterChanges withName(String value) {
        return new MeterChanges(members.with(NAME, value));
    }

    /** The same with slug: for programs. */
    public MeterChanges withSlug(String value) {
        return new MeterChanges(members.with(SLUG, value));
    }

    /** The same with description: for people. */
    public MeterChanges withDescription(String value) {
        return new MeterChanges(members.with(DESCRIPTION, value));
    }

    /** The same with status: whether it counts. */
    public MeterChanges withStatus(MeterStatus value) {
        return new MeterChanges(members.with(STATUS, value));
    }

    /** The same with valueKey: which metadata is added up. */
    public MeterChanges withValueKey(String value) {
        return new MeterChanges(members.with(VALUE_KEY, value));
    }

    /** The same with filterConditions: which events count. */
    public MeterChanges withFilterConditions(List<Map<String, Object>> value) {
        return new MeterChanges(members.with(FILTER_CONDITIONS, value));
    }

    /** The same with uniqueCountKey: which metadata is told apart. */
    public MeterChanges withUniqueCountKey(String value) {
        return new MeterChanges(members.with(UNIQUE_COUNT_KEY, value));
    }

    /** The same with unitName: for people. */
    public MeterChanges withUnitName(String value) {
        return new MeterChanges(members.with(UNIT_NAME, value));
    }

    /** The same with carryForward: whether the number outlives its period. */
    public MeterChanges withCarryForward(Boolean value) {
        return new MeterChanges(members.with(CARRY_FORWARD, value));
    }

    /** The same with metadata: free. */
    public MeterChanges withMetadata(Map<String, Object> value) {
        return new MeterChanges(members.with(METADATA, value));
    }

    /** The same with alertThresholds: up to 5 percentages from 1 to 200. */
    public MeterChanges withAlertThresholds(List<Long> value) {
        return new MeterChanges(members.with(ALERT_THRESHOLDS, value));
    }
}
