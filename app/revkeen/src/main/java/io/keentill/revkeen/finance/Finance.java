package io.keentill.revkeen.finance;

import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Paths;

/** Income and balances (section B.28). */
public final class Finance {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Finance(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /finance/income}, scope finance:read; 400, 401, 404. */
    @Endpoint("GET /finance/income")
    public ApiResult<Income> income(IncomeQuery query) {
        return caller.get(Paths.of("finance", "income"), Paths.Query.ofIso(query), Income::read);
    }

    /** {@code GET /finance/summary}, scope finance:read; 401, 404. */
    @Endpoint("GET /finance/summary")
    public ApiResult<FinanceSummary> summary() {
        return caller.get(Paths.of("finance", "summary"), FinanceSummary::read);
    }
}
