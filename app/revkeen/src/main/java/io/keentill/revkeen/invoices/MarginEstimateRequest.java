package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;

/** Body of {@code POST /invoices/{id}/margin-estimate}. */
public final class MarginEstimateRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amount_minor");
    private static final Member<List<PaymentRail>> RAILS = WIRE.member("rails");
    private static final Member<String> CARD_SCHEME = WIRE.member("card_scheme");
    private static final Member<List<String>> CARD_SCHEMES = WIRE.member("card_schemes");

    private MarginEstimateRequest(Members members) {
        super(members);
    }

    /** All that is due, by every way. */
    public static MarginEstimateRequest whole() {
        return new MarginEstimateRequest(Members.NONE);
    }

    /** The same with amountMinor: minor units; all that is due unless said. */
    public MarginEstimateRequest withAmountMinor(Long value) {
        return new MarginEstimateRequest(members.with(AMOUNT_MINOR, value));
    }

    /** The same with rails: only these; all unless said. */
    public MarginEstimateRequest withRails(List<PaymentRail> value) {
        return new MarginEstimateRequest(members.with(RAILS, value));
    }

    /** The same with cardScheme: visa …. */
    public MarginEstimateRequest withCardScheme(String value) {
        return new MarginEstimateRequest(members.with(CARD_SCHEME, value));
    }

    /** The same with cardSchemes: several. */
    public MarginEstimateRequest withCardSchemes(List<String> value) {
        return new MarginEstimateRequest(members.with(CARD_SCHEMES, value));
    }
}
