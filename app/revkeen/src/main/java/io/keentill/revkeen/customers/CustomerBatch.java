package io.keentill.revkeen.customers;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;

/** Body of {@code PUT /customers/external/batch}. */
public final class CustomerBatch extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> SOURCE = WIRE.member("source");
    private static final Member<List<CustomerBatchItem>> CUSTOMERS = WIRE.member("customers");

    private CustomerBatch(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param source the foreign system
     * @param customers 1 to 100
     */
    public static CustomerBatch of(String source, List<CustomerBatchItem> customers) {
        return new CustomerBatch(Members.NONE.with(SOURCE, source).with(CUSTOMERS, customers));
    }
}
