package io.keentill.storefront.sell;

/**
 * A basket line as it is read.
 *
 * @param lineId the order line
 * @param name of the product
 * @param unitPrice with symbol
 * @param quantity how many
 * @param total after the line's own discount, with symbol
 * @param discount what is taken off, with symbol; empty if nothing
 * @param shelfPrice with symbol, where it is sold for another one; empty otherwise
 * @param note what the customer asked for; empty for nothing
 */
public record LineRow(
        String lineId,
        String name,
        String unitPrice,
        String quantity,
        String total,
        String discount,
        String shelfPrice,
        String note) {}
