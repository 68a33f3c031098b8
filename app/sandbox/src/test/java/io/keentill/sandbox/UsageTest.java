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
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Meters, their prices, usage events and what they add up to (API reference B.25). */
class UsageTest {
    private static final String MAY = "start_time=2026-05-01&end_time=2026-06-01";

    @TempDir
    Path directory;

    RecurringShop shop;

    @BeforeEach
    void open() {
        shop = new RecurringShop(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private String meter(String fields) {
        return RecurringShop.made(shop.api.post("/meters", "{'name':'Water','event_name':'water'" + fields + "}"));
    }

    private ObjectNode send(String fields) {
        return shop.api
                .post("/usage-events", "{'name':'water','customer_id':'%s'%s}".formatted(shop.customer, fields))
                .json();
    }

    private static String status(ObjectNode result) {
        return Json.text(result.get("data").get(0), "status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum||15",
                "sum|,'value_key':'litres'|2.5",
                "count||3",
                "count_unique|,'unique_count_key':'tap'|2",
                "max||9",
                "last||2",
            })
    void a_meter_adds_up_as_it_says(String aggregation, String fields, String value) {
        String meter = meter(",'aggregation':'" + aggregation + "'" + (fields == null ? "" : fields));
        send(",'quantity':4,'timestamp':'2026-05-01T08:00:00Z','metadata':{'tap':'a','litres':1}");
        send(",'quantity':2,'timestamp':'2026-05-01T08:30:00Z','metadata':{'tap':'b','litres':0.5}");
        send(",'quantity':9,'timestamp':'2026-05-01T07:00:00Z','metadata':{'tap':'a','litres':1}");
        ObjectNode sum = shop.api
                .get("/usage-events/aggregate/" + meter + "?" + MAY + "&customer_id=" + shop.customer)
                .json();
        assertThat(sum.get("value").asString()).isEqualTo(value);
        assertThat(Json.whole(sum, "event_count")).isEqualTo(3);
        assertThat(Json.text(sum, "object")).isEqualTo("usage_aggregate");
    }

    @Test
    void the_end_of_a_time_span_is_not_a_part_of_it() {
        String meter = meter("");
        send(",'timestamp':'2026-05-01T00:00:00Z'");
        String path = "/usage-events/aggregate/" + meter;
        assertThat(Json.whole(
                        shop.api
                                .get(path + "?start_time=2026-05-01&end_time=2026-05-02")
                                .json(),
                        "value"))
                .isEqualTo(1);
        assertThat(Json.whole(
                        shop.api
                                .get(path + "?start_time=2026-04-01&end_time=2026-05-01")
                                .json(),
                        "value"))
                .isZero();
        assertThat(shop.api.get(path).status()).isEqualTo(400);
        assertThat(shop.api
                        .get(path + "?start_time=2026-05-02&end_time=2026-05-01")
                        .status())
                .isEqualTo(400);
        assertThat(shop.api.get("/usage-events/aggregate/none?" + MAY).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'property':'kind','value':'hot'}|{'kind':'hot'}|ingested",
                "{'property':'kind','value':'hot'}|{'kind':'cold'}|skipped",
                "{'property':'kind','value':'hot'}|{}|skipped",
                "{'property':'n','operator':'gte','value':3}|{'n':3}|ingested",
                "{'property':'n','operator':'lt','value':3}|{'n':3}|skipped",
                "{'property':'n','operator':'eq','value':3}|{'n':3.0}|ingested",
                "{'property':'kind','operator':'in','value':['a','b']}|{'kind':'b'}|ingested",
                "{'property':'kind','operator':'not_in','value':['a','b']}|{'kind':'b'}|skipped",
                "{'property':'kind','operator':'exists','value':true}|{}|skipped",
                "{'property':'kind','operator':'contains','value':'o'}|{'kind':'hot'}|ingested",
                "{'property':'kind','operator':'neq','value':'hot'}|{}|ingested",
            })
    void filters_decide_what_counts(String condition, String metadata, String status) {
        meter(",'filter_conditions':[" + condition + "]");
        assertThat(status(send(",'metadata':" + metadata))).isEqualTo(status);
    }

    @Test
    void absurd_numbers_count_nothing_and_break_nothing() {
        String meter = meter(",'aggregation':'sum','value_key':'n'");
        meter(",'filter_conditions':[{'property':'n','operator':'gt','value':1}]");
        for (String number : new String[] {"1e999", "-1e400", "1e16", "9".repeat(400)}) {
            assertThat(status(send(",'metadata':{'n':" + number + "}"))).isEqualTo("ingested");
        }
        assertThat(Json.whole(
                        shop.api
                                .get("/usage-events/aggregate/" + meter + "?" + MAY)
                                .json(),
                        "value"))
                .isZero();
    }

    @Test
    void an_idempotency_key_counts_once() {
        String meter = meter("");
        ObjectNode first = send(",'idempotency_key':'k1'");
        ObjectNode again = send(",'idempotency_key':'k1','quantity':5");
        assertThat(status(first)).isEqualTo("ingested");
        assertThat(status(again)).isEqualTo("duplicate");
        assertThat(Json.text(again.get("data").get(0), "id"))
                .isEqualTo(Json.text(first.get("data").get(0), "id"));
        assertThat(again.get("summary").toString())
                .isEqualTo("{\"ingested\":0,\"duplicate\":1,\"skipped\":0,\"failed\":0}");
        assertThat(Json.whole(
                        shop.api
                                .get("/usage-events/aggregate/" + meter + "?" + MAY)
                                .json(),
                        "value"))
                .isEqualTo(1);
    }

    @Test
    void in_a_batch_each_event_has_its_own_fate() {
        meter("");
        String good = "{'name':'water','customer_id':'" + shop.customer + "','idempotency_key':'k'}";
        Answer answer = shop.api.post(
                "/usage-events",
                "{'events':[" + good + "," + good + ",{'name':'air','customer_id':'" + shop.customer + "'},"
                        + "{'name':'water','customer_id':'nobody'},{'name':'water'},{'quantity':1},"
                        + "{'name':'water','customer_id':'" + shop.customer + "','timestamp':'2027-01-01'}]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("data"))
                .extracting(line -> Json.text(line, "status"))
                .containsExactly("ingested", "duplicate", "skipped", "failed", "failed", "failed", "failed");
        assertThat(RecurringShop.rows(shop.api.get("/usage-events").json())).hasSize(1);
        assertThat(shop.events("usage.event.")).hasSize(6).contains("usage.event.ingested", "usage.event.rejected");
        assertThat(shop.api.post("/usage-events", "{}").status()).isEqualTo(400);
        assertThat(shop.api.post("/usage-events", "{'events':[]}").status()).isEqualTo(400);
        assertThat(shop.api.post("/usage-events", "{'name':'x','events':[]}").status())
                .isEqualTo(400);
    }

    @Test
    void a_dry_run_changes_nothing() {
        meter(",'aggregation':'sum'");
        ObjectNode result = shop.api
                .post(
                        "/usage-events/dry-run",
                        "{'events':[{'name':'water','customer_id':'%s','quantity':2.5},{'name':'air','customer_id':'%s'},{'name':'water'}]}"
                                .formatted(shop.customer, shop.customer))
                .json();
        assertThat(result.get("summary").toString())
                .isEqualTo("{\"would_ingest\":1,\"would_skip\":1,\"would_fail\":1}");
        assertThat(result.get("data").get(0).get("validationDetails").toString())
                .isEqualTo("{\"meterMatched\":true,\"customerMatched\":true,\"billableQuantity\":2.5,"
                        + "\"filtersPassed\":true}");
        assertThat(RecurringShop.rows(shop.api.get("/usage-events").json())).isEmpty();
    }

    @Test
    void usage_is_billed_with_the_next_period_in_its_tiers() {
        shop.card("success");
        String meter = meter(",'aggregation':'sum','alert_thresholds':[80,100]");
        String prices = "/meters/" + meter + "/prices";
        Answer price = shop.api.post(
                prices,
                "{'pricing_model':'graduated','currency':'GBP','cost_per_unit_minor':1,'tiers':["
                        + "{'first_unit':1,'last_unit':100,'unit_amount_minor':0},"
                        + "{'first_unit':101,'last_unit':null,'unit_amount_minor':3,'flat_amount_minor':50}]}");
        assertThat(price.status()).isEqualTo(201);
        String product = shop.product(
                "WATER",
                "'kind':'usage','pricing_model':'usage','amount_minor':500,'interval':'month','usage_meter_id':'%s'"
                        .formatted(meter));
        String subscription = RecurringShop.made(shop.api.post(
                "/subscriptions", "{'customerId':'%s','productId':'%s'}".formatted(shop.customer, product)));
        send(",'quantity':79");
        assertThat(shop.events("usage.threshold")).isEmpty();
        send(",'quantity':41");
        assertThat(shop.events("usage.threshold")).hasSize(2);
        JsonNode line = shop.api
                .get("/usage/balance?customer_id=" + shop.customer)
                .json()
                .get("meters")
                .get(0);
        assertThat(Json.whole(line, "remaining_included")).isZero();
        assertThat(Json.whole(line, "overage_quantity")).isEqualTo(20);
        assertThat(Json.whole(line, "estimated_amount_minor")).isEqualTo(110);
        assertThat(Json.whole(line, "margin_minor")).isEqualTo(-10);
        assertThat(Json.text(line, "period_end")).isEqualTo("2026-06-01T09:00:00Z");
        shop.forward(1);
        shop.api.post(prices + "/" + price.id() + "/deactivate", "");
        shop.until("2026-06-01T09:00:00Z");
        assertThat(shop.totals()).containsExactly(610L, 500L);
        assertThat(shop.events("usage.")).contains("usage.period_finalized", "usage.invoice.created");
        assertThat(status(send(",'timestamp':'2026-05-31T00:00:00Z'"))).isEqualTo("failed");
        send(",'quantity':1000");
        shop.act(subscription, "cancel", "{'mode':'immediately'}");
        // The price that ended in May no longer bills June.
        assertThat(shop.totals()).containsExactly(610L, 500L);
    }

    @Test
    void usage_up_to_a_cancellation_is_billed() {
        shop.card("success");
        String meter = meter(",'aggregation':'sum'");
        shop.api.post(
                "/meters/" + meter + "/prices", "{'pricing_model':'per_unit','currency':'GBP','unit_amount_minor':7}");
        String product = shop.product(
                "TAP",
                "'kind':'usage','pricing_model':'usage','amount_minor':0,'interval':'month','usage_meter_id':'%s'"
                        .formatted(meter));
        String subscription = RecurringShop.made(shop.api.post(
                "/subscriptions", "{'customerId':'%s','productId':'%s'}".formatted(shop.customer, product)));
        assertThat(shop.totals()).isEmpty();
        send(",'quantity':10");
        shop.forward(1);
        shop.act(subscription, "cancel", "{'mode':'immediately'}");
        assertThat(shop.totals()).containsExactly(70L);
    }

    @Test
    void a_customer_s_meters_show_zeros_before_anything_is_used() {
        String meter = meter(",'aggregation':'sum','unit_name':'l'");
        String path = "/customer-meters/" + shop.customer + "/" + meter;
        ObjectNode zero = shop.api.get(path).data();
        assertThat(Json.whole(zero, "total_quantity")).isZero();
        assertThat(zero.get("last_event_at").isNull()).isTrue();
        send(",'quantity':2");
        ObjectNode used = shop.api.get(path).data();
        assertThat(Json.whole(used, "total_quantity")).isEqualTo(2);
        assertThat(Json.text(used, "last_event_at")).isEqualTo("2026-05-01T09:00:00Z");
        ObjectNode list =
                shop.api.get("/customer-meters?customer_id=" + shop.customer).json();
        assertThat(list.toString()).contains("\"has_more\":false", "\"url\":\"/v2/customer-meters\"");
        assertThat(RecurringShop.rows(list)).hasSize(1);
        assertThat(shop.api.get("/customer-meters").status()).isEqualTo(400);
        Answer none = shop.api.get("/customer-meters/none/" + meter);
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.json().get("error").propertyNames()).containsExactly("type", "code", "message");
    }

    @Test
    void a_meter_lives_from_creation_to_archive() {
        String id = meter(",'carry_forward':true");
        assertThat(Json.text(shop.api.get("/meters/" + id).data(), "slug")).isEqualTo("water");
        shop.api.patch("/meters/" + id, "{'name':'Tap water'}");
        ObjectNode archived =
                shop.api.patch("/meters/" + id, "{'status':'archived'}").data();
        assertThat(Json.text(archived, "archived_at")).isEqualTo("2026-05-01T09:00:00Z");
        assertThat(shop.events("meter.")).containsExactly("meter.created", "meter.updated", "meter.archived");
        assertThat(RecurringShop.rows(shop.api.get("/meters").json())).isEmpty();
        ObjectNode all = shop.api.get("/meters?include_archived=true").json();
        assertThat(all.get("pagination").toString()).isEqualTo("{\"limit\":50,\"offset\":0,\"count\":1}");
        assertThat(status(send(""))).isEqualTo("skipped");
        assertThat(shop.api
                        .post(
                                "/meters/" + id + "/prices",
                                "{'pricing_model':'per_unit','currency':'GBP','unit_amount_minor':1}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|name",
                "{'name':'x','event_name':'x','aggregation':'count_unique'}|unique_count_key",
                "{'name':'x','event_name':'x','alert_thresholds':[0]}|alert_thresholds",
                "{'name':'x','event_name':'x','alert_thresholds':[1,2,3,4,5,6]}|alert_thresholds",
                "{'name':'x','event_name':'x','filter_conditions':[{'value':1}]}|filter condition",
            })
    void a_wrong_meter_is_refused_in_its_own_shape(String body, String said) {
        Answer answer = shop.api.post("/meters", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").propertyNames()).containsExactly("message", "type");
        assertThat(Json.text(answer.json().get("error"), "message")).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'pricing_model':'per_unit','currency':'GBP'}|unit_amount_minor",
                "{'pricing_model':'package','currency':'GBP','unit_amount_minor':1}|package_size",
                "{'pricing_model':'volume','currency':'GBP'}|tiers",
                "{'pricing_model':'volume','currency':'GBP','tiers':[{'first_unit':1,'last_unit':5,'unit_amount_minor':1}]}|last_unit",
                "{'pricing_model':'volume','currency':'GBP','tiers':[{'first_unit':1,'last_unit':5,'unit_amount_minor':1},"
                        + "{'first_unit':7,'unit_amount_minor':1}]}|begin at 6",
                "{'pricing_model':'per_unit','currency':'GBP','unit_amount_minor':1,'tiers':[{'first_unit':1,'unit_amount_minor':1}]}|tiers",
            })
    void a_price_that_cannot_be_worked_out_is_refused(String body, String said) {
        Answer answer = shop.api.post("/meters/" + meter("") + "/prices", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains(said);
    }

    @Test
    void a_price_keeps_its_model_and_can_only_be_deactivated() {
        String prices = "/meters/" + meter("") + "/prices";
        String id = RecurringShop.made(
                shop.api.post(prices, "{'pricing_model':'per_unit','currency':'GBP','unit_amount_minor':1}"));
        assertThat(shop.api
                        .patch(prices + "/" + id, "{'pricing_model':'volume'}")
                        .status())
                .isEqualTo(400);
        assertThat(Json.whole(
                        shop.api
                                .patch(prices + "/" + id, "{'unit_amount_minor':2}")
                                .data(),
                        "unit_amount_minor"))
                .isEqualTo(2);
        ObjectNode dead = shop.api.post(prices + "/" + id + "/deactivate", "").data();
        assertThat(Json.yes(dead, "active")).isFalse();
        assertThat(shop.events("meter_price."))
                .containsExactly("meter_price.created", "meter_price.updated", "meter_price.deactivated");
        assertThat(RecurringShop.rows(shop.api.get(prices).json())).hasSize(1);
        assertThat(shop.api.get("/meters/none/prices").status()).isEqualTo(404);
        assertThat(shop.api.post(prices + "/none/deactivate", "").status()).isEqualTo(404);
    }
}
