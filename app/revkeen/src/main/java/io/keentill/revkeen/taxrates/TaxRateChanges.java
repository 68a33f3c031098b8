package io.keentill.revkeen.taxrates;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /tax-rates/{id}}; percentage, inclusion and type stay. */
public final class TaxRateChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> DISPLAY_NAME = WIRE.member("display_name");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<String> JURISDICTION = WIRE.member("jurisdiction");
    private static final Member<String> COUNTRY = WIRE.member("country");
    private static final Member<String> STATE = WIRE.member("state");
    private static final Member<Boolean> ACTIVE = WIRE.member("active");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private TaxRateChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static TaxRateChanges none() {
        return new TaxRateChanges(Members.NONE);
    }

    /** The same with displayName: 1 to 100 characters. */
    public TaxRateChanges withDisplayName(String value) {
        return new TaxRateChanges(members.with(DISPLAY_NAME, value));
    }

    /** The same with description: up to 500 characters. */
    public TaxRateChanges withDescription(String value) {
        return new TaxRateChanges(members.with(DESCRIPTION, value));
    }

    /** The same with description cleared. */
    public TaxRateChanges withoutDescription() {
        return new TaxRateChanges(members.cleared(DESCRIPTION));
    }

    /** The same with jurisdiction: up to 50 characters. */
    public TaxRateChanges withJurisdiction(String value) {
        return new TaxRateChanges(members.with(JURISDICTION, value));
    }

    /** The same with jurisdiction cleared. */
    public TaxRateChanges withoutJurisdiction() {
        return new TaxRateChanges(members.cleared(JURISDICTION));
    }

    /** The same with country: two letters. */
    public TaxRateChanges withCountry(String value) {
        return new TaxRateChanges(members.with(COUNTRY, value));
    }

    /** The same with country cleared. */
    public TaxRateChanges withoutCountry() {
        return new TaxRateChanges(members.cleared(COUNTRY));
    }

    /** The same with state: up to 10 characters. */
    public TaxRateChanges withState(String value) {
        return new TaxRateChanges(members.with(STATE, value));
    }

    /** The same with state cleared. */
    public TaxRateChanges withoutState() {
        return new TaxRateChanges(members.cleared(STATE));
    }

    /** The same with active: whether it can be used. */
    public TaxRateChanges withActive(Boolean value) {
        return new TaxRateChanges(members.with(ACTIVE, value));
    }

    /** The same with these changes to metadata: a null value removes its key. */
    public TaxRateChanges withMetadata(Map<String, ? extends @Nullable Object> value) {
        return new TaxRateChanges(members.withPatch(METADATA, value));
    }
}
