package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A customer's lists, portal sessions and batches (API reference B.8), and batches of products (B.4). */
class CustomersTest {
    @TempDir
    Path directory;

    Shop shop;
    String customer;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
        customer = shop.customer();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void the_sublists_show_the_short_forms_of_what_is_theirs_alone() {
        String invoice = shop.openInvoice(1000);
        String other = shop.api.post("/customers", "{'email':'o@shop.test'}").id();
        shop.api.post("/invoices", "{'customer_uuid':'" + other + "','total_minor':5}");
        shop.api.post(
                "/orders", "{'customer_id':'" + customer + "','line_items':[{'description':'x','unit_price':7}]}");
        shop.api.post("/invoices/" + invoice + "/pay", "{'payment_method':'cash','amount_minor':1000}");
        shop.api.post("/invoices/" + invoice + "/refund", "{'amount_minor':10}");
        ObjectNode invoices = list("/invoices");
        assertThat(invoices.propertyNames()).containsExactly("object", "data", "has_more");
        assertThat(invoices.get("data").size()).isEqualTo(1);
        assertThat(invoices.get("data").get(0).propertyNames())
                .containsExactly(
                        "id",
                        "customer_id",
                        "invoice_number",
                        "status",
                        "total_minor",
                        "currency",
                        "due_date",
                        "created_at",
                        "updated_at");
        JsonNode order = list("/orders").get("data").get(0);
        assertThat(Json.whole(order, "total_minor")).isEqualTo(7);
        assertThat(order.has("total")).isFalse();
        JsonNode payment = list("/payments?status=captured").get("data").get(0);
        assertThat(Json.text(payment, "status")).isEqualTo("captured");
        assertThat(Json.whole(payment, "amount_minor")).isEqualTo(1000);
        assertThat(list("/payments?status=refunded").get("data").size()).isZero();
        assertThat(list("/subscriptions").get("data").size()).isZero();
    }

    @Test
    void a_cursor_walks_a_sublist() {
        for (int i = 0; i < 3; i++) {
            shop.openInvoice(100 + i);
        }
        ObjectNode first = list("/invoices?limit=2");
        assertThat(Json.yes(first, "has_more")).isTrue();
        String last = Json.need(first.get("data").get(1), "id");
        ObjectNode rest = list("/invoices?limit=2&starting_after=" + last);
        assertThat(Json.yes(rest, "has_more")).isFalse();
        assertThat(Json.whole(rest.get("data").get(0), "total_minor")).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "subscriptions", "orders", "payments"})
    void an_unknown_customer_is_told_in_the_sublists_own_shape(String list) {
        Answer answer = shop.api.get("/customers/none/" + list);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("error").propertyNames()).containsExactly("code", "message");
        Answer word = shop.api.get("/customers/" + customer + "/" + list + "?status=eaten");
        assertThat(word.status()).isEqualTo(list.equals("invoices") ? 200 : 400);
    }

    @Test
    void a_portal_session_shows_its_token_once() {
        Answer answer = shop.api.post("/customers/" + customer + "/portal-sessions", "{'return_url':'https://x.test'}");
        assertThat(answer.status()).isEqualTo(201);
        ObjectNode session = answer.data();
        assertThat(Json.text(session, "customer_id")).isEqualTo(customer);
        assertThat(Json.text(session, "expires_at")).isEqualTo("2026-05-01T10:00:00Z");
        assertThat(Json.text(session, "token")).startsWith("rkcps_");
        assertThat(shop.api.post("/customers/none/portal-sessions", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void a_batch_of_customers_counts_what_became_of_each() {
        String newer = "'external_updated_at':'2026-05-02T00:00:00Z'";
        shop.api.put("/customers/external/crm/1", "{'email':'one@shop.test'," + newer + "}");
        ObjectNode answer = shop.api
                .put(
                        "/customers/external/batch",
                        "{'source':'crm','customers':["
                                + "{'external_id':'1','email':'one@shop.test','external_updated_at':'2026-05-01T00:00:00Z'},"
                                + "{'external_id':'2','email':'two@shop.test'},"
                                + "{'external_id':'3','email':'no address'},"
                                + "{'external_id':'4','email':'two@shop.test'},"
                                + "{'external_id':'5','email':'five@shop.test','custom_fields':{}},"
                                + "{'external_id':'2','email':'two@shop.test','name':'Two'}]}")
                .json();
        assertThat(answer.toString())
                .startsWith("{\"created\":1,\"updated\":1,\"skipped\":1,\"failed\":[{\"external_id\":\"3\",");
        assertThat(answer.get("failed"))
                .extracting(row -> Json.text(row, "external_id"))
                .containsExactly("3", "4", "5");
        assertThat(answer.get("failed").get(0).propertyNames()).containsExactly("external_id", "error");
        assertThat(shop.api
                        .get("/customers?search=two@shop.test")
                        .json()
                        .get("data")
                        .size())
                .isEqualTo(1);
        assertThat(shop.api
                        .put("/customers/external/batch", "{'source':'crm','customers':[]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_batch_of_products_speaks_snake_case() {
        String batch = "{'source':'erp','products':[{'external_id':'A','name':'Ale','amount_cents':450},"
                + "{'external_id':'TEA-1','name':'Taken','amount_cents':1},"
                + "{'external_id':'B','name':'Bun','amount_cents':-1}]}";
        ObjectNode answer = shop.api.put("/products/external/batch", batch).json();
        assertThat(Json.whole(answer, "created")).isEqualTo(1);
        assertThat(answer.get("failed"))
                .extracting(row -> Json.text(row, "external_id"))
                .containsExactly("TEA-1", "B");
        ObjectNode again = shop.api
                .put("/products/external/erp/A", "{'name':'Ale','amountCents':475}")
                .json();
        assertThat(Json.yes(again, "created")).isFalse();
        assertThat(shop.api.get("/products?search=ale").json().get("data").size())
                .isEqualTo(1);
    }

    private ObjectNode list(String below) {
        return shop.api.get("/customers/" + customer + below).json();
    }
}
