package io.keentill.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which sales are wanted. Of text, number, card and amount any one that fits is enough; nothing of them asks for all.
 *
 * @param text beginning of a sale's or payment's reference, or part of a line's name or SKU; blank for none
 * @param receipt receipt number
 * @param lastFour last four digits of a card that was tried
 * @param amount minor units of a tender, of all tenders together, or of a payment that was tried
 * @param from closed, or opened if it is not closed, no earlier
 * @param before and before this
 */
public record SaleFilter(
        String text,
        @Nullable Long receipt,
        @Nullable String lastFour,
        @Nullable Long amount,
        @Nullable Instant from,
        @Nullable Instant before) {}
