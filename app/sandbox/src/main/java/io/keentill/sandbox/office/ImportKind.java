package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Catalogue;
import io.keentill.sandbox.shop.Customers;
import io.keentill.sandbox.shop.Invoices;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What can be imported: which operations make and change it, and which field tells that it is there already. */
enum ImportKind {
    CUSTOMERS(Customers.customers(), Customers.CUSTOMER, "/customers", "email"),
    PRODUCTS(Catalogue.products(), Catalogue.PRODUCT, "/products", "product_id"),
    INVOICES(Invoices.invoices(), Invoices.INVOICE, "/invoices", "invoice_number");

    private final String stored;
    private final String key;
    private final Endpoint create;
    private final Endpoint update;

    ImportKind(Resource resource, String stored, String path, String key) {
        this.stored = stored;
        this.key = key;
        create = Inside.endpoint(resource, "POST", path);
        update = Inside.endpoint(resource, "PATCH", path + "/{id}");
    }

    /** The kind that a request names. */
    static ImportKind of(String resourceType) {
        return valueOf(resourceType.toUpperCase(java.util.Locale.ROOT));
    }

    /** The operation that makes a new one. */
    Endpoint create() {
        return create;
    }

    /** The operation that changes one. */
    Endpoint update() {
        return update;
    }

    /** The field that is unique. */
    String key() {
        return key;
    }

    /** The one that is there already and has the unique field of {@code wanted}. */
    Optional<ObjectNode> twin(Work work, ObjectNode wanted) {
        String value = Json.text(wanted, key);
        return value == null
                ? Optional.empty()
                : Query.of(stored).whereIgnoringCase(key, value).first(work.tx());
    }
}
