package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Charges, intents, authorisations, refunds and voids: every state and what each refuses (API reference C.4, C.6). */
class CardMoneyTest {
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

    private String method(String card) {
        String body = "{'customer_id':'%s','card':'%s'}".formatted(customer, card);
        return shop.admin.post("/payment-methods", body).id();
    }

    private Answer charge(String method, String more) {
        return shop.api.post(
                "/charges",
                "{'customerId':'%s','amountMinor':1000,'description':'Tea','currency':'GBP','paymentMethodId':'%s'%s}"
                        .formatted(customer, method, more));
    }

    private Answer intent(String more) {
        return shop.api.post(
                "/payment-intents", "{'amount':1000,'customer':'%s','currency':'GBP'%s}".formatted(customer, more));
    }

    private long account(String name) {
        JsonNode accounts = shop.admin.get("/accounts").json().path("GBP");
        return accounts.path(name).asLong(0);
    }

    private void pass(Duration time) {
        shop.clock.forward(time);
        shop.sandbox.tick();
    }

    @ParameterizedTest
    @CsvSource({
        "success,succeeded,",
        "declined,failed,generic_decline",
        "insufficient_funds,failed,insufficient_funds",
        "expired,failed,expired_card",
        "challenge,failed,authentication_required"
    })
    void a_charge_ends_as_its_test_card_says(String card, String status, String code) {
        Answer made = charge(method(card), "");
        assertThat(made.status()).isEqualTo(201);
        assertThat(Json.text(made.data(), "status")).isEqualTo(status);
        assertThat(Json.text(made.data(), "failureCode")).isEqualTo(code);
        assertThat(Json.yes(made.data(), "captured")).isEqualTo(status.equals("succeeded"));
        assertThat(account("clearing")).isEqualTo(status.equals("succeeded") ? 1000 : 0);
        String payment = shop.status("/payments/" + made.id());
        assertThat(payment).isEqualTo(status);
        assertThat(shop.status("/transactions/" + made.id())).isEqualTo(status);
    }

    @Test
    void a_charge_refuses_what_it_cannot_do() {
        String method = method("success");
        assertThat(shop.api
                        .post("/charges", "{'customerId':'%s'}".formatted(customer))
                        .status())
                .isEqualTo(400);
        String nobody = "{'customerId':'11111111-1111-4111-8111-111111111111','amountMinor':1,'description':'x'}";
        assertThat(shop.api.post("/charges", nobody).status()).isEqualTo(404);
        assertThat(charge("pm_none", "").status()).isEqualTo(400);
        Answer first = charge(method, ",'idempotencyKey':'sale-1'");
        Answer second = charge(method, ",'idempotencyKey':'sale-1'");
        assertThat(second.status()).isEqualTo(409);
        assertThat(Json.text(second.json(), "existingChargeId")).isEqualTo(first.id());
        assertThat(second.json().get("error").isString()).isTrue();
        assertThat(shop.api.post("/charges/" + first.id() + "/capture", "{}").status())
                .isEqualTo(400);
        assertThat(shop.api
                        .post("/charges/" + first.id() + "/refund", "{'amountMinor':1001}")
                        .status())
                .isEqualTo(400);
        assertThat(shop.api.get("/charges/none").status()).isEqualTo(404);
        ObjectNode list = shop.api
                .get("/charges?customerId=" + customer + "&status=succeeded")
                .json();
        assertThat(list.get("pagination").propertyNames()).containsExactly("page", "limit", "total", "totalPages");
        assertThat(Json.whole(list.get("pagination"), "total")).isEqualTo(1);
        assertThat(shop.api.get("/charges?createdGte=2026-05-02").json().get("data"))
                .isEmpty();
        assertThat(shop.api.get("/charges?createdLte=2026-05-01").json().get("data"))
                .hasSize(1);
    }

