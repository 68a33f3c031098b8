package io.keentill.engine.office;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param text as typed or scanned; blank for all. Each reading of it counts: a receipt number, the beginning of a
 *     receipt's code or of a payment's reference, the last four digits of a card, an amount with decimals such as
 *     {@code 12.50}, part of the name or SKU of something sold
 * @param from first day, in the till's zone; null for no limit
 * @param to last day; null for no limit
 */
public record SaleQuery(
        String text, @Nullable LocalDate from, @Nullable LocalDate to) {

    /** All there are. */
    public static final SaleQuery ALL = new SaleQuery("", null, null);
}
