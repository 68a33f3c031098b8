package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Terminal payments and the connector channel, over real WebSockets, on a clock that the tests move. */
class TerminalTest {
    @TempDir
    Path directory;

    Shop shop;
    TestConnector till;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
        till = TestConnector.ready(shop);
    }

    @AfterEach
    void close() {
        till.close();
        shop.close();
    }

    @Test
    void a_key_without_terminal_scopes_cannot_connect() {
        String weak = shop.sandbox.issueKey(Set.of("terminal:read"));
        assertThatThrownBy(() -> new TestConnector(shop.sandbox, weak))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(failure -> assertThat(((WebSocketHandshakeException) failure.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(403));
        assertThatThrownBy(() -> new TestConnector(shop.sandbox, "rk_sandbox_wrong"))
                .satisfies(failure -> assertThat(((WebSocketHandshakeException) failure.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(401));
    }

    @Test
    void hello_makes_the_device_once_and_the_heartbeat_keeps_it_online() {
        ObjectNode devices = shop.api.get("/terminal-devices").json();
        assertThat(Json.whole(devices.get("meta"), "count")).isEqualTo(1);
        assertThat(Json.text(devices.get("data").get(0), "status")).isEqualTo("online");
        shop.clock.forward(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(deviceStatus()).isEqualTo("offline");
        Answer offline = sale(100, null);
        assertThat(offline.status()).isEqualTo(422);
        assertThat(Json.text(offline.json(), "code")).isEqualTo("device_offline");
        String first = till.device;
        till.hello(false);
        assertThat(till.device).isEqualTo(first);
        assertThat(deviceStatus()).isEqualTo("pairing");
        assertThat(Json.text(sale(100, null).json(), "code")).isEqualTo("device_unpaired");
        assertThat(shop.api
                        .get("/terminal-devices?status=online")
                        .json()
                        .get("data")
                        .size())
                .isZero();
        assertThat(shop.api.get("/terminal-devices/nope").status()).isEqualTo(404);
    }

    @Test
    void an_approved_sale_pays_its_invoice_and_order_and_shows_as_a_payment() {
        String invoice = shop.openInvoice(1250);
        String order = shop.orderOn(invoice, 1250);
        String id = sale(1250, invoice).id();
        ObjectNode command = till.await("command");
        assertThat(Json.text(command, "payment_id")).isEqualTo(id);
        assertThat(Json.text(command, "action")).isEqualTo("sale");
        assertThat(Json.whole(command, "amount_minor")).isEqualTo(1250);
        assertThat(Json.text(sale(1, null).json(), "code")).isEqualTo("device_busy");
        assertThat(sale(1, null).status()).isEqualTo(409);
        String commandId = Json.need(command, "command_id");
        till.outcome(commandId, "approved", 1250);
        assertThat(Json.text(till.await("settled"), "status")).isEqualTo("approved");
        ObjectNode payment = shop.api.get("/terminal-payments/" + id).data();
        assertThat(Json.text(payment, "status")).isEqualTo("approved");
        assertThat(Json.text(payment, "masked_pan")).isEqualTo("**** 0119");
        assertThat(shop.status("/invoices/" + invoice)).isEqualTo("paid");
        assertThat(shop.status("/orders/" + order)).isEqualTo("paid");
        ObjectNode booked = (ObjectNode) shop.api
                .get("/payments?payment_channel=card_present")
                .json()
                .get("data")
                .get(0);
        assertThat(Json.text(booked, "card_last_four")).isEqualTo("0119");
        assertThat(Json.text(booked, "card_brand")).isEqualTo("visa");
        assertThat(Json.text(booked, "gateway_transaction_id")).isEqualTo("UTI-" + commandId.substring(0, 8));
        assertThat(card()).isEqualTo(1250);
        till.outcome(commandId, "approved", 1250);
        till.await("settled");
        assertThat(card()).isEqualTo(1250);
        assertThat(shop.api
                        .get("/events?type=terminal_payment.succeeded")
                        .json()
                        .get("data")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_sale_for_more_than_is_due_or_for_a_draft_is_422() {
        String invoice = shop.openInvoice(100);
        assertThat(Json.text(sale(101, invoice).json(), "code")).isEqualTo("amount_exceeds_due");
        assertThat(sale(101, invoice).status()).isEqualTo(422);
        shop.api.post("/invoices/" + invoice + "/void", "{}");
        assertThat(Json.text(sale(100, invoice).json(), "code")).isEqualTo("invoice_not_payable");
        assertThat(shop.api.post("/terminal-payments", "{'amount_minor':1}").status())
                .isEqualTo(400);
        assertThat(shop.api.get("/terminal-payments/nope").status()).isEqualTo(404);
    }

    @Test
    void a_connector_that_was_away_hears_the_open_command_again() {
        till.close();
        String id = sale(300, null).id();
        till = TestConnector.ready(shop);
        String command = Json.need(till.await("command"), "command_id");
        till.send("{'type':'accepted','command_id':'%s'}".formatted(command));
        till.send("{'type':'heartbeat','terminal_paired':true,'terminal_reachable':true}");
        allTaken();
        till.close();
        till = TestConnector.ready(shop);
        assertThat(Json.need(till.await("command"), "command_id")).isEqualTo(command);
        assertThat(shop.status("/terminal-payments/" + id)).isEqualTo("in_progress");
        shop.restart();
        till = TestConnector.ready(shop);
        assertThat(Json.need(till.await("command"), "command_id")).isEqualTo(command);
        till.outcome(command, "declined", 300);
        assertThat(Json.text(till.await("settled"), "status")).isEqualTo("declined");
        till.close();
        till = TestConnector.ready(shop);
        allTaken();
        assertThat(till.hasFrames()).as("what is settled is not sent again").isFalse();
        assertThat(card()).isZero();
    }

    @Test
    void three_minutes_without_an_outcome_time_out_and_a_late_approval_still_counts() {
        String invoice = shop.openInvoice(500);
        String id = sale(500, invoice).id();
        String command = Json.need(till.await("command"), "command_id");
        shop.clock.forward(Duration.ofMinutes(3).minusSeconds(1));
        shop.sandbox.tick();
        assertThat(shop.status("/terminal-payments/" + id)).isEqualTo("requested");
        shop.clock.forward(Duration.ofSeconds(1));
        shop.sandbox.tick();
        assertThat(shop.status("/terminal-payments/" + id)).isEqualTo("timed_out");
        assertThat(shop.api
                        .get("/events?type=terminal_payment.error")
                        .json()
                        .get("data")
                        .size())
                .isEqualTo(1);
        till.outcome(command, "approved", 500);
        assertThat(Json.text(till.await("settled"), "status")).isEqualTo("approved");
        assertThat(shop.status("/invoices/" + invoice)).isEqualTo("paid");
        assertThat(card()).isEqualTo(500);
    }

    @Test
    void cancelling_asks_the_connector_and_an_approval_wins() {
        String id = sale(500, null).id();
        String command = Json.need(till.await("command"), "command_id");
        assertThat(Json.text(
                        shop.api
                                .post("/terminal-payments/" + id + "/cancel", "")
                                .data(),
                        "status"))
                .isEqualTo("cancelled");
        assertThat(Json.text(till.await("cancel"), "command_id")).isEqualTo(command);
        assertThat(shop.api.post("/terminal-payments/" + id + "/cancel", "").status())
                .isEqualTo(409);
        till.outcome(command, "cancelled", 0);
        assertThat(Json.text(till.await("settled"), "status")).isEqualTo("cancelled");
        till.outcome(command, "approved", 500);
        assertThat(Json.text(till.await("settled"), "status")).isEqualTo("approved");
        assertThat(card()).isEqualTo(500);
    }

    @Test
    void refund_and_void_are_records_of_their_own() {
        String invoice = shop.openInvoice(1000);
        String sale = approved(1000, invoice);
        assertThat(shop.api
                        .post("/terminal-payments/" + sale + "/refund", "{'amount_minor':1001}")
                        .status())
                .isEqualTo(422);
        ObjectNode refund = shop.api
                .post("/terminal-payments/" + sale + "/refund", "{'amount_minor':400}")
                .data();
        assertThat(Json.text(refund, "type")).isEqualTo("refund");
        ObjectNode command = till.await("command");
        assertThat(Json.text(command, "original_reference")).isEqualTo("ref-1000");
        till.outcome(Json.need(command, "command_id"), "approved", 400);
        till.await("settled");
        assertThat(card()).isEqualTo(600);
        assertThat(shop.status("/terminal-payments/" + sale)).isEqualTo("approved");
        assertThat(Json.text(
                        shop.api
                                .post("/terminal-payments/" + sale + "/void", "{}")
                                .json(),
                        "code"))
                .isEqualTo("already_reversed");
        assertThat(shop.api
                        .post("/invoices/" + invoice + "/refund", "{'amount_minor':600}")
                        .status())
                .isEqualTo(400);
        String other = approved(50, null);
        shop.api.post("/terminal-payments/" + other + "/void", "{}");
        till.outcome(Json.need(till.await("command"), "command_id"), "approved", 50);
        till.await("settled");
        assertThat(card()).isEqualTo(600);
        assertThat(shop.api.get("/payments?status=voided").json().get("data").size())
                .isEqualTo(1);
        assertThat(shop.api
                        .get("/terminal-payments?type=sale&limit=1")
                        .json()
                        .get("meta")
                        .toString())
                .isEqualTo("{\"count\":1,\"limit\":1}");
        assertThat(shop.api
                        .get("/events?type=terminal_refund.succeeded")
                        .json()
                        .get("data")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void frames_that_make_no_sense_are_answered_with_an_error() throws InterruptedException {
        till.send("nonsense");
        assertThat(Json.text(till.await("error"), "code")).isEqualTo("malformed");
        till.outcome("00000000-0000", "approved", 1);
        assertThat(Json.text(till.await("error"), "code")).isEqualTo("unknown_command");
        till.send("{'type':'weather'}");
        try (TestConnector early = new TestConnector(shop.sandbox, shop.sandbox.key())) {
            early.send("{'type':'heartbeat'}");
            assertThat(Json.text(early.await("error"), "code")).isEqualTo("hello_first");
            early.hello(true);
            assertThat(till.awaitClosed()).isTrue();
        }
    }

    private Answer sale(long amount, String invoice) {
        String body = "{'device_id':'%s','amount_minor':%d,'currency':'GBP','reference':'ref-%d'%s}";
        String on = invoice == null ? "" : ",'invoice_id':'" + invoice + "'";
        return shop.api.post("/terminal-payments", body.formatted(till.device, amount, amount, on));
    }

    private String approved(long amount, String invoice) {
        String id = sale(amount, invoice).id();
        till.outcome(Json.need(till.await("command"), "command_id"), "approved", amount);
        till.await("settled");
        return id;
    }

    /** Frames are taken in their order: once the nonsense is answered, what was said before it is done and answered. */
    private void allTaken() {
        till.send("nonsense");
        till.await("error");
    }

    private String deviceStatus() {
        return shop.status("/terminal-devices/" + till.device);
    }

    private long card() {
        return Json.whole(shop.admin.get("/ledger").json(), "card");
    }
}
