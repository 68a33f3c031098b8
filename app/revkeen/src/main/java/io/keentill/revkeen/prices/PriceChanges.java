package io.keentill.revkeen.prices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /prices/{id}}; what a price costs cannot change. */
public final class PriceChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Boolean> ACTIVE = WIRE.member("active");
    private static final Member<String> NICKNAME = WIRE.member("nickname");
    private static final Member<String> LOOKUP_KEY = WIRE.member("lookup_key");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private PriceChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static PriceChanges none() {
        return new PriceChanges(Members.NONE);
    }

    /** The same with active: whether it can be used. */
    public PriceChanges withActive(Boolean value) {
        return new PriceChanges(members.with(ACTIVE, value));
    }

    /** The same with nickname: up to 100 characters. */
    public PriceChanges withNickname(String value) {
        return new PriceChanges(members.with(NICKNAME, value));
    }

    /** The same with nickname cleared. */
    public PriceChanges withoutNickname() {
        return new PriceChanges(members.cleared(NICKNAME));
    }

    /** The same with lookupKey: up to 100 characters. */
    public PriceChanges withLookupKey(String value) {
        return new PriceChanges(members.with(LOOKUP_KEY, value));
    }

    /** The same with lookupKey cleared. */
    public PriceChanges withoutLookupKey() {
        return new PriceChanges(members.cleared(LOOKUP_KEY));
    }

    /** The same with these changes to metadata: a null value removes its key. */
    public PriceChanges withMetadata(Map<String, ? extends @Nullable Object> value) {
        return new PriceChanges(members.withPatch(METADATA, value));
    }
}
