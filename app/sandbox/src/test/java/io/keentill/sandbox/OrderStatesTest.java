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

/** Every row of the order's state machine (API reference C.1), with its refusals; a number is a refused call's status. */
class OrderStatesTest {
    @TempDir
    Path directory;

    Shop shop;
    String customer;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
        customer = shop.customer();
        shop.api.post("/payment-methods/pm_card_success/attach", "{'customer_id':'" + customer + "'}");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "draft, pay, paid",
        "draft, pay a part, partially_paid",
        "draft, cancel, canceled",
        "draft, fulfill, 400",
        "draft, fulfill a line, 400",
        "draft, make payable, pending",
        "pending, pay, paid",
        "pending, pay a part, partially_paid",
        "pending, cancel, canceled",
        "pending, fulfill, 400",
        "pending, make payable, 400",
        "partially_paid, make payable, 400",
        "partially_paid, pay, paid",
        "partially_paid, pay a part, partially_paid",
        "partially_paid, pay too much, 400",
        "partially_paid, cancel, 400",
        "partially_paid, fulfill, 400",
        "paid, pay, 400",
        "paid, cancel, 400",
        "paid, fulfill, fulfilled",
        "paid, fulfill a line, paid",
        "paid, refund, refunded",
        "paid, refund a part, paid",
        "partial, fulfill, fulfilled",
        "partial, cancel, 400",
        "fulfilled, pay, 400",
        "fulfilled, cancel, 400",
        "fulfilled, fulfill, 400",
        "fulfilled, refund, refunded",
        "canceled, pay, 400",
        "canceled, cancel, 400",
        "canceled, fulfill, 400",
        "refunded, pay, 400",
        "refunded, cancel, 400",
        "refunded, fulfill, 400",
    })
    void each_trigger_from_each_state(String from, String trigger, String expected) {
        String id = orderIn(from);
        Answer answer = does(id, trigger);
        if (expected.equals("400")) {
            assertThat(answer.status()).isEqualTo(400);
            JsonNode error = answer.json().get("error");
            assertThat(Json.text(error, "type")).isEqualTo("invalid_request_error");
            assertThat(Json.text(error, "code")).isEqualTo("invalid_request");
            String stands = from.equals("partial") ? "paid" : from;
            assertThat(Json.text(read(id), "status")).isEqualTo(stands);
        } else {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(Json.text(read(id), "status")).isEqualTo(expected);
        }
    }

    @Test
    void paying_makes_an_invoice_and_a_payment_that_add_up() {
        String id = orderIn("draft");
        ObjectNode half = does(id, "pay a part").json();
        assertThat(Json.whole(half, "amount_paid")).isEqualTo(400);
        assertThat(Json.whole(half, "amount_due")).isEqualTo(600);
        String invoice = Json.need(half, "invoice_id");
        assertThat(shop.status("/invoices/" + invoice)).isEqualTo("partially_paid");
        ObjectNode whole = does(id, "pay").json();
        assertThat(Json.text(whole, "invoice_id")).isEqualTo(invoice);
        assertThat(Json.has(whole, "paid_at")).isTrue();
        JsonNode payments = list("/payments?invoice_id=" + invoice);
        assertThat(payments)
                .extracting(payment -> Json.whole(payment, "amount"))
                .containsExactly(600L, 400L);
        assertThat(Json.text(payments.get(0), "payment_channel")).isEqualTo("card_not_present");
        assertThat(Json.text(payments.get(0), "card_last_four")).isEqualTo("1111");
        assertThat(list("/events?type=order.paid").size()).isEqualTo(1);
        assertThat(list("/events?type=invoice.paid").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "declined, generic_decline",
        "insufficient_funds, insufficient_funds",
        "expired, expired_card",
        "challenge, authentication_required"
    })
    void a_decline_is_refused_with_its_word_and_stays_on_record(String card, String code) {
        String id = orderIn("draft");
        Answer answer = shop.api.post("/orders/" + id + "/pay", "{'payment_token':'tok_" + card + "_1'}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Json.text(answer.json().get("error"), "code")).isEqualTo(code);
        ObjectNode order = read(id);
        assertThat(Json.text(order, "status")).isEqualTo("draft");
        assertThat(Json.whole(order, "amount_paid")).isZero();
        JsonNode failed = list("/payments?status=failed");
        assertThat(failed.size()).isEqualTo(1);
        assertThat(Json.text(failed.get(0), "invoice_id")).isEqualTo(Json.need(order, "invoice_id"));
        assertThat(list("/events?type=payment.failed").size()).isEqualTo(1);
        assertThat(does(id, "pay").status()).isEqualTo(200);
        assertThat(Json.text(read(id), "invoice_id")).isEqualTo(Json.text(order, "invoice_id"));
    }

    @Test
    void a_token_pays_once_and_for_guests_too() {
        String guest = shop.api
                .post("/orders", "{'currency':'GBP','line_items':[{'description':'Tea','unit_price':350}]}")
                .id();
        assertThat(shop.api.post("/orders/" + guest + "/pay", "{}").status()).isEqualTo(400);
        String token = "{'payment_token':'tok_success_7'}";
        ObjectNode paid = shop.api.post("/orders/" + guest + "/pay", token).json();
        assertThat(Json.text(paid, "status")).isEqualTo("paid");
        assertThat(paid.get("customer_id").isNull()).isTrue();
        Answer again = shop.api.post("/orders/" + orderIn("draft") + "/pay", token);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("has been used");
    }

    @Test
    void a_method_of_another_customer_or_a_detached_one_or_two_ways_at_once_are_refused() {
        String other = shop.api.post("/customers", "{'email':'o@shop.test'}").id();
        String theirs = shop.api
                .post("/payment-methods/pm_card_success/attach", "{'customer_id':'" + other + "'}")
                .id();
        String id = orderIn("draft");
        String path = "/orders/" + id + "/pay";
        assertThat(shop.api.post(path, "{'payment_method_id':'" + theirs + "'}").status())
                .isEqualTo(400);
        assertThat(shop.api
                        .post(path, "{'payment_method_id':'" + theirs + "','payment_token':'tok_success_1'}")
                        .status())
                .isEqualTo(400);
        shop.api.post("/payment-methods/" + theirs + "/attach", "{'customer_id':'" + customer + "'}");
        shop.api.post("/payment-methods/" + theirs + "/detach", "");
        assertThat(shop.api.post(path, "{'payment_method_id':'" + theirs + "'}").status())
                .isEqualTo(400);
        assertThat(list("/payments").size()).isZero();
        assertThat(Json.text(read(id), "status")).isEqualTo("draft");
    }

    @Test
    void an_unpaid_order_is_canceled_when_it_expires_and_a_paid_one_is_not() {
        String soon = shop.clock.instant().plus(Duration.ofMinutes(10)).toString();
        String late = made("'expires_at':'" + soon + "',");
        String paid = made("'expires_at':'" + soon + "',");
        does(paid, "pay");
        shop.clock.forward(Duration.ofMinutes(9));
        shop.sandbox.tick();
        assertThat(Json.text(read(late), "status")).isEqualTo("draft");
        shop.clock.forward(Duration.ofMinutes(2));
        shop.sandbox.tick();
        assertThat(Json.text(read(late), "status")).isEqualTo("canceled");
        assertThat(Json.has(read(late), "canceled_at")).isTrue();
        assertThat(Json.text(read(paid), "status")).isEqualTo("paid");
        assertThat(list("/events?type=order.canceled").size()).isEqualTo(1);
        assertThat(does(late, "pay").status()).isEqualTo(400);
    }

    @Test
    void an_invoice_that_is_still_a_draft_takes_no_payment_through_its_order() {
        String draft = shop.api
                .post("/invoices", "{'customer_uuid':'%s','total_minor':1000,'currency':'GBP'}".formatted(customer))
                .id();
        String id = made("'invoice_id':'" + draft + "',");
        Answer answer = does(id, "pay");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("draft");
    }

    @Test
    void an_order_and_its_invoice_in_two_currencies_are_not_charged() {
        String euros = shop.api
                .post("/invoices", "{'customer_uuid':'%s','total_minor':1000,'currency':'EUR'}".formatted(customer))
                .id();
        shop.api.post("/invoices/" + euros + "/finalize", "");
        Answer answer = does(made("'invoice_id':'" + euros + "',"), "pay");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("another currency");
        assertThat(list("/payments").size()).isZero();
    }

    /** An order over 1000 of two lines, in the named state; partial is paid and fulfilled in part. */
    private String orderIn(String state) {
        String id = made("");
        switch (state) {
            case "draft" -> {}
            case "pending" -> does(id, "make payable");
            case "partially_paid" -> does(id, "pay a part");
            case "canceled" -> does(id, "cancel");
            default -> does(id, "pay");
        }
        switch (state) {
            case "partial" -> does(id, "fulfill a line");
            case "fulfilled" -> does(id, "fulfill");
            case "refunded" -> does(id, "refund");
            default -> {}
        }
        String shown = Json.need(read(id), "status");
        assertThat(shown).isEqualTo(state.equals("partial") ? "paid" : state);
        return id;
    }

    private String made(String more) {
        return shop.api
                .post(
                        "/orders",
                        "{" + more + "'customer_id':'" + customer + "','currency':'GBP','line_items':["
                                + "{'description':'Tea','unit_price':350},{'description':'Pot','unit_price':650}]}")
                .id();
    }

    private Answer does(String id, String trigger) {
        String path = "/orders/" + id;
        return switch (trigger) {
            case "pay" -> shop.api.post(path + "/pay", "{}");
            case "pay a part" -> shop.api.post(path + "/pay", "{'amount':400}");
            case "pay too much" -> shop.api.post(path + "/pay", "{'amount':601}");
            case "make payable" -> shop.admin.post(path + "/make-payable", "{}");
            case "cancel" -> shop.api.post(path + "/cancel", "{'reason':'x'}");
            case "fulfill" -> shop.api.post(path + "/fulfill", "{}");
            case "fulfill a line" -> {
                String line = Json.need(read(id).get("line_items").get(0), "id");
                Answer answer = shop.api.post(path + "/fulfill", "{'line_item_ids':['" + line + "']}");
                if (answer.status() == 200) {
                    assertThat(Json.text(answer.json(), "fulfillment_status")).isEqualTo("partial");
                }
                yield answer;
            }
            case "refund" -> refund(id, "{}");
            case "refund a part" -> refund(id, "{'amount_minor':100}");
            default -> throw new IllegalArgumentException(trigger);
        };
    }

    private Answer refund(String id, String body) {
        return shop.api.post("/invoices/" + Json.need(read(id), "invoice_id") + "/refund", body);
    }

    private ObjectNode read(String id) {
        return shop.api.get("/orders/" + id).json();
    }

    private JsonNode list(String path) {
        return shop.api.get(path).json().get("data");
    }
}
