package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Products, prices, tax rates, discounts, customers: happy paths, refusals, envelopes. */
class CatalogueTest {
    private static final String PRODUCT = "{'product_id':'%s','name':'Cake','kind':'one_time',"
            + "'pricing_model':'one_time','amount_minor':250,'currency':'GBP','metadata':{'barcode':'1'}}";

    @TempDir
    Path directory;

    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void the_seed_lists_back_with_its_metadata_and_tax_in_the_page_envelope() {
        ObjectNode page = shop.api.get("/products").json();
        JsonNode tea = page.get("data").get(0);
        assertThat(Json.text(tea, "product_id")).isEqualTo("TEA-1");
        assertThat(Json.whole(tea, "amount_minor")).isEqualTo(350);
        assertThat(Json.text(tea.get("metadata"), "barcode")).isEqualTo("5000000000012");
        assertThat(Json.text(tea, "tax_code")).isEqualTo("zero");
        String rate = Json.text(tea.get("metadata"), "tax_rate_id");
        assertThat(Json.text(shop.api.get("/tax-rates/" + rate).json(), "display_name"))
                .isEqualTo("VAT 0%");
        assertThat(page.get("pagination"))
                .isEqualTo(Json.stored("{\"page\":1,\"limit\":20,\"total\":2,\"totalPages\":1,\"kind\":\"offset\"}"));
    }

    @Test
    void products_are_made_found_changed_and_archived() {
        String id = shop.api.post("/products", PRODUCT.formatted("CAKE")).id();
        assertThat(shop.api.post("/products", PRODUCT.formatted("CAKE")).status())
                .isEqualTo(400);
        assertThat(shop.api.get("/products?search=cAk").json().get("data").size())
                .isEqualTo(1);
        ObjectNode changed = shop.api
                .patch("/products/" + id, "{'amountMinor':300,'metadata':{'shelf':'2'}}")
                .data();
        assertThat(Json.whole(changed, "amount_minor")).isEqualTo(300);
        assertThat(changed.get("metadata").toString()).isEqualTo("{\"barcode\":\"1\",\"shelf\":\"2\"}");
        assertThat(Json.yes(
                        shop.api
                                .patch("/products/" + id, "{'is_archived':true}")
                                .data(),
                        "is_archived"))
                .isTrue();
        assertThat(shop.api.patch("/products/" + id, "{'product_id':'X'}").status())
                .isEqualTo(400);
        assertThat(shop.api.get("/products/nope").status()).isEqualTo(404);
        assertThat(shop.api.get("/products/nope").json().get("error").isString())
                .isTrue();
        assertThat(shop.api.get("/products?page=0").status()).isEqualTo(400);
    }

    @Test
    void pages_neither_repeat_nor_skip_while_products_are_added() {
        Set<String> seen = new HashSet<>();
        for (int page = 1; page <= 3; page++) {
            for (JsonNode product :
                    shop.api.get("/products?limit=2&page=" + page).json().get("data")) {
                assertThat(seen.add(Json.need(product, "id"))).isTrue();
            }
            shop.api.post("/products", PRODUCT.formatted("NEW-" + page));
            shop.api.post("/products", PRODUCT.formatted("NEW2-" + page));
        }
        assertThat(seen).hasSize(6);
    }

    @Test
    void a_product_upsert_speaks_camel_case_and_refuses_what_is_older() {
        String path = "/products/external/erp/A%2F1";
        ObjectNode made = shop.api.put(path, body(500, "2026-05-01T10:00:00Z")).json();
        assertThat(Json.yes(made, "created")).isTrue();
        assertThat(Json.whole(made.get("data"), "amountCents")).isEqualTo(500);
        assertThat(Json.text(made.get("data"), "externalId")).isEqualTo("A/1");
        ObjectNode again = shop.api.put(path, body(600, "2026-05-02T10:00:00Z")).json();
        assertThat(Json.yes(again, "created")).isFalse();
        assertThat(Json.text(again.get("data"), "id")).isEqualTo(Json.text(made.get("data"), "id"));
        assertThat(shop.api.put(path, body(1, "2026-04-01T10:00:00Z")).status()).isEqualTo(409);
    }

    private static String body(int cents, String time) {
        return "{'name':'P','amountCents':%d,'externalUpdatedAt':'%s'}".formatted(cents, time);
    }

