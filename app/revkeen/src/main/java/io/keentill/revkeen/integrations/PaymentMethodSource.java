package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Body of {@code POST /integrations/{provider}/payment-methods}: where to look. */
public final class PaymentMethodSource extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> BASE_URL = WIRE.member("baseUrl");
    private static final Member<String> API_KEY = WIRE.secret("apiKey");
    private static final Member<String> CONTACT_EMAIL = WIRE.member("contactEmail");
    private static final Member<String> TENANT_ID = WIRE.member("tenantId");

    private PaymentMethodSource(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param baseUrl where the other system is
     * @param apiKey a secret of it
     */
    public static PaymentMethodSource of(String baseUrl, String apiKey) {
        return new PaymentMethodSource(Members.NONE.with(BASE_URL, baseUrl).with(API_KEY, apiKey));
    }

    /** The same with contactEmail: whom it may write to. */
    public PaymentMethodSource withContactEmail(String value) {
        return new PaymentMethodSource(members.with(CONTACT_EMAIL, value));
    }

    /** The same with tenantId: which of its shops. */
    public PaymentMethodSource withTenantId(String value) {
        return new PaymentMethodSource(members.with(TENANT_ID, value));
    }
}
