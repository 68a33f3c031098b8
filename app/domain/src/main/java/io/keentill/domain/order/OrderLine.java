package io.keentill.domain.order;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a basket. Name, price and tax are copied from the product when it is scanned, so that a later catalogue
 * change never alters an open sale.
 *
 * @param id unique within all orders
 * @param productId the till's product id; null for an open item
 * @param revkeenProductId RevKeen's product uuid, if known when scanned
 * @param sku the merchant's identifier, empty for an open item
 * @param name what the receipt says
 * @param unitPrice for one unit, zero or above
 * @param quantity how many
 * @param tax the rate that applies
 * @param discount what is taken off this line, if anything
 */
public record OrderLine(
        String id,
        @Nullable String productId,
        @Nullable String revkeenProductId,
        String sku,
        String name,
        Money unitPrice,
        Quantity quantity,
        TaxRate tax,
        @Nullable Discount discount) {

    /** Refuses a negative price. */
    public OrderLine {
        if (unitPrice.isNegative()) {
            throw new IllegalArgumentException("A price is zero or above: " + unitPrice);
        }
    }

    /** Price × quantity before any discount. */
    public Money gross() {
        return quantity.priceAt(unitPrice);
    }

    /** The same line with another quantity. */
    public OrderLine withQuantity(Quantity changed) {
        return new OrderLine(id, productId, revkeenProductId, sku, name, unitPrice, changed, tax, discount);
    }

    /** The same line with another discount, or none. */
    public OrderLine withDiscount(@Nullable Discount changed) {
        return new OrderLine(id, productId, revkeenProductId, sku, name, unitPrice, quantity, tax, changed);
    }
}
