package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;

/** Body of {@code PUT /invoices/external/batch}. */
public final class InvoiceBatch extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> SOURCE = WIRE.member("source");
    private static final Member<List<InvoiceBatchItem>> INVOICES = WIRE.member("invoices");

    private InvoiceBatch(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param source the foreign system
     * @param invoices 1 to 100
     */
    public static InvoiceBatch of(String source, List<InvoiceBatchItem> invoices) {
        return new InvoiceBatch(Members.NONE.with(SOURCE, source).with(INVOICES, invoices));
    }
}