    @Test
    void prices_need_what_their_kind_needs() {
        String product = Json.need(shop.api.get("/products").json().get("data").get(0), "id");
        String price = "{'product_id':'" + product + "','currency':'GBP'%s}";
        ObjectNode made =
                shop.api.post("/prices", price.formatted(",'unit_amount':350")).json();
        assertThat(Json.text(made, "currency")).isEqualTo("gbp");
        assertThat(shop.api.post("/prices", price.formatted("")).status()).isEqualTo(400);
        assertThat(shop.api
                        .post("/prices", price.formatted(",'unit_amount':1,'type':'recurring'"))
                        .status())
                .isEqualTo(400);
        String nowhere = "{'product_id':'00000000-0000-4000-8000-000000000009','unit_amount':1}";
        assertThat(shop.api.post("/prices", nowhere).status()).isEqualTo(404);
        String id = Json.need(made, "id");
        assertThat(Json.yes(shop.api.delete("/prices/" + id).json(), "active")).isFalse();
        assertThat(shop.api.get("/prices?active=false").json().get("data").size())
                .isEqualTo(1);
        assertThat(shop.api.get("/prices?active=maybe").status()).isEqualTo(400);
        assertThat(shop.api.patch("/prices/" + id, "{'unit_amount':1}").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'billing_scheme':'tiered'",
                "'unit_amount':1,'tiers':[{'up_to':1},{'up_to':null}]",
                "'unit_amount':1,'tiers_mode':'volume'",
                "'billing_scheme':'tiered','tiers':[{'up_to':5},{'up_to':10}]",
                "'billing_scheme':'tiered','tiers':[{'up_to':5},{'up_to':5},{'up_to':null}]",
                "'billing_scheme':'tiered','tiers':[{'up_to':null},{'up_to':null}]",
                "'unit_amount':1,'transform_quantity':{'divide_by':0,'round':'up'}",
                "'unit_amount':1,'transform_quantity':{'divide_by':10}",
                "'pricing_model':'pay_what_you_want','minimum_amount':10,'maximum_amount':9"
            })
    void a_price_that_makes_no_sense_is_refused(String fields) {
        String product = Json.need(shop.api.get("/products").json().get("data").get(0), "id");
        Client.Answer answer = shop.api.post("/prices", "{'product_id':'" + product + "'," + fields + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Json.text(answer.json().get("error"), "type")).isEqualTo("invalid_request_error");
    }

    @Test
    void tax_rates_have_fixed_percentages() {
        String id = shop.api
                .post("/tax-rates", "{'display_name':'GST','percentage':8.25,'tax_type':'gst'}")
                .id();
        assertThat(shop.api.get("/tax-rates/" + id).json().get("percentage").doubleValue())
                .isEqualTo(8.25);
        assertThat(shop.api.patch("/tax-rates/" + id, "{'percentage':9}").status())
                .isEqualTo(400);
        assertThat(shop.api
                        .post("/tax-rates", "{'display_name':'x','percentage':101}")
                        .status())
                .isEqualTo(400);
        shop.api.delete("/tax-rates/" + id);
        ObjectNode list = shop.api.get("/tax-rates?active=true").json();
        assertThat(list.get("data").size()).isEqualTo(2);
        assertThat(Json.text(list, "object")).isEqualTo("list");
        assertThat(Json.yes(list, "has_more")).isFalse();
    }

    @Test
    void discounts_keep_their_code_in_upper_case_and_hide_what_is_write_only() {
        String body = "{'code':'spring','name':'Spring','discount_type':'percentage','discount_value':%s,"
                + "'scope':'entire_order'}";
        assertThat(shop.api.post("/discounts", body.formatted("120")).status()).isEqualTo(400);
        ObjectNode made = shop.api.post("/discounts", body.formatted("12.5")).data();
        assertThat(Json.text(made, "code")).isEqualTo("SPRING");
        assertThat(made.has("scope")).isFalse();
        assertThat(shop.api.post("/discounts", body.formatted("10")).status()).isEqualTo(400);
        shop.api.delete("/discounts/" + Json.need(made, "id"));
        assertThat(shop.api
                        .get("/discounts?is_archived=true")
                        .json()
                        .get("meta")
                        .toString())
                .isEqualTo("{\"total\":1,\"limit\":20,\"offset\":0,\"has_more\":false}");
    }

    @Test
    void customers_have_one_address_each_and_answer_in_snake_case() {
        ObjectNode made = shop.api
                .post("/customers", "{'email':'a@b.test','companyName':'Acme','metadata':{'x':1,'y':2}}")
                .data();
        assertThat(Json.text(made, "company_name")).isEqualTo("Acme");
        assertThat(shop.api.post("/customers", "{'email':'A@B.test'}").status()).isEqualTo(400);
        assertThat(shop.api.post("/customers", "{'email':'nobody'}").status()).isEqualTo(400);
        String path = "/customers/" + Json.need(made, "id");
        assertThat(shop.api
                        .patch(path, "{'metadata':{'x':null,'z':3}}")
                        .data()
                        .get("metadata")
                        .toString())
                .isEqualTo("{\"y\":2,\"z\":3}");
        assertThat(shop.api
                        .get("/customers?search=acme")
                        .json()
                        .get("pagination")
                        .toString())
                .isEqualTo("{\"limit\":20,\"offset\":0,\"total\":1}");
        String external = "/customers/external/crm/7";
        String newer = "{'email':'c@d.test','external_updated_at':'2026-05-01T10:00:00Z'}";
        assertThat(Json.yes(shop.api.put(external, newer).json(), "created")).isTrue();
        assertThat(Json.yes(shop.api.put(external, newer).json(), "created")).isFalse();
        ObjectNode stale =
                shop.api.put(external, newer.replace("05-01", "04-01")).json();
        assertThat(Json.yes(stale, "ignored")).isTrue();
        assertThat(Json.text(stale, "reason")).isEqualTo("stale_update");
    }
}
