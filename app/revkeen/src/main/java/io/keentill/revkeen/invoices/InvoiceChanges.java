package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.List;

/** Body of {@code PATCH /invoices/{id}}; the amount of drafts only. */
public final class InvoiceChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<InvoiceStatus> STATUS = WIRE.member("status");
    private static final Member<Long> TOTAL_MINOR = WIRE.member("total_minor");
    private static final Member<Instant> DUE_DATE = WIRE.member("due_date");
    private static final Member<List<PaymentRail>> ALLOWED_METHODS = WIRE.member("allowed_methods");
    private static final Member<SubscriptionTermsRequest> SUBSCRIPTION_TERMS = WIRE.member("subscription_terms");

    private InvoiceChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static InvoiceChanges none() {
        return new InvoiceChanges(Members.NONE);
    }

    /** The same with status: see C.3. */
    public InvoiceChanges withStatus(InvoiceStatus value) {
        return new InvoiceChanges(members.with(STATUS, value));
    }

    /** The same with totalMinor: minor units, of a draft. */
    public InvoiceChanges withTotalMinor(Long value) {
        return new InvoiceChanges(members.with(TOTAL_MINOR, value));
    }

    /** The same with dueDate: when it is due. */
    public InvoiceChanges withDueDate(Instant value) {
        return new InvoiceChanges(members.with(DUE_DATE, value));
    }

    /** The same with dueDate cleared. */
    public InvoiceChanges withoutDueDate() {
        return new InvoiceChanges(members.cleared(DUE_DATE));
    }

    /** The same with allowedMethods: the only ways to pay it; an empty list for all. */
    public InvoiceChanges withAllowedMethods(List<PaymentRail> value) {
        return new InvoiceChanges(members.with(ALLOWED_METHODS, value));
    }

    /** The same with subscriptionTerms: the subscription that it begins. */
    public InvoiceChanges withSubscriptionTerms(SubscriptionTermsRequest value) {
        return new InvoiceChanges(members.with(SUBSCRIPTION_TERMS, value));
    }

    /** The same with subscriptionTerms cleared. */
    public InvoiceChanges withoutSubscriptionTerms() {
        return new InvoiceChanges(members.cleared(SUBSCRIPTION_TERMS));
    }
}
