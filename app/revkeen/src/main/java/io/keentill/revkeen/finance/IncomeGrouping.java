package io.keentill.revkeen.finance;

/** How long a row of the income is. */
public enum IncomeGrouping {
    DAY,
    WEEK,
    MONTH
}