    @Test
    void an_authorised_charge_is_captured_in_part_and_given_back_until_nothing_is_left() {
        Answer made = charge(method("success"), ",'capture':false");
        String path = "/charges/" + made.id();
        assertThat(Json.text(made.data(), "status")).isEqualTo("pending");
        assertThat(account("clearing")).isZero();
        assertThat(shop.api.post(path + "/refund", "{}").status()).isEqualTo(400);
        assertThat(shop.api.post(path + "/capture", "{'amountMinor':1001}").status())
                .isEqualTo(400);
        ObjectNode captured =
                shop.api.post(path + "/capture", "{'amountMinor':600}").data();
        assertThat(Json.text(captured, "status")).isEqualTo("succeeded");
        assertThat(Json.whole(captured, "amountCapturedMinor")).isEqualTo(600);
        assertThat(account("clearing")).isEqualTo(600);
        ObjectNode part = shop.api.post(path + "/refund", "{'amountMinor':250}").data();
        assertThat(Json.text(part, "status")).isEqualTo("partially_refunded");
        ObjectNode all = shop.api.post(path + "/refund", "{}").data();
        assertThat(Json.text(all, "status")).isEqualTo("refunded");
        assertThat(Json.whole(all, "amountRefundedMinor")).isEqualTo(600);
        assertThat(shop.api.post(path + "/refund", "{}").status()).isEqualTo(400);
        assertThat(account("clearing")).isZero();
        JsonNode children = shop.api.get("/transactions?type=refund").json().get("data");
        assertThat(children)
                .hasSize(2)
                .allSatisfy(child ->
                        assertThat(Json.text(child, "parent_transaction_id")).isEqualTo(made.id()));
    }

    @Test
    void an_authorised_payment_is_captured_or_canceled_once() {
        String first = charge(method("success"), ",'capture':false").id();
        assertThat(shop.status("/payments/" + first)).isEqualTo("authorized");
        assertThat(shop.api
                        .post("/payments/" + first + "/capture", "{'amount':2000}")
                        .status())
                .isEqualTo(400);
        assertThat(Json.text(
                        shop.api.post("/payments/" + first + "/capture", "{}").json(), "status"))
                .isEqualTo("captured");
        assertThat(shop.api.post("/payments/" + first + "/capture", "{}").status())
                .isEqualTo(400);
        assertThat(shop.api.post("/payments/" + first + "/cancel", "{}").status())
                .isEqualTo(400);
        String second = charge(method("success"), ",'capture':false").id();
        assertThat(Json.text(
                        shop.api
                                .post("/payments/" + second + "/cancel", "{'reason':'x'}")
                                .json(),
                        "status"))
                .isEqualTo("voided");
        assertThat(shop.status("/charges/" + second)).isEqualTo("voided");
        assertThat(shop.status("/transactions/" + second)).isEqualTo("voided");
        assertThat(shop.api.get("/voids?payment_id=" + second).json().get("data"))
                .hasSize(1);
        assertThat(shop.api.post("/payments/none/capture", "{}").status()).isEqualTo(404);
    }

    @Test
    void an_intent_goes_from_no_method_to_success() {
        Answer made = intent("");
        assertThat(made.status()).isEqualTo(200);
        String path = "/payment-intents/" + made.id();
        assertThat(made.id()).startsWith("pi_");
        assertThat(shop.status(path)).isEqualTo("requires_payment_method");
        assertThat(shop.api.post(path + "/confirm", "{}").status()).isEqualTo(400);
        assertThat(shop.api.post(path + "/capture", "{}").status()).isEqualTo(400);
        String method = method("success");
        assertThat(Json.text(
                        shop.api
                                .post(path, "{'payment_method':'%s','amount':900}".formatted(method))
                                .json(),
                        "status"))
                .isEqualTo("requires_confirmation");
        ObjectNode done = shop.api.post(path + "/confirm", "{}").json();
        assertThat(Json.text(done, "status")).isEqualTo("succeeded");
        assertThat(Json.whole(done, "amount_received")).isEqualTo(900);
        assertThat(account("clearing")).isEqualTo(900);
        assertThat(shop.api.post(path + "/confirm", "{}").status()).isEqualTo(400);
        assertThat(shop.api.post(path + "/cancel", "{}").status()).isEqualTo(400);
        assertThat(shop.api.post(path, "{'amount':1}").status()).isEqualTo(400);
        assertThat(shop.api.post(path, "{'description':'late'}").status()).isEqualTo(200);
        assertThat(shop.api.get("/payment-intents/pi_none").status()).isEqualTo(404);
        ObjectNode list = shop.api.get("/payment-intents?customer=" + customer).json();
        assertThat(Json.text(list, "url")).isEqualTo("/v2/payment-intents");
        assertThat(list.get("data")).hasSize(1);
    }

