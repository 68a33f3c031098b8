package io.keentill.revkeen.contract;

import io.keentill.revkeen.finance.IncomeGrouping;
import io.keentill.revkeen.finance.IncomeQuery;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Income and balances (section B.28). */
final class FinanceContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("GET /finance/income", w -> {
                    w.paidInvoice();
                    return w.client().finance().income(month(w));
                }),
                on(
                        "GET /finance/income",
                        "by week",
                        w -> w.client().finance().income(month(w).withGroupBy(IncomeGrouping.WEEK))),
                on("GET /finance/summary", w -> {
                    w.paidInvoice();
                    return w.client().finance().summary();
                }));
    }

    private static IncomeQuery month(World w) {
        LocalDate today = w.now().atZone(ZoneOffset.UTC).toLocalDate();
        return IncomeQuery.of(today.minusDays(15), today.plusDays(15));
    }
}
