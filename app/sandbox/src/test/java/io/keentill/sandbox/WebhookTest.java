package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.Mailbox.Letter;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Events told to webhook endpoints over real sockets (API reference B.26, B.27). */
class WebhookTest {
    private static final String ORDER = "{'line_items':[{'description':'Tea','unit_price':350}]}";
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    @TempDir
    Path directory;

    Shop shop;
    Mailbox mailbox;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
        mailbox = new Mailbox();
    }

    @AfterEach
    void close() {
        mailbox.close();
        shop.close();
    }

    @Test
    void a_change_is_delivered_signed_and_counted() {
        ObjectNode endpoint = listen("/hook", "order.created");
        String order = shop.api.post("/orders", ORDER).id();
        Letter letter = mailbox.await();
        assertThat(letter.signedWith(Json.need(endpoint, "secret"))).isTrue();
        assertThat(letter.signedWith("whsec_other")).isFalse();
        ObjectNode body = letter.json();
        assertThat(letter.type()).isEqualTo("order.created");
        assertThat(Json.need(body, "object")).isEqualTo("event");
        assertThat(Json.whole(body, "created")).isEqualTo(shop.clock.instant().getEpochSecond());
        assertThat(Json.need(body.get("data").get("object"), "id")).isEqualTo(order);
        assertThat(letter.headers())
                .containsEntry("X-revkeen-event-id", Json.need(body, "id"))
                .containsEntry("X-revkeen-version", "2026-05-01")
                .containsKey("X-revkeen-account");
        ObjectNode delivery = awaitDelivery(d -> Json.need(d, "status").equals("succeeded"));
        assertThat(Json.whole(delivery, "attempts")).isEqualTo(1);
        assertThat(Json.whole(delivery, "last_status_code")).isEqualTo(200);
        assertThat(Json.has(delivery, "delivered_at")).isTrue();
        assertThat(Json.has(delivery, "next_retry_at")).isFalse();
        ObjectNode event = shop.api.get("/events/" + Json.need(body, "id")).json();
        assertThat(Json.whole(event, "pending_webhooks")).isZero();
        ObjectNode now =
                shop.api.get("/webhook-endpoints/" + Json.need(endpoint, "id")).data();
        assertThat(Json.whole(now, "total_deliveries")).isEqualTo(1);
        assertThat(Json.whole(now, "successful_deliveries")).isEqualTo(1);
        assertThat(now.has("secret")).isFalse();
        assertThat(now.has("_secret")).isFalse();
    }

    @Test
    void only_what_was_asked_for_is_delivered() {
        listen("/hook", "order.*");
        shop.api.post("/customers", "{'email':'a@b.test'}");
        String order = shop.api.post("/orders", ORDER).id();
        shop.api.post("/orders/" + order + "/cancel", "{}");
        assertThat(List.of(mailbox.await().type(), mailbox.await().type()))
                .containsExactlyInAnyOrder("order.created", "order.canceled");
        assertThat(deliveries("")).hasSize(2);
    }

    @Test
    void a_failing_endpoint_hears_six_times_on_the_documented_schedule_then_once_more_by_hand() {
        mailbox.status = 500;
        String endpoint = Json.need(listen("/hook", "order.created"), "id");
        shop.api.post("/orders", ORDER);
        String event = mailbox.await().headers().get("X-revkeen-event-id");
        for (int attempt = 1; attempt <= WAITS.size(); attempt++) {
            int done = attempt;
            ObjectNode delivery = awaitDelivery(d -> Json.whole(d, "attempts") == done);
            Instant due = shop.clock.instant().plus(WAITS.get(attempt - 1));
            assertThat(Instant.parse(Json.need(delivery, "next_retry_at"))).isEqualTo(due);
            assertThat(Json.need(delivery, "status")).isEqualTo("pending");
            assertThat(Json.whole(delivery, "last_status_code")).isEqualTo(500);
            shop.clock.forward(WAITS.get(attempt - 1));
            shop.sandbox.tick();
            assertThat(mailbox.await().headers()).containsEntry("X-revkeen-event-id", event);
        }
        ObjectNode dead = awaitDelivery(d -> Json.need(d, "status").equals("dead_lettered"));
        assertThat(Json.whole(dead, "attempts")).isEqualTo(6);
        assertThat(Json.whole(dead, "max_attempts")).isEqualTo(6);
        assertThat(Json.has(dead, "dead_letter_reason")).isTrue();
        String retry = "/webhook-deliveries/" + Json.need(dead, "id") + "/retry";
        assertThat(shop.api.post(retry, "").status()).isEqualTo(200);
        mailbox.await();
        awaitDelivery(
                d -> Json.whole(d, "attempts") == 7 && Json.need(d, "status").equals("dead_lettered"));
        Answer again = shop.api.post(retry, "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("error").propertyNames()).containsExactly("type", "code", "message");
        assertThat(Json.whole(shop.api.get("/webhook-endpoints/" + endpoint).data(), "failed_deliveries"))
                .isEqualTo(2);
        shop.clock.forward(Duration.ofDays(31));
        shop.sandbox.tick();
        assertThat(deliveries("")).isEmpty();
    }

    @Test
    void a_pending_delivery_can_be_advanced_and_a_delivered_one_cannot_be_repeated() {
        mailbox.status = 302;
        listen("/hook", "order.created");
        shop.api.post("/orders", ORDER);
        mailbox.await();
        ObjectNode waiting = awaitDelivery(d -> Json.whole(d, "attempts") == 1);
        assertThat(Json.text(waiting, "last_error")).contains("302");
        mailbox.status = 204;
        String retry = "/webhook-deliveries/" + Json.need(waiting, "id") + "/retry";
        assertThat(shop.api.post(retry, "").status()).isEqualTo(200);
        mailbox.await();
        awaitDelivery(d -> Json.need(d, "status").equals("succeeded"));
        assertThat(shop.api.post(retry, "").status()).isEqualTo(409);
        assertThat(shop.api.post("/webhook-deliveries/none/retry", "").status()).isEqualTo(404);
    }

    @Test
    void nobody_but_this_machine_is_told_anything() {
        String body = "{'url':'http://192.0.2.7/hook','enabled_events':['*']}";
        assertThat(shop.api.post("/webhook-endpoints", body).status()).isEqualTo(201);
        shop.api.post("/orders", ORDER);
        ObjectNode delivery = awaitDelivery(d -> Json.whole(d, "attempts") == 1);
        assertThat(Json.need(delivery, "last_error_code")).isEqualTo("address_not_allowed");
        assertThat(Json.need(delivery, "last_error")).contains("loopback");
    }

    @Test
    void an_event_is_told_again_on_request() {
        assertThat(shop.api.post("/events/none/resend", "").status()).isEqualTo(404);
        String order = shop.api.post("/orders", ORDER).id();
        String event = Json.need(
                shop.api.get("/events?order_id=" + order).json().get("data").get(0), "id");
        ObjectNode nobody = shop.api.post("/events/" + event + "/resend", "").json();
        assertThat(Json.yes(nobody, "success")).isFalse();
        listen("/hook", "*");
        ObjectNode told = shop.api.post("/events/" + event + "/resend", "").json();
        assertThat(Json.yes(told, "success")).isTrue();
        assertThat(mailbox.await().headers()).containsEntry("X-revkeen-event-id", event);
    }

    @Test
    void a_test_event_is_made_up_and_delivered() {
        listen("/hook", "invoice.paid");
        ObjectNode answer =
                shop.api.post("/events/test", "{'type':'invoice.paid'}").json();
        assertThat(Json.yes(answer, "success")).isTrue();
        assertThat(mailbox.await()
                        .json()
                        .get("data")
                        .get("object")
                        .get("object")
                        .stringValue())
                .isEqualTo("invoice");
        Answer wrong = shop.api.post("/events/test", "{'type':'terminal_payment.succeeded'}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("error").get("param").stringValue()).isEqualTo("type");
    }

    @Test
    void endpoints_are_made_changed_and_removed_within_the_rules() {
        String id = Json.need(listen("/hook", "*"), "id");
        String same = "{'url':'%s','enabled_events':['*']}".formatted(mailbox.url("/hook"));
        assertThat(shop.api.post("/webhook-endpoints", same).status()).isEqualTo(409);
        for (String wrong : List.of(
                "{'url':'ftp://127.0.0.1/','enabled_events':['*']}",
                "{'url':'http://127.0.0.1/x','enabled_events':[]}",
                "{'url':'http://127.0.0.1/x','enabled_events':['order.melted']}",
                "{'enabled_events':['*']}")) {
            assertThat(shop.api.post("/webhook-endpoints", wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        ObjectNode off = shop.api
                .patch("/webhook-endpoints/" + id, "{'enabled':false,'description':'till'}")
                .data();
        assertThat(Json.need(off, "status")).isEqualTo("disabled");
        assertThat(shop.api
                        .get("/webhook-endpoints?status=enabled")
                        .json()
                        .get("meta")
                        .get("total")
                        .intValue())
                .isZero();
        shop.api.post("/orders", ORDER);
        assertThat(deliveries("")).isEmpty();
        ObjectNode gone = shop.api.delete("/webhook-endpoints/" + id).data();
        assertThat(Json.yes(gone, "deleted")).isTrue();
        assertThat(shop.api.get("/webhook-endpoints/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_new_secret_counts_at_once_and_a_removed_endpoint_hears_nothing_more() {
        mailbox.status = 500;
        ObjectNode endpoint = listen("/hook", "order.created");
        String path = "/webhook-endpoints/" + Json.need(endpoint, "id");
        shop.api.post("/orders", ORDER);
        assertThat(mailbox.await().signedWith(Json.need(endpoint, "secret"))).isTrue();
        awaitDelivery(d -> Json.whole(d, "attempts") == 1);
        String secret = Json.need(shop.api.post(path + "/rotate-secret", "").data(), "secret");
        assertThat(secret).isNotEqualTo(Json.need(endpoint, "secret"));
        shop.clock.forward(WAITS.getFirst());
        shop.sandbox.tick();
        assertThat(mailbox.await().signedWith(secret)).isTrue();
        awaitDelivery(d -> Json.whole(d, "attempts") == 2);
        shop.api.delete(path);
        ObjectNode cancelled = deliveries("?status=failed").getFirst();
        assertThat(Json.need(cancelled, "last_error_code")).isEqualTo("endpoint_deleted");
        assertThat(shop.api
                        .post("/webhook-deliveries/" + Json.need(cancelled, "id") + "/retry", "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void the_breaker_opens_after_ten_failures_and_lets_one_try_after_its_pause() {
        mailbox.status = 500;
        String path = "/webhook-endpoints/" + Json.need(listen("/hook", "order.created"), "id");
        for (int i = 0; i < 10; i++) {
            shop.api.post("/orders", ORDER);
            mailbox.await();
        }
        awaitState(path, "open");
        String late = shop.api.post("/orders", ORDER).id();
        assertThat(late).isNotEmpty();
        mailbox.status = 200;
        shop.clock.forward(Duration.ofMinutes(5));
        shop.sandbox.tick();
        awaitState(path, "closed");
        for (int i = 0; i < 11; i++) {
            mailbox.await();
        }
        await(() -> deliveries("?status=succeeded&limit=50").size() == 11);
    }

    /** Each commit looks for what is due, and meets what is just being carried and booked. */
    @Test
    void a_delivery_leaves_once_however_often_what_is_due_is_looked_for() {
        int orders = 100;
        String endpoint = "/webhook-endpoints/" + Json.need(listen("/hook", "order.created"), "id");
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < orders; i++) {
                clients.execute(() -> shop.api.post("/orders", ORDER));
            }
        }
        await(() -> Json.whole(shop.api.get(endpoint).data(), "successful_deliveries") == orders);
        Set<String> told = new HashSet<>();
        for (int i = 0; i < orders; i++) {
            assertThat(told.add(mailbox.await().headers().get("X-revkeen-event-id")))
                    .as("letter %d is a new one", i)
                    .isTrue();
        }
        assertThat(mailbox.isEmpty()).isTrue();
    }

    @Test
    void what_was_not_delivered_before_a_restart_is_delivered_after_it() {
        mailbox.status = 503;
        listen("/hook", "order.created");
        shop.api.post("/orders", ORDER);
        mailbox.await();
        awaitDelivery(d -> Json.whole(d, "attempts") == 1);
        shop.restart();
        mailbox.status = 200;
        shop.clock.forward(WAITS.getFirst());
        shop.sandbox.tick();
        mailbox.await();
        awaitDelivery(d -> Json.need(d, "status").equals("succeeded"));
    }

    private ObjectNode listen(String path, String event) {
        String body = "{'url':'%s','enabled_events':['%s']}".formatted(mailbox.url(path), event);
        Answer made = shop.api.post("/webhook-endpoints", body);
        assertThat(made.status()).isEqualTo(201);
        return made.data();
    }

    private List<ObjectNode> deliveries(String query) {
        return shop.api
                .get("/webhook-deliveries" + query)
                .json()
                .get("data")
                .valueStream()
                .map(ObjectNode.class::cast)
                .toList();
    }

    private ObjectNode awaitDelivery(Predicate<ObjectNode> state) {
        await(() -> deliveries("").stream().anyMatch(state));
        return deliveries("").stream().filter(state).findFirst().orElseThrow();
    }

    private void awaitState(String endpoint, String state) {
        await(() -> Json.need(shop.api.get(endpoint).data(), "circuit_breaker_state")
                .equals(state));
    }

    /** The delivery is booked on a thread of the sandbox after its answer has left the mailbox. */
    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
