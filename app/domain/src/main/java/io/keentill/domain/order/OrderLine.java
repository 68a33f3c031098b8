package io.keentill.domain.order;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
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
 * @param shelfPrice what the shelf says, where somebody sells it for another price; null where it is sold for that
 * @param note what the customer asked for, printed below the line; null for nothing
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
        @Nullable Discount discount,
        @Nullable Money shelfPrice,
        @Nullable String note) {

    /** Id of the rate of a line that pays an invoice: its tax is on the invoice, and none of it is the line's own. */
    private static final String INVOICED = "invoiced";

    /** What the tax of a sale without tax is called. */
    public static final TaxRate EXEMPT = new TaxRate("exempt", "Tax exempt", Rate.ZERO, true);

    /** Refuses a negative price. */
    public OrderLine {
        if (unitPrice.isNegative()) {
            throw new IllegalArgumentException("A price is zero or above: " + unitPrice);
        }
    }

    /** A line at its shelf price and without a note. */
    public OrderLine(
            String id,
            @Nullable String productId,
            @Nullable String revkeenProductId,
            String sku,
            String name,
            Money unitPrice,
            Quantity quantity,
            TaxRate tax,
            @Nullable Discount discount) {
        this(id, productId, revkeenProductId, sku, name, unitPrice, quantity, tax, discount, null, null);
    }

    /**
     * The one line of a sale that pays an invoice which is there already, for exactly {@code due}.
     *
     * @param name what the receipt says, with the invoice's number
     * @param taxName what a report calls the tax, which the invoice has and this line has not
     */
    public static OrderLine ofInvoice(String id, String name, String taxName, Money due) {
        TaxRate none = new TaxRate(INVOICED, taxName, Rate.ZERO, true);
        return new OrderLine(id, null, null, "", name, due, Quantity.ONE, none, null);
    }

    /** Whether it pays an invoice instead of selling something. */
    public boolean isInvoice() {
        return productId == null && tax.id().equals(INVOICED);
    }

    /** Price × quantity before any discount. */
    public Money gross() {
        return quantity.priceAt(unitPrice);
    }

    /** Whether it is as it came from the shelf: no discount, no other price, no note. */
    public boolean isPlain() {
        return discount == null && shelfPrice == null && note == null;
    }

    /** The same line with another quantity. */
    public OrderLine withQuantity(Quantity changed) {
        return copy(unitPrice, changed, tax, discount, shelfPrice, note);
    }

    /** The same line with another discount, or none. */
    public OrderLine withDiscount(@Nullable Discount changed) {
        return copy(unitPrice, quantity, tax, changed, shelfPrice, note);
    }

    /** The same line with a note, or none. */
    public OrderLine withNote(@Nullable String changed) {
        return copy(unitPrice, quantity, tax, discount, shelfPrice, changed);
    }

    /** The same line sold for another price than the shelf says; null, or that very price, for the shelf's again. */
    public OrderLine withPrice(@Nullable Money changed) {
        Money shelf = shelfPrice == null ? unitPrice : shelfPrice;
        return changed == null || changed.equals(shelf)
                ? copy(shelf, quantity, tax, discount, null, note)
                : copy(changed, quantity, tax, discount, shelf, note);
    }

    /**
     * The same line as somebody buys it who pays no tax: at the price less the tax that it contains, which is rounded
     * half away from zero for each unit, so that price × quantity can be checked on the receipt.
     */
    OrderLine withoutTax() {
        return copy(net(unitPrice), quantity, EXEMPT, discount, shelfPrice, note);
    }

    private Money net(Money price) {
        return tax.inclusive() ? price.minus(tax.rate().includedIn(price)) : price;
    }

    private OrderLine copy(
            Money newPrice,
            Quantity newQuantity,
            TaxRate newTax,
            @Nullable Discount newDiscount,
            @Nullable Money newShelfPrice,
            @Nullable String newNote) {
        return new OrderLine(
                id,
                productId,
                revkeenProductId,
                sku,
                name,
                newPrice,
                newQuantity,
                newTax,
                newDiscount,
                newShelfPrice,
                newNote);
    }
}
