package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Integrations (API reference B.31): connecting, synchronising, mapping, trying again. */
class IntegrationTest {
    private static final String HUB = "/integrations/practicehub";
    private static final String GOOD = "{'credentials':{'apiKey':'secret-words','baseUrl':'https://hub.example'}"
            + ",'currency':'GBP','syncIntervalMinutes':60}";

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
    void a_connection_is_made_once_and_can_be_made_again_after_it_was_ended() {
        assertThat(shop.api.get(HUB).json().get("data").isNull()).isTrue();
        Answer made = shop.api.post(HUB + "/activate", GOOD);
        assertThat(Json.yes(made.json(), "success")).isTrue();
        assertThat(made.data().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "provider",
                        "isActive",
                        "status",
                        "lastSyncAt",
                        "lastSyncError",
                        "syncInterval",
                        "createdAt",
                        "updatedAt");
        assertThat(Json.text(made.data().get("syncInterval"), "nextRun")).isEqualTo("2026-05-01T10:00:00Z");
        assertThat(shop.api.post(HUB + "/activate", GOOD).status()).isEqualTo(409);
        assertThat(shop.api
                        .post(HUB + "/deactivate", "{'deleteCredentials':true}")
                        .text())
                .contains("credentials are deleted");
        assertThat(Json.yes(shop.api.get(HUB).data(), "isActive")).isFalse();
        assertThat(shop.api.post(HUB + "/sync", "").status()).isEqualTo(400);
        assertThat(shop.api.post(HUB + "/activate", GOOD).id()).isEqualTo(made.id());
        assertThat(shop.api.get("/integrations").json().get("data")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'credentials':{'apiKey':'k','baseUrl':'https://hub.example'}}      | true",
                "{'credentials':{'apiKey':'k','baseUrl':'http://hub.example'}}       | false",
                "{'credentials':{'apiKey':'invalid','baseUrl':'https://hub.example'}} | false"
            })
    void credentials_are_tested_and_bad_ones_connect_nothing(String body, boolean valid) {
        ObjectNode answer = shop.api.post(HUB + "/test", body).json();
        assertThat(Json.yes(answer, "valid")).isEqualTo(valid);
        assertThat(answer.has("error")).isEqualTo(!valid);
        assertThat(shop.api.post(HUB + "/activate", body).status()).isEqualTo(valid ? 200 : 400);
    }

    @Test
    void a_synchronisation_brings_clients_and_mapped_bills_and_says_what_it_could_not() {
        shop.api.post(HUB + "/activate", GOOD);
        assertThat(Json.has(sync("{}"), "jobId")).isTrue();
        assertThat(shop.status(HUB)).isEqualTo("syncing");
        assertThat(shop.api.post(HUB + "/sync", "").status()).isEqualTo(400);
        pass(Duration.ofSeconds(1));
        assertThat(shop.status(HUB)).isEqualTo("connected");
        assertThat(Json.text(shop.api.get(HUB).data(), "lastSyncError")).contains("No product is mapped");
        assertThat(shop.api.get("/customers?search=practicehub").json().get("data"))
                .hasSize(2);
        assertThat(logs("?status=failed&resourceType=invoices")).hasSize(2);
        JsonNode unmapped = shop.api.get(HUB + "/unmapped-attempts").json().get("data");
        assertThat(unmapped).extracting(item -> Json.text(item, "id")).containsExactly("ph-item-2", "ph-item-1");
        map("ph-item-1");
        String failed = Json.need(logs("?status=failed&resourceType=invoices").get(1), "id");
        ObjectNode again =
                shop.api.post(HUB + "/sync-logs/" + failed + "/retry", "").json();
        assertThat(Json.text(again.get("data"), "status")).isEqualTo("success");
        assertThat(Json.text(again.get("data"), "jobType")).isEqualTo("single_retry");
        JsonNode invoice = shop.api.get("/invoices").json().get("data").get(0);
        assertThat(Json.whole(invoice, "total_minor")).isEqualTo(7_500);
        assertThat(Json.text(invoice, "external_source")).isEqualTo("practicehub");
        map("ph-item-1", "ph-item-2");
        ObjectNode batch = shop.api
                .post(
                        HUB + "/sync-logs/batch-retry",
                        "{'integrationId':'" + shop.api.get(HUB).id() + "'}")
                .data();
        assertThat(Json.whole(batch, "succeeded")).isEqualTo(1);
        assertThat(Json.whole(batch, "retried")).isEqualTo(1);
        assertThat(logs("?latestOnly=true&status=failed")).isEmpty();
    }

    @Test
    void the_look_back_and_sending_by_itself_decide_what_becomes_of_bills() {
        shop.api.post(HUB + "/activate", GOOD);
        map("ph-item-1", "ph-item-2", "ph-pkg-1", "ph-pkg-2");
        ok(shop.api.put(HUB + "/invoice-lookback", "{'invoiceLookbackDays':40}"));
        ok(shop.api.put(HUB + "/auto-send-invoices", "{'autoSendInvoices':true}"));
        ok(shop.api.put(
                HUB + "/payment-mappings",
                "{'mappings':[{'id':'1','revkeenMethod':'bank_transfer','practiceHubMethodId':'2'}]}"));
        sync("{}");
        pass(Duration.ofSeconds(1));
        assertThat(shop.api.get("/invoices").json().get("data"))
                .extracting(invoice -> Json.text(invoice, "status"))
                .containsExactly("open", "paid", "open");
        sync("{'fullResync':false}");
        pass(Duration.ofSeconds(1));
        assertThat(logs("?jobType=manual")).hasSize(5);
        sync("{'fullResync':true}");
        pass(Duration.ofSeconds(1));
        assertThat(logs("?jobType=manual")).hasSize(10);
        assertThat(shop.api.get("/invoices").json().get("data")).hasSize(3);
    }

    @Test
    void the_schedule_runs_by_the_clock_until_it_is_switched_off() {
        shop.api.post(HUB + "/activate", GOOD);
        pass(Duration.ofMinutes(60));
        pass(Duration.ofSeconds(1));
        assertThat(logs("?jobType=scheduled")).isNotEmpty();
        JsonNode states = shop.api.get(HUB + "/sync-states").json().get("data");
        assertThat(states)
                .extracting(state -> Json.text(state, "resourceType"))
                .containsExactly("customers", "invoices");
        assertThat(Json.text(states.get(0), "lastSyncStatus")).isEqualTo("success");
        assertThat(Json.whole(states.get(0), "itemsProcessed")).isEqualTo(2);
        ok(shop.api.put(HUB + "/sync-interval", "{'syncIntervalMinutes':5}"));
        assertThat(Json.whole(shop.api.get(HUB).data().get("syncInterval"), "intervalMs"))
                .isEqualTo(300_000);
        ok(shop.api.put(HUB + "/sync-toggle", "{'enabled':false}"));
        int before = logs("").size();
        pass(Duration.ofDays(2));
        pass(Duration.ofSeconds(1));
        assertThat(logs("")).hasSize(before);
        ok(shop.api.put(HUB + "/status", "{'status':'error','lastSyncError':'no line'}"));
        assertThat(Json.text(shop.api.get(HUB).data(), "lastSyncError")).isEqualTo("no line");
        assertThat(Json.has(shop.api.post(HUB + "/resume-sync", "").json(), "jobId"))
                .isTrue();
    }

    @Test
    void logs_are_counted_and_read_one_by_one() {
        String id = shop.api.post(HUB + "/activate", GOOD).id();
        sync("{}");
        pass(Duration.ofSeconds(1));
        ObjectNode stats = shop.api.get(HUB + "/sync-stats/" + id).data();
        assertThat(Json.whole(stats, "total")).isEqualTo(4);
        assertThat(Json.whole(stats, "success")).isEqualTo(2);
        JsonNode byType = shop.api.get(HUB + "/sync-stats-by-type/" + id).json().get("data");
        assertThat(byType).extracting(line -> Json.text(line, "resourceType")).containsExactly("customers", "invoices");
        String log = Json.need(logs("?limit=1").get(0), "id");
        assertThat(Json.text(shop.api.get(HUB + "/sync-logs/" + log).data(), "id"))
                .isEqualTo(log);
        assertThat(logs("?createdAfter=2026-05-02T00:00:00Z")).isEmpty();
        String good = Json.need(logs("?status=success").get(0), "id");
        assertThat(shop.api.post(HUB + "/sync-logs/" + good + "/retry", "").status())
                .isEqualTo(400);
        assertThat(shop.api.get(HUB + "/sync-stats/other").status()).isEqualTo(404);
        assertThat(shop.api.get(HUB + "/sync-logs/other").status()).isEqualTo(404);
    }

    @Test
    void mappings_replace_each_other_and_tell_about_it() {
        shop.api.post(HUB + "/activate", GOOD);
        map("a", "b");
        map("b", "c");
        JsonNode mappings = shop.api.get(HUB + "/product-mappings").json().get("data");
        assertThat(mappings).extracting(each -> Json.text(each, "externalId")).containsExactly("b", "c");
        ok(shop.api.delete(HUB + "/product-mappings/c"));
        assertThat(shop.api.delete(HUB + "/product-mappings/c").status()).isEqualTo(404);
        assertThat(events("integration.product_mapping.created")).isEqualTo(3);
        assertThat(events("integration.product_mapping.deleted")).isEqualTo(2);
        assertThat(shop.api
                        .put(HUB + "/product-mappings", "{'mappings':[{'externalId':'a','internalId':'none'}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void suggestions_come_from_alike_names() {
        shop.api.post(HUB + "/activate", GOOD);
        JsonNode suggestions = shop.api
                .post(
                        HUB + "/suggest-mappings",
                        "{'externalItems':[{'id':'x','name':'Big mug','price':899},{'id':'y','name':'Yoga'}]}")
                .json()
                .get("suggestions");
        assertThat(suggestions).hasSize(1);
        assertThat(Json.text(suggestions.get(0), "externalId")).isEqualTo("x");
        assertThat(suggestions.get(0).get("confidence").doubleValue()).isEqualTo(0.6);
    }

    @Test
    void what_the_provider_sells_and_takes_can_be_read() {
        assertThat(shop.api.get(HUB + "/packages").status()).isEqualTo(404);
        shop.api.post(HUB + "/activate", GOOD);
        for (String path : List.of("/packages", "/billable-items", "/payment-methods")) {
            assertThat(shop.api.get(HUB + path).json().get("data")).isNotEmpty();
        }
        String body = "{'baseUrl':'https://hub.example','apiKey':'%s'}";
        assertThat(shop.api
                        .post(HUB + "/payment-methods", body.formatted("k"))
                        .json()
                        .get("data"))
                .hasSize(3);
        assertThat(shop.api
                        .post(HUB + "/payment-methods", body.formatted("invalid"))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/status", "PUT,/sync-toggle", "PUT,/sync-interval", "PUT,/invoice-lookback", "PUT,/auto-send-invoices",
        "PUT,/payment-mappings", "GET,/payment-methods", "GET,/sync-states", "GET,/sync-logs", "POST,/deactivate",
        "GET,/unmapped-attempts", "GET,/product-mappings", "PUT,/product-mappings"
    })
    void nothing_is_there_before_the_activation(String method, String path) {
        String body = method.equals("GET")
                ? null
                : switch (path) {
                    case "/status" -> "{'status':'idle'}";
                    case "/sync-toggle" -> "{'enabled':true}";
                    case "/sync-interval" -> "{'syncIntervalMinutes':5}";
                    case "/invoice-lookback" -> "{'invoiceLookbackDays':5}";
                    case "/auto-send-invoices" -> "{'autoSendInvoices':true}";
                    case "/deactivate" -> "{}";
                    default -> "{'mappings':[]}";
                };
        Answer answer = shop.api.send(method, HUB + path, body);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(Json.text(answer.json().get("error"), "code")).isEqualTo("resource_missing");
    }

    private ObjectNode sync(String body) {
        Answer answer = shop.api.post(HUB + "/sync", body);
        ok(answer);
        return answer.json();
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(Json.yes(answer.json(), "success")).isTrue();
    }

    private JsonNode logs(String query) {
        return shop.api.get(HUB + "/sync-logs" + query).json().get("data");
    }

    private void map(String... externals) {
        String product = Json.need(shop.api.get("/products").json().get("data").get(0), "id");
        StringBuilder body = new StringBuilder();
        for (String external : externals) {
            body.append(body.isEmpty() ? "" : ",")
                    .append("{'externalId':'")
                    .append(external)
                    .append("','internalId':'")
                    .append(product)
                    .append("'}");
        }
        ok(shop.api.put(HUB + "/product-mappings", "{'mappings':[" + body + "]}"));
    }

    private long events(String type) {
        return shop.api.get("/events?type=" + type).json().get("data").size();
    }

    private void pass(Duration time) {
        shop.clock.forward(time);
        shop.sandbox.tick();
    }
}
