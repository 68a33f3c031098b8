package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Catalogue;
import io.keentill.sandbox.shop.Customers;
import io.keentill.sandbox.shop.Invoices;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be imported.
 *
 * @param stored the kind of the stored objects
 * @param key the field that tells that one is there already
 * @param create the operation that makes a new one
 * @param update the operation that changes one
 */
record ImportKind(String stored, String key, Endpoint create, Endpoint update) {
    private static final Map<String, ImportKind> ALL = Map.of(
            "customers", of(Customers.customers(), Customers.CUSTOMER, "/customers", "email"),
            "products", of(Catalogue.products(), Catalogue.PRODUCT, "/products", "product_id"),
            "invoices", of(Invoices.invoices(), Invoices.INVOICE, "/invoices", "invoice_number"));

    /** The kind that an import names. */
    static ImportKind of(ObjectNode started) {
        return Objects.requireNonNull(ALL.get(Json.need(started, "resource_type")));
    }

    private static ImportKind of(Resource resource, String stored, String path, String key) {
        return new ImportKind(
                stored,
                key,
                Inside.endpoint(resource, "POST", path),
                Inside.endpoint(resource, "PATCH", path + "/{id}"));
    }

    /** The one that is there already and has the unique field of {@code wanted}. */
    Optional<ObjectNode> twin(Work work, ObjectNode wanted) {
        String value = Json.text(wanted, key);
        return value == null
                ? Optional.empty()
                : Query.of(stored).whereIgnoringCase(key, value).first(work.tx());
    }
}
