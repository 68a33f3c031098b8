package io.keentill.domain.catalogue;

import io.keentill.domain.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the shop sells.
 *
 * @param id the till's own id
 * @param sku the merchant's identifier, RevKeen's {@code product_id}; unique in the shop
 * @param name what clerk and receipt read
 * @param price for one unit, zero or above
 * @param tax the rate that applies
 * @param category shelf or group, for the product grid
 * @param barcodes normalised codes, see {@link Barcode#normalise}
 * @param revkeenId RevKeen's uuid, once known
 * @param favourite whether it stands on the first page of the grid
 * @param active false once archived; an archived product still scans for refunds but is not sold
 * @param openPrice whether its price is asked for at each sale
 * @param choices its prices by name where it has several, such as small and large; empty where it has one
 */
public record Product(
        String id,
        String sku,
        String name,
        Money price,
        TaxRate tax,
        String category,
        List<String> barcodes,
        @Nullable String revkeenId,
        boolean favourite,
        boolean active,
        boolean openPrice,
        List<PriceChoice> choices) {

    /** Copies the lists and refuses a negative price. */
    public Product {
        barcodes = List.copyOf(barcodes);
        choices = List.copyOf(choices);
        if (price.isNegative()) {
            throw new IllegalArgumentException("A price is zero or above: " + sku + " at " + price);
        }
    }

    /** A product with one price. */
    public Product(
            String id,
            String sku,
            String name,
            Money price,
            TaxRate tax,
            String category,
            List<String> barcodes,
            @Nullable String revkeenId,
            boolean favourite,
            boolean active) {
        this(id, sku, name, price, tax, category, barcodes, revkeenId, favourite, active, false, List.of());
    }

    /** The same with its price asked for at each sale, or not. */
    public Product withOpenPrice(boolean open) {
        return new Product(id, sku, name, price, tax, category, barcodes, revkeenId, favourite, active, open, choices);
    }

    /** The same with several prices. */
    public Product withChoices(List<PriceChoice> several) {
        return new Product(
                id, sku, name, price, tax, category, barcodes, revkeenId, favourite, active, openPrice, several);
    }
}