    @Test
    void a_declined_intent_says_why_and_can_be_tried_again() {
        String path = "/payment-intents/"
                + intent(",'payment_method':'" + method("insufficient_funds") + "'")
                        .id();
        ObjectNode failed = shop.api.post(path + "/confirm", "{}").json();
        assertThat(Json.text(failed, "status")).isEqualTo("requires_payment_method");
        assertThat(Json.text(failed.get("last_payment_error"), "decline_code")).isEqualTo("insufficient_funds");
        assertThat(shop.api.get("/payments?status=failed").json().get("data")).hasSize(1);
        String good = "{'payment_method':'" + method("success") + "'}";
        ObjectNode paid = shop.api.post(path + "/confirm", good).json();
        assertThat(Json.text(paid, "status")).isEqualTo("succeeded");
        assertThat(paid.get("last_payment_error").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true,succeeded", "false,requires_payment_method"})
    void a_challenged_intent_waits_for_its_payer(boolean passed, String status) {
        String id = intent(",'payment_method':'" + method("challenge") + "'").id();
        String path = "/payment-intents/" + id;
        ObjectNode waiting = shop.api
                .post(path + "/confirm", "{'return_url':'https://shop.test/back'}")
                .json();
        assertThat(Json.text(waiting, "status")).isEqualTo("requires_action");
        assertThat(Json.text(waiting.get("next_action"), "type")).isEqualTo("redirect_to_url");
        assertThat(shop.api.post(path + "/confirm", "{}").status()).isEqualTo(400);
        shop.admin.post(path + "/challenge", "{'passed':" + passed + "}");
        assertThat(shop.status(path)).isEqualTo(status);
        assertThat(shop.admin.post(path + "/challenge", "{'passed':true}").status())
                .isEqualTo(400);
        assertThat(account("clearing")).isEqualTo(passed ? 1000 : 0);
    }

    @Test
    void a_manual_intent_is_promised_then_captured_or_canceled() {
        String method = method("success");
        String more = ",'capture_method':'manual','payment_method':'" + method + "'";
        String first = "/payment-intents/" + intent(more).id();
        ObjectNode promised = shop.api.post(first + "/confirm", "{}").json();
        assertThat(Json.text(promised, "status")).isEqualTo("processing");
        assertThat(Json.whole(promised, "amount_capturable")).isEqualTo(1000);
        assertThat(account("clearing")).isZero();
        assertThat(shop.api
                        .post(first + "/capture", "{'amount_to_capture':1001}")
                        .status())
                .isEqualTo(400);
        ObjectNode taken =
                shop.api.post(first + "/capture", "{'amount_to_capture':400}").json();
        assertThat(Json.text(taken, "status")).isEqualTo("succeeded");
        assertThat(Json.whole(taken, "amount_received")).isEqualTo(400);
        String second = "/payment-intents/" + intent(more).id();
        shop.api.post(second + "/confirm", "{}");
        ObjectNode canceled = shop.api
                .post(second + "/cancel", "{'cancellation_reason':'abandoned'}")
                .json();
        assertThat(Json.text(canceled, "status")).isEqualTo("canceled");
        assertThat(Json.text(canceled, "cancellation_reason")).isEqualTo("abandoned");
        assertThat(shop.api.post(second + "/cancel", "{}").status()).isEqualTo(400);
        assertThat(shop.api.get("/payments?status=voided").json().get("data")).hasSize(1);
        assertThat(account("clearing")).isEqualTo(400);
    }

    @Test
    void an_authorisation_that_is_being_voided_is_given_back_once() {
        String more = ",'capture_method':'manual','payment_method':'" + method("success") + "'";
        String intent = intent(more).id();
        shop.api.post("/payment-intents/" + intent + "/confirm", "{}");
        String payment = Json.need(shop.api.get("/payments").json().get("data").get(0), "id");
        String undone = shop.api
                .post("/voids", "{'payment_id':'%s'}".formatted(payment))
                .id();
        assertThat(shop.api.post("/payment-intents/" + intent + "/cancel", "{}").status())
                .isEqualTo(400);
        assertThat(shop.api
                        .post("/payment-intents/" + intent + "/capture", "{}")
                        .status())
                .isEqualTo(400);
        pass(Duration.ofSeconds(2));
        assertThat(shop.status("/voids/" + undone)).isEqualTo("succeeded");
        assertThat(shop.status("/payment-intents/" + intent)).isEqualTo("canceled");
    }

    @Test
    void capturing_the_payment_of_an_intent_completes_the_intent() {
        String more = ",'capture_method':'manual','payment_method':'" + method("success") + "'";
        String path = "/payment-intents/" + intent(more).id();
        shop.api.post(path + "/confirm", "{}");
        String payment = Json.need(
                shop.api.get("/payments?status=authorized").json().get("data").get(0), "id");
        shop.api.post("/payments/" + payment + "/capture", "{'amount':300}");
        assertThat(shop.status(path)).isEqualTo("succeeded");
        assertThat(Json.whole(shop.api.get(path).json(), "amount_received")).isEqualTo(300);
    }

    @Test
    void a_refund_is_pending_then_processing_then_succeeded_and_never_above_what_was_paid() {
        String payment = charge(method("success"), "").id();
        Answer made = refund(payment, ",'amount_minor':700,'reason':'duplicate'");
        assertThat(made.status()).isEqualTo(201);
        assertThat(Json.text(made.data(), "status")).isEqualTo("pending");
        assertThat(Json.text(made.data(), "public_id")).startsWith("ref_");
        assertThat(account("clearing")).isEqualTo(1000);
        assertThat(refund(payment, ",'amount_minor':301").status()).isEqualTo(400);
        pass(Duration.ofSeconds(1));
        assertThat(shop.status("/refunds/" + made.id())).isEqualTo("processing");
        pass(Duration.ofSeconds(1));
        assertThat(shop.status("/refunds/" + Json.text(made.data(), "public_id")))
                .isEqualTo("succeeded");
        assertThat(shop.status("/payments/" + payment)).isEqualTo("partially_refunded");
        assertThat(account("clearing")).isEqualTo(300);
        Answer rest = refund(payment, "");
        assertThat(Json.whole(rest.data(), "amount_minor")).isEqualTo(300);
        assertThat(refund(payment, "").status()).isEqualTo(400);
        shop.admin.post("/refunds/" + rest.id() + "/end", "{'status':'failed','failure_code':'processor_error'}");
        assertThat(shop.status("/refunds/" + rest.id())).isEqualTo("failed");
        assertThat(shop.admin.post("/refunds/" + rest.id() + "/end", "{}").status())
                .isEqualTo(400);
        pass(Duration.ofSeconds(5));
        assertThat(account("clearing")).isEqualTo(300);
        assertThat(refund(payment, "").status()).isEqualTo(201);
        assertThat(refund("11111111-1111-4111-8111-111111111111", "").status()).isEqualTo(400);
        ObjectNode list = shop.api.get("/refunds?status=failed").json();
        assertThat(list.get("meta").propertyNames()).containsExactly("total", "limit", "offset", "has_more");
    }

    @Test
    void a_void_is_for_whole_unsettled_payments_only() {
        String first = charge(method("success"), "").id();
        Answer made = shop.api.post("/voids", "{'payment_id':'%s','reason_code':'error'}".formatted(first));
        assertThat(made.status()).isEqualTo(201);
        assertThat(Json.whole(made.data(), "amount_minor")).isEqualTo(1000);
        assertThat(shop.api
                        .post("/voids", "{'payment_id':'%s'}".formatted(first))
                        .status())
                .isEqualTo(400);
        assertThat(refund(first, "").status()).isEqualTo(400);
        pass(Duration.ofSeconds(2));
        assertThat(shop.status("/voids/" + Json.text(made.data(), "public_id"))).isEqualTo("succeeded");
        assertThat(shop.status("/payments/" + first)).isEqualTo("voided");
        assertThat(account("clearing")).isZero();
        String second = charge(method("success"), "").id();
        shop.api.post("/charges/" + second + "/refund", "{'amountMinor':1}");
        assertThat(shop.api
                        .post("/voids", "{'payment_id':'%s'}".formatted(second))
                        .status())
                .isEqualTo(400);
        String third = charge(method("success"), "").id();
        pass(Duration.ofDays(1));
        assertThat(shop.api
                        .post("/voids", "{'payment_id':'%s'}".formatted(third))
                        .text())
                .contains("settled");
        assertThat(refund(third, "").status()).isEqualTo(201);
    }

    @Test
    void a_void_that_the_cut_off_overtakes_fails() {
        shop.clock.forward(Duration.between(shop.clock.instant(), java.time.Instant.parse("2026-05-01T23:59:59Z")));
        String payment = charge(method("success"), "").id();
        String id = shop.api
                .post("/voids", "{'payment_id':'%s'}".formatted(payment))
                .id();
        pass(Duration.ofSeconds(3));
        ObjectNode failed = shop.api.get("/voids/" + id).data();
        assertThat(Json.text(failed, "status")).isEqualTo("failed");
        assertThat(Json.text(failed, "failure_code")).isEqualTo("already_settled");
        assertThat(shop.status("/payments/" + payment)).isEqualTo("succeeded");
        assertThat(refund(payment, "").status()).isEqualTo(201);
    }

    private Answer refund(String payment, String more) {
        return shop.api.post("/refunds", "{'payment_id':'%s'%s}".formatted(payment, more));
    }
}
