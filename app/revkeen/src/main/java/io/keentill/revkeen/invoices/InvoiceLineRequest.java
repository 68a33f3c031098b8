package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import org.jspecify.annotations.Nullable;

/** A line of an invoice. */
public final class InvoiceLineRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<Long> UNIT_AMOUNT_MINOR = WIRE.member("unit_amount_minor");
    private static final Member<Long> QUANTITY = WIRE.member("quantity");
    private static final Member<String> PRODUCT_ID = WIRE.member("product_id");

    private InvoiceLineRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param description what was sold
     * @param unitAmountMinor of one piece, minor units
     */
    public static InvoiceLineRequest of(String description, long unitAmountMinor) {
        return new InvoiceLineRequest(
                Members.NONE.with(DESCRIPTION, description).with(UNIT_AMOUNT_MINOR, unitAmountMinor));
    }

    /** The same with quantity: 1 unless said. */
    public InvoiceLineRequest withQuantity(Long value) {
        return new InvoiceLineRequest(members.with(QUANTITY, value));
    }

    /** The same with productId: uuid. */
    public InvoiceLineRequest withProductId(String value) {
        return new InvoiceLineRequest(members.with(PRODUCT_ID, value));
    }

    /** Of one piece, minor units. */
    public long unitAmountMinor() {
        return members.need(UNIT_AMOUNT_MINOR);
    }

    /** Pieces; null for 1. */
    public @Nullable Long quantity() {
        return members.get(QUANTITY);
    }
}
