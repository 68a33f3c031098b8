package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Body of {@code POST /integrations/{provider}/activate}. */
public final class ActivationRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Credentials> CREDENTIALS = WIRE.member("credentials");
    private static final Member<Long> SYNC_INTERVAL_MINUTES = WIRE.member("syncIntervalMinutes");
    private static final Member<String> CURRENCY = WIRE.member("currency");

    private ActivationRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param credentials for the other system
     */
    public static ActivationRequest of(Credentials credentials) {
        return new ActivationRequest(Members.NONE.with(CREDENTIALS, credentials));
    }

    /** The same with syncIntervalMinutes: how often it is synchronised. */
    public ActivationRequest withSyncIntervalMinutes(Long value) {
        return new ActivationRequest(members.with(SYNC_INTERVAL_MINUTES, value));
    }

    /** The same with currency: ISO 4217. */
    public ActivationRequest withCurrency(String value) {
        return new ActivationRequest(members.with(CURRENCY, value));
    }
}
