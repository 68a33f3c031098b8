package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of API reference A.8: the statuses, and the shape of each resource's refusals. */
class ErrorsTest {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String ORDER = "{'line_items':[{'description':'Tea','unit_price':350}]}";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PLATFORM; {'error':{'type':'invalid_request_error','code':'invalid_request','message':'Bad.',"
                        + "'param':'f','details':{'fields':{'f':['Bad.']}},'request_id':'req_1'}}",
                "E1; {'error':{'type':'invalid_request_error','code':'invalid_request','message':'Bad.','param':'f'}}",
                "E2; {'error':{'type':'invalid_request_error','code':'invalid_request','message':'Bad.'}}",
                "E3; {'error':{'code':'invalid_request','message':'Bad.'}}",
                "E4; {'error':'Bad.'}",
                "E5; {'error':'Bad.','code':'invalid_request'}",
                "E6; {'error':'Bad.','message':'Bad.','code':'invalid_request'}",
                "E7; {'error':'Bad.','message':'Bad.'}",
                "E8; {'error':'Bad.','details':{'field':'f'}}",
                "E9; {'error':{'message':'Bad.','type':'invalid_request_error'}}",
                "E10; {'error':'Bad.','field':'f'}"
            },
            quoteCharacter = '`')
    void each_shape_is_as_documented(ErrorShape shape, String body) {
        assertThat(shape.body(Refusal.invalid("f", "Bad."), "req_1").toString()).isEqualTo(body.replace('\'', '"'));
    }

    @Test
    void a_duplicate_charge_names_the_existing_one_instead_of_a_code() {
        Refusal duplicate = Refusal.conflict("conflict", "Twice.").with("existingChargeId", "c1");
        assertThat(ErrorShape.E5.body(duplicate, "").toString())
                .isEqualTo("{\"error\":\"Twice.\",\"existingChargeId\":\"c1\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /orders/{} | error{type,code,message,param}",
                "GET | /payments/{} | error{type,code,message,param}",
                "GET | /prices/{} | error{type,code,message,param}",
                "GET | /tax-rates/{} | error{type,code,message,param}",
                "GET | /payment-intents/{} | error{type,code,message,param}",
                "GET | /events/{} | error{type,code,message,param}",
                "GET | /webhook-deliveries/{} | error{type,code,message}",
                "GET | /customers/{}/orders | error{code,message}",
                "GET | /products/{} | error",
                "GET | /charges/{} | error,code",
                "GET | /terminal-payments/{} | error,message,code",
                "GET | /terminal-devices/{} | error,message",
                "GET | /payment-links/{} | error,details",
                "GET | /meters/{} | error{message,type}",
                "GET | /invoices/{} | error{type,code,message,param,request_id}",
                "GET | /customers/{} | error{type,code,message,param,request_id}",
                "GET | /webhook-endpoints/{} | error{type,code,message,param,request_id}"
            })
    void each_resource_refuses_in_its_own_shape(String method, String path, String fields) {
        Answer missing = shop.api.send(method, path.replace("{}", NOBODY), null);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(fields(missing)).isEqualTo(fields);
        if (missing.text().contains("\"code\"")) {
            assertThat(missing.text()).contains("\"resource_missing\"");
        }
    }

    @Test
    void each_status_has_its_reference_code_and_type() {
        assertThat(said(shop.api.post("/orders", "{}"))).isEqualTo("400 invalid_request invalid_request_error");
        assertThat(said(shop.api.post("/orders", "no json"))).isEqualTo("400 invalid_request invalid_request_error");
        assertThat(said(shop.api.post("/orders", "{'colour':1}"))).startsWith("400 invalid_request");
        assertThat(said(new Client(shop.sandbox.baseUrl(), null).get("/orders")))
                .isEqualTo("401 unauthenticated authentication_error");
        Client reader = new Client(shop.sandbox.baseUrl(), shop.sandbox.issueKey(java.util.Set.of("products:read")));
        assertThat(said(reader.get("/orders"))).isEqualTo("403 permission_denied permission_error");
        assertThat(said(shop.api.get("/orders/" + NOBODY))).isEqualTo("404 resource_missing invalid_request_error");
        shop.api.send("POST", "/orders", ORDER, "Idempotency-Key", "k");
        assertThat(said(shop.api.send("POST", "/orders", "{}", "Idempotency-Key", "k")))
                .isEqualTo("409 idempotency_conflict invalid_request_error");
        Answer rule =
                shop.api.post("/terminal-payments", "{'device_id':'" + NOBODY + "','amount_minor':1,'currency':'GBP'}");
        assertThat(rule.status()).isEqualTo(422);
        shop.admin.post("/next-fault", "{'kind':'status','status':429}");
        assertThat(said(shop.api.get("/orders"))).isEqualTo("429 rate_limited rate_limit_error");
        shop.admin.post("/next-fault", "{'kind':'status','status':500}");
        assertThat(said(shop.api.get("/orders"))).isEqualTo("500 injected_fault api_error");
    }

