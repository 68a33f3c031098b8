package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;
import java.util.Map;

/** Body of {@code POST /meters}. */
public final class MeterRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<String> EVENT_NAME = WIRE.member("event_name");
    private static final Member<Aggregation> AGGREGATION = WIRE.member("aggregation");
    private static final Member<String> SLUG = WIRE.member("slug");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<String> VALUE_KEY = WIRE.member("value_key");
    private static final Member<List<Map<String, Object>>> FILTER_CONDITIONS = WIRE.member("filter_conditions");
    private static final Member<String> UNIQUE_COUNT_KEY = WIRE.member("unique_count_key");
    private static final Member<String> UNIT_NAME = WIRE.member("unit_name");
    private static final Member<Boolean> CARRY_FORWARD = WIRE.member("carry_forward");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<List<Long>> ALERT_THRESHOLDS = WIRE.member("alert_thresholds");

    private MeterRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param name for people
     * @param eventName of the events to count
     */
    public static MeterRequest of(String name, String eventName) {
        return new MeterRequest(Members.NONE.with(NAME, name).with(EVENT_NAME, eventName));
    }

    /** The same with aggregation: count unless said. */
    public MeterRequest withAggregation(Aggregation value) {
        return new MeterRequest(members.with(AGGREGATION, value));
    }

    /** The same with slug: for programs. */
    public MeterRequest withSlug(String value) {
        return new MeterRequest(members.with(SLUG, value));
    }

    /** The same with description: for people. */
    public MeterRequest withDescription(String value) {
        return new MeterRequest(members.with(DESCRIPTION, value));
    }

    /** The same with valueKey: which metadata is added up. */
    public MeterRequest withValueKey(String value) {
        return new MeterRequest(members.with(VALUE_KEY, value));
    }

    /** The same with filterConditions: which events count. */
    public MeterRequest withFilterConditions(List<Map<String, Object>> value) {
        return new MeterRequest(members.with(FILTER_CONDITIONS, value));
    }

    /** The same with uniqueCountKey: which metadata is told apart. */
    public MeterRequest withUniqueCountKey(String value) {
        return new MeterRequest(members.with(UNIQUE_COUNT_KEY, value));
    }

    /** The same with unitName: for people. */
    public MeterRequest withUnitName(String value) {
        return new MeterRequest(members.with(UNIT_NAME, value));
    }

    /** The same with carryForward: whether the number outlives its period. */
    public MeterRequest withCarryForward(Boolean value) {
        return new MeterRequest(members.with(CARRY_FORWARD, value));
    }

    /** The same with metadata: free. */
    public MeterRequest withMetadata(Map<String, Object> value) {
        return new MeterRequest(members.with(METADATA, value));
    }

    /** The same with alertThresholds: up to 5 percentages from 1 to 200. */
    public MeterRequest withAlertThresholds(List<Long> value) {
        return new MeterRequest(members.with(ALERT_THRESHOLDS, value));
    }
}
