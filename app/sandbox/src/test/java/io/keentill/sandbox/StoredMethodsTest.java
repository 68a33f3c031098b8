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

/** Payment methods and setup intents (API reference B.9). */
class StoredMethodsTest {
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

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "requires_payment_method, confirm success, succeeded",
        "requires_payment_method, confirm insufficient_funds, succeeded",
        "requires_payment_method, confirm declined, requires_payment_method",
        "requires_payment_method, confirm expired, requires_payment_method",
        "requires_payment_method, confirm challenge, requires_action",
        "requires_payment_method, confirm, 400",
        "requires_payment_method, change, requires_payment_method",
        "requires_payment_method, cancel, canceled",
        "requires_action, confirm, succeeded",
        "requires_action, cancel, canceled",
        "requires_action, change, requires_action",
        "succeeded, confirm success, 400",
        "succeeded, change, 400",
        "succeeded, cancel, 400",
        "canceled, confirm success, 400",
        "canceled, change, 400",
        "canceled, cancel, 400",
    })
    void each_trigger_from_each_state_of_a_setup_intent(String from, String trigger, String expected) {
        String id = intentIn(from);
        Answer answer = does(id, trigger);
        ObjectNode intent = shop.api.get("/setup-intents/" + id).json();
        if (expected.equals("400")) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(Json.text(answer.json().get("error"), "code")).isEqualTo("invalid_request");
            assertThat(Json.text(intent, "status")).isEqualTo(from);
            return;
        }
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Json.text(intent, "status")).isEqualTo(expected);
        boolean refused = trigger.endsWith("declined") || trigger.endsWith("expired");
        assertThat(Json.has(intent, "last_error")).isEqualTo(refused);
        assertThat(Json.has(intent, "next_action")).isEqualTo(expected.equals("requires_action"));
        assertThat(methods().size()).isEqualTo(expected.equals("succeeded") ? 1 : 0);
    }

    @Test
    void a_stored_method_shows_no_more_of_its_card_than_four_digits() {
        ObjectNode method = attach("success", customer);
        assertThat(method.propertyNames())
                .containsExactly(
                        "id",
                        "object",
                        "public_id",
                        "type",
                        "status",
                        "customer_id",
                        "is_default",
                        "card",
                        "us_bank_account",
                        "billing_details",
                        "metadata",
                        "created_at",
                        "updated_at");
        assertThat(Json.text(method.get("card"), "last4")).isEqualTo("1111");
        assertThat(method.toString()).doesNotContain("411111");
        String path = "/payment-methods/" + Json.need(method, "public_id");
        ObjectNode changed = shop.api
                .post(path, "{'billing_details':{'name':'Ada','address':{'city':'Leeds'}},'metadata':{'a':1}}")
                .json();
        assertThat(Json.text(changed.get("billing_details").get("address"), "city"))
                .isEqualTo("Leeds");
        assertThat(changed.get("billing_details").get("email").isNull()).isTrue();
        assertThat(shop.api.post(path, "{'card':{'last4':'2'}}").status()).isEqualTo(400);
        ObjectNode page =
                shop.api.get("/payment-methods?customer_id=" + customer).json();
        assertThat(Json.text(page, "url")).isEqualTo("/v2/payment-methods");
        assertThat(page.get("data").size()).isEqualTo(1);
        assertThat(shop.api.get("/payment-methods/none").status()).isEqualTo(404);
    }

    @Test
    void a_method_moves_with_attach_and_the_next_one_becomes_the_default() {
        String other = shop.api.post("/customers", "{'email':'o@shop.test'}").id();
        String first = Json.need(attach("success", customer), "id");
        String second = Json.need(attach("success", customer), "id");
        assertThat(defaultOf(customer)).isEqualTo(first);
        shop.api.post("/payment-methods/" + first + "/attach", "{'customer_id':'" + other + "'}");
        assertThat(defaultOf(customer)).isEqualTo(second);
        assertThat(defaultOf(other)).isEqualTo(first);
        assertThat(shop.api.post("/payment-methods/" + second + "/detach", "").status())
                .isEqualTo(200);
        assertThat(shop.status("/payment-methods/" + second)).isEqualTo("inactive");
        assertThat(shop.api.post("/payment-methods/" + second + "/detach", "").status())
                .isEqualTo(400);
        assertThat(methods().size()).isZero();
        assertThat(shop.api
                        .get("/events?type=payment_method.detached")
                        .json()
                        .get("data")
                        .size())
                .isEqualTo(1);
    }

    private String defaultOf(String owner) {
        for (JsonNode method :
                shop.api.get("/customers/" + owner + "/payment-methods").json().get("data")) {
            if (Json.yes(method, "is_default")) {
                return Json.need(method, "id");
            }
        }
        return null;
    }

    private ObjectNode attach(String card, String owner) {
        return shop.api
                .post("/payment-methods/pm_card_" + card + "/attach", "{'customer_id':'" + owner + "'}")
                .json();
    }

    private JsonNode methods() {
        return shop.api
                .get("/customers/" + customer + "/payment-methods")
                .json()
                .get("data");
    }

    private String intentIn(String state) {
        String id = shop.api
                .post("/setup-intents", "{'customer_id':'" + customer + "'}")
                .id();
        switch (state) {
            case "requires_action" -> does(id, "confirm challenge");
            case "succeeded" -> does(id, "confirm success");
            case "canceled" -> does(id, "cancel");
            default -> {}
        }
        assertThat(shop.status("/setup-intents/" + id)).isEqualTo(state);
        return id;
    }

    private Answer does(String id, String trigger) {
        String path = "/setup-intents/" + id;
        return switch (trigger) {
            case "confirm" -> shop.api.post(path + "/confirm", "{}");
            case "change" -> shop.api.post(path, "{'description':'Card for the tab'}");
            case "cancel" -> shop.api.post(path + "/cancel", "{'cancellation_reason':'abandoned'}");
            default -> {
                String card = trigger.substring("confirm ".length());
                yield shop.api.post(path + "/confirm", "{'payment_method_id':'pm_card_" + card + "'}");
            }
        };
    }
}
