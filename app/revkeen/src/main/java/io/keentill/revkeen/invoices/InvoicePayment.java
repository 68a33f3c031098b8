package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Body of {@code POST /invoices/{id}/pay}: money that came in outside RevKeen. */
public final class InvoicePayment extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<OfflineMethod> PAYMENT_METHOD = WIRE.member("payment_method");
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amount_minor");
    private static final Member<String> REFERENCE = WIRE.member("reference");
    private static final Member<String> NOTES = WIRE.member("notes");
    private static final Member<Instant> PAID_AT = WIRE.member("paid_at");

    private InvoicePayment(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param paymentMethod how it came
     */
    public static InvoicePayment of(OfflineMethod paymentMethod) {
        return new InvoicePayment(Members.NONE.with(PAYMENT_METHOD, paymentMethod));
    }

    /** The same with amountMinor: minor units; all that is due unless said. */
    public InvoicePayment withAmountMinor(Long value) {
        return new InvoicePayment(members.with(AMOUNT_MINOR, value));
    }

    /** The same with reference: the merchant's own. */
    public InvoicePayment withReference(String value) {
        return new InvoicePayment(members.with(REFERENCE, value));
    }

    /** The same with notes: free. */
    public InvoicePayment withNotes(String value) {
        return new InvoicePayment(members.with(NOTES, value));
    }

    /** The same with paidAt: now unless said. */
    public InvoicePayment withPaidAt(Instant value) {
        return new InvoicePayment(members.with(PAID_AT, value));
    }
}
