package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice.
 *
 * @param description what was sold
 * @param unitAmountMinor of one piece, minor units
 * @param quantity 1 unless said
 * @param productId uuid
 */
public record InvoiceLineRequest(
        String description,
        long unitAmountMinor,
        @Nullable Long quantity,
        @Nullable String productId) {

    /** With what is required; everything else as the API defaults it. */
    public static InvoiceLineRequest of(String description, long unitAmountMinor) {
        return new InvoiceLineRequest(description, unitAmountMinor, null, null);
    }

    /** The same with quantity: 1 unless said. */
    public InvoiceLineRequest withQuantity(Long value) {
        return new InvoiceLineRequest(description, unitAmountMinor, value, productId);
    }

    /** The same with productId: uuid. */
    public InvoiceLineRequest withProductId(String value) {
        return new InvoiceLineRequest(description, unitAmountMinor, quantity, value);
    }

    Body body() {
        return new Body()
                .put("description", description)
                .put("unit_amount_minor", unitAmountMinor)
                .put("quantity", quantity)
                .put("product_id", productId);
    }
}