    @Test
    void an_answer_of_the_older_spelling_is_switched_on_and_off_and_both_are_read() {
        String camel = "{'email':'anna@shop.test','companyName':'Anna Ltd','metadata':{'own_word':'x'}}";
        String id = shop.api.post("/customers", camel).id();
        assertThat(shop.api.get("/customers/" + id).text())
                .contains("\"company_name\":\"Anna Ltd\"")
                .doesNotContain("companyName");
        shop.admin.patch("/settings", "{'older_spelling':true}");
        assertThat(shop.api.get("/customers/" + id).text())
                .contains("\"companyName\":\"Anna Ltd\"", "\"own_word\"")
                .doesNotContain("company_name");
        String snake = "{'company_name':'Anna plc'}";
        assertThat(shop.api.patch("/customers/" + id, snake).text()).contains("\"companyName\":\"Anna plc\"");
        assertThat(shop.api.post("/orders", ORDER).text()).contains("line_items");
        shop.admin.patch("/settings", "{'older_spelling':false}");
        assertThat(shop.api.get("/customers/" + id).text()).contains("\"company_name\":\"Anna plc\"");
    }

    /** The areas that API reference A.10 names, and one that it does not. */
    @Test
    void the_older_spelling_is_that_of_the_areas_that_had_it() {
        shop.admin.patch("/settings", "{'older_spelling':true}");
        shop.admin.post("/benefits", "{'benefit_key':'sauna','name':'Sauna'}");
        String customer = shop.customer();
        String grant = "{'benefitKey':'sauna'}";
        assertThat(shop.api
                        .post("/customers/" + customer + "/entitlements", grant)
                        .text())
                .contains("\"benefitId\"", "\"hasAccess\"");
        assertThat(shop.api.get("/entitlements?customer_id=" + customer).text()).contains("\"accessLevel\"");
        Answer session = shop.api.post("/checkout-sessions", "{'amountMinor':500}");
        assertThat(session.text()).contains("\"publicToken\"", "\"amountMinor\"");
        String path = "/checkout-sessions/" + session.data().get("id").stringValue();
        assertThat(shop.api.get(path).text()).contains("\"amount_total\"");
        assertThat(shop.api.post(path + "/expire", "").text()).contains("\"expiredAt\"");
        assertThat(shop.api
                        .post("/customers/" + customer + "/portal-sessions", "")
                        .text())
                .contains("\"expiresAt\"");
        assertThat(shop.api
                        .post("/customer-portal/sessions", "{'customer_id':'" + customer + "'}")
                        .text())
                .contains("\"expiresAt\"");
        assertThat(shop.api.get("/analytics/revenue/mrr-summary").text()).contains("\"currentMrr\"");
        assertThat(shop.api
                        .get("/analytics/revenue/time-series?startDate=2026-04-01T00:00:00Z"
                                + "&endDate=2026-05-01T00:00:00Z")
                        .text())
                .contains("\"dataPoints\"");
        assertThat(shop.api.get("/customers/" + customer + "/payments").text()).contains("\"has_more\"");
    }

    private static String said(Answer answer) {
        var error = answer.json().get("error");
        return answer.status() + " " + error.get("code").stringValue() + " "
                + error.get("type").stringValue();
    }

    /** The field names of a refusal, those of an object in braces. */
    private static String fields(Answer answer) {
        return answer.json().properties().stream()
                .map(field -> field.getValue().isObject() && field.getKey().equals("error")
                        ? "error{" + String.join(",", field.getValue().propertyNames()) + "}"
                        : field.getKey())
                .reduce((one, two) -> one + "," + two)
                .orElse("");
    }
}
