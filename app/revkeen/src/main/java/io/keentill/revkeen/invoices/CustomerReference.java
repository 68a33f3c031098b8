package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** A customer by a foreign id. */
public final class CustomerReference extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> SOURCE = WIRE.member("source");
    private static final Member<String> ID = WIRE.member("id");

    private CustomerReference(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param source the foreign system
     * @param id its id there
     */
    public static CustomerReference of(String source, String id) {
        return new CustomerReference(Members.NONE.with(SOURCE, source).with(ID, id));
    }
}
