package io.keentill.revkeen.contract;

import io.keentill.revkeen.customers.CustomerRequest;
import io.keentill.revkeen.customers.CustomerUpsert;
import java.util.List;
import java.util.Map;

/** Customers (section B.8). */
final class CustomersContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "POST /customers",
                        w -> w.client().customers().create(CustomerRequest.of(w.fresh("ada") + "@shop.example"))),
                on(
                        "POST /customers",
                        "with every member",
                        w -> w.client()
                                .customers()
                                .create(CustomerRequest.of(w.fresh("ada") + "@shop.example")
                                        .withName("Ada")
                                        .withPhone("+44 20 7946 0000")
                                        .withCompanyName("Engines Ltd")
                                        .withAddressLine1("1 High Street")
                                        .withAddressLine2("Flat 2")
                                        .withCity("London")
                                        .withState("Greater London")
                                        .withPostalCode("N1 1AA")
                                        .withCountry("GB")
                                        .withMetadata(Map.of("card", "gold"))
                                        .withCustomFields(Map.of("shoe", "42")))),
                on("GET /customers", w -> w.client().customers().list(null)),
                on(
                        "GET /customers",
                        "with a search",
                        w -> w.client().customers().list("walk-in")),
                on(
                        "GET /customers/{id}",
                        w -> w.client().customers().get(w.customer().id())),
                on(
                        "PUT /customers/external/{source}/{id}",
                        w -> w.client()
                                .customers()
                                .upsertExternal(
                                        "contract", w.fresh("c"), CustomerUpsert.of(w.fresh("bob") + "@shop.example"))),
                on(
                        "PUT /customers/external/{source}/{id}",
                        "with every member",
                        w -> w.client()
                                .customers()
                                .upsertExternal(
                                        "contract",
                                        w.fresh("c"),
                                        CustomerUpsert.of(w.fresh("bob") + "@shop.example")
                                                .withName("Bob")
                                                .withPhone("+44 20 7946 0001")
                                                .withAddressLine1("2 High Street")
                                                .withAddressLine2("Rear")
                                                .withCity("London")
                                                .withState("Greater London")
                                                .withPostalCode("N1 1AB")
                                                .withCountry("GB")
                                                .withTaxId("GB123456789")
                                                .withTaxIdCountry("GB")
                                                .withNotes("pays cash")
                                                .withMetadata(Map.of("card", "none"))
                                                .withCustomFields(Map.of("shoe", "43"))
                                                .withExternalUpdatedAt(w.now()))));
    }
}
