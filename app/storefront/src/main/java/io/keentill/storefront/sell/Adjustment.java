package io.keentill.storefront.sell;

import java.util.List;
import java.util.Locale;

/** What can be changed about a line, or about the sale as a whole. */
public enum Adjustment {
    /** A share off. */
    PERCENT,
    /** An amount off. */
    AMOUNT,
    /** Another price for one unit. */
    PRICE,
    /** What one of RevKeen's discount codes is worth. */
    CODE,
    /** Something to remember. */
    NOTE,
    /** No tax, for a reason. */
    EXEMPT;

    /** What fits a line. */
    public static final List<Adjustment> OF_LINE = List.of(PERCENT, AMOUNT, PRICE, NOTE);

    /** What fits a sale. */
    public static final List<Adjustment> OF_SALE = List.of(PERCENT, AMOUNT, CODE, NOTE, EXEMPT);

    /** Its name in ids and texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
