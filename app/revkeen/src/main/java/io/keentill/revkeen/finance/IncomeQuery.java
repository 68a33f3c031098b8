package io.keentill.revkeen.finance;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.LocalDate;

/** What {@code GET /finance/income} is to tell. */
public final class IncomeQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<LocalDate> START_DATE = WIRE.member("start_date");
    private static final Member<LocalDate> END_DATE = WIRE.member("end_date");
    private static final Member<IncomeGrouping> GROUP_BY = WIRE.member("group_by");
    private static final Member<String> SUBSCRIPTION_ID = WIRE.member("subscription_id");
    private static final Member<String> STATUS = WIRE.member("status");

    private IncomeQuery(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param startDate first day
     * @param endDate last day
     */
    public static IncomeQuery of(LocalDate startDate, LocalDate endDate) {
        return new IncomeQuery(Members.NONE.with(START_DATE, startDate).with(END_DATE, endDate));
    }

    /** The same with groupBy: day unless said. */
    public IncomeQuery withGroupBy(IncomeGrouping value) {
        return new IncomeQuery(members.with(GROUP_BY, value));
    }

    /** The same with subscriptionId: of this subscription only. */
    public IncomeQuery withSubscriptionId(String value) {
        return new IncomeQuery(members.with(SUBSCRIPTION_ID, value));
    }

    /** The same with status: in this state only. */
    public IncomeQuery withStatus(String value) {
        return new IncomeQuery(members.with(STATUS, value));
    }
}
