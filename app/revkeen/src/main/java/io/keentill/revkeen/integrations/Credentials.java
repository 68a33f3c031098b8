package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** What another system asks for before it lets us in. */
public final class Credentials extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> API_KEY = WIRE.secret("apiKey");
    private static final Member<String> BASE_URL = WIRE.member("baseUrl");
    private static final Member<String> APP_NAME = WIRE.member("appName");
    private static final Member<String> APP_EMAIL = WIRE.member("appEmail");

    private Credentials(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param apiKey a secret of the other system
     * @param baseUrl where it is
     */
    public static Credentials of(String apiKey, String baseUrl) {
        return new Credentials(Members.NONE.with(API_KEY, apiKey).with(BASE_URL, baseUrl));
    }

    /** The same with appName: how we call ourselves. */
    public Credentials withAppName(String value) {
        return new Credentials(members.with(APP_NAME, value));
    }

    /** The same with appEmail: whom it may write to. */
    public Credentials withAppEmail(String value) {
        return new Credentials(members.with(APP_EMAIL, value));
    }
}
