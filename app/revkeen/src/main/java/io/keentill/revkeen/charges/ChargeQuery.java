package io.keentill.revkeen.charges;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.LocalDate;

/** Filters of {@code GET /charges}. */
public final class ChargeQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_ID = WIRE.member("customerId");
    private static final Member<ChargeStatus> STATUS = WIRE.member("status");
    private static final Member<LocalDate> CREATED_GTE = WIRE.member("createdGte");
    private static final Member<LocalDate> CREATED_LTE = WIRE.member("createdLte");

    private ChargeQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static ChargeQuery any() {
        return new ChargeQuery(Members.NONE);
    }

    /** The same with customerId: uuid. */
    public ChargeQuery withCustomerId(String value) {
        return new ChargeQuery(members.with(CUSTOMER_ID, value));
    }

    /** The same with status: pending, succeeded, failed, refunded or partially_refunded. */
    public ChargeQuery withStatus(ChargeStatus value) {
        return new ChargeQuery(members.with(STATUS, value));
    }

    /** The same with createdGte: from this day on. */
    public ChargeQuery withCreatedGte(LocalDate value) {
        return new ChargeQuery(members.with(CREATED_GTE, value));
    }

    /** The same with createdLte: up to this day. */
    public ChargeQuery withCreatedLte(LocalDate value) {
        return new ChargeQuery(members.with(CREATED_LTE, value));
    }
}
