package io.keentill.revkeen.products;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;

/** Body of {@code PUT /products/external/batch}. */
public final class ProductBatch extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> SOURCE = WIRE.member("source");
    private static final Member<List<ProductBatchItem>> PRODUCTS = WIRE.member("products");

    private ProductBatch(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param source the foreign system
     * @param products 1 to 100
     */
    public static ProductBatch of(String source, List<ProductBatchItem> products) {
        return new ProductBatch(Members.NONE.with(SOURCE, source).with(PRODUCTS, products));
    }
}
