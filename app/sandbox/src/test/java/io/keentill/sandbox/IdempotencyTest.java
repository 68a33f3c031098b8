package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.sandbox.Client.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of API reference A.5. */
class IdempotencyTest {
    private static final String ORDER = "{'line_items':[{'description':'Tea','unit_price':350}]}";

    private static final String DISCOUNT =
            "{'code':'ten','name':'Ten','discount_type':'percentage','discount_value':10,'scope':'entire_order'}";

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
    void the_same_request_again_gets_the_same_answer_marked_as_a_replay() {
        Answer first = order("key-1", ORDER);
        Answer second = order("key-1", ORDER);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("X-Request-Id")).isEqualTo(first.header("X-Request-Id"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void another_body_under_the_same_key_is_a_conflict_that_tells_nothing_and_changes_nothing() {
        String id = order("key-1", ORDER).id();
        Answer other = order("key-1", ORDER.replace("350", "999"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("error").get("code").stringValue()).isEqualTo("idempotency_conflict");
        assertThat(other.text()).doesNotContain(id);
        assertThat(order("key-1", ORDER).status()).isEqualTo(201);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void refusals_are_kept_too() {
        Answer first = order("key-2", "{}");
        assertThat(first.status()).isEqualTo(400);
        assertThat(order("key-2", "{}").header("Idempotency-Replayed")).isEqualTo("true");
        Client reader = new Client(shop.sandbox.baseUrl(), shop.sandbox.issueKey(Set.of("orders:read")));
        assertThat(reader.send("POST", "/orders", ORDER, "Idempotency-Key", "k").status())
                .isEqualTo(403);
        assertThat(reader.send("POST", "/orders", ORDER, "Idempotency-Key", "k").header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void a_key_belongs_to_its_caller_method_and_path_and_dies_after_a_day() {
        order("key-3", ORDER);
        assertThat(shop.api
                        .send("POST", "/customers", "{'email':'a@b.test'}", "Idempotency-Key", "key-3")
                        .status())
                .isEqualTo(201);
        Client other = new Client(shop.sandbox.baseUrl(), shop.sandbox.issueKey(Set.of("orders:*")));
        assertThat(other.send("POST", "/orders", ORDER, "Idempotency-Key", "key-3")
                        .header("Idempotency-Replayed"))
                .isNull();
        shop.clock.forward(Duration.ofHours(24).minusSeconds(1));
        assertThat(order("key-3", ORDER).header("Idempotency-Replayed")).isEqualTo("true");
        shop.clock.forward(Duration.ofSeconds(2));
        shop.sandbox.tick();
        assertThat(order("key-3", ORDER).header("Idempotency-Replayed")).isNull();
        assertThat(orders()).isEqualTo(3);
    }

    @Test
    void put_and_patch_keep_their_answers_get_does_not() {
        String id = order("k", ORDER).id();
        String[] key = {"Idempotency-Key", "p"};
        assertThat(shop.api.send("PATCH", "/orders/" + id, "{'notes':'n'}", key).status())
                .isEqualTo(200);
        assertThat(shop.api.send("PATCH", "/orders/" + id, "{'notes':'n'}", key).header("Idempotency-Replayed"))
                .isEqualTo("true");
        String put = "/products/external/erp/7";
        String body = "{'name':'Seven','amountCents':700}";
        assertThat(shop.api.send("PUT", put, body, key).status()).isEqualTo(201);
        assertThat(shop.api.send("PUT", put, body, key).status()).isEqualTo(201);
        shop.api.send("GET", "/orders", null, key);
        assertThat(shop.api.send("GET", "/orders", null, key).header("Idempotency-Replayed"))
                .isNull();
    }

    @Test
    void a_key_has_1_to_255_characters() {
        assertThat(order("x", ORDER).status()).isEqualTo(201);
        assertThat(order("x".repeat(255), ORDER).status()).isEqualTo(201);
        assertThat(order("x".repeat(256), ORDER).status()).isEqualTo(400);
        assertThat(order("", ORDER).status()).isEqualTo(400);
        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void get_and_delete_take_no_notice_of_a_key_not_even_of_an_impossible_one() {
        String tooLong = "x".repeat(300);
        assertThat(shop.api
                        .send("GET", "/orders", null, "Idempotency-Key", tooLong)
                        .status())
                .isEqualTo(200);
        String discount = shop.api.post("/discounts", DISCOUNT).id();
        String path = "/discounts/" + discount;
        assertThat(shop.api.send("DELETE", path, null, "Idempotency-Key", "d").status())
                .isEqualTo(200);
        Answer again = shop.api.send("DELETE", path, null, "Idempotency-Key", "d");
        assertThat(again.header("Idempotency-Replayed")).isNull();
        assertThat(shop.api
                        .send("DELETE", path, null, "Idempotency-Key", tooLong)
                        .status())
                .isNotEqualTo(400);
    }

    @Test
    void the_same_key_on_another_path_or_method_is_another_request() {
        String one = order("k1", ORDER).id();
        String two = order("k2", ORDER).id();
        String[] key = {"Idempotency-Key", "same"};
        for (String id : List.of(one, two)) {
            Answer changed = shop.api.send("PATCH", "/orders/" + id, "{'notes':'n'}", key);
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.header("Idempotency-Replayed")).isNull();
            Answer canceled = shop.api.send("POST", "/orders/" + id + "/cancel", "{}", key);
            assertThat(canceled.status()).isEqualTo(200);
            assertThat(canceled.header("Idempotency-Replayed")).isNull();
        }
    }

    @Test
    void a_server_error_after_the_gateway_was_called_is_kept_with_what_was_done() {
        shop.admin.post("/next-fault", "{'kind':'status_after_commit','status':502,'path_prefix':'/orders'}");
        Answer first = order("late", ORDER);
        assertThat(first.status()).isEqualTo(502);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(orders()).isEqualTo(1);
        Answer again = order("late", ORDER);
        assertThat(again.status()).isEqualTo(502);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void neither_a_missing_key_nor_a_limit_is_kept() {
        Client stranger = new Client(shop.sandbox.baseUrl(), "rk_sandbox_nobody");
        assertThat(stranger.send("POST", "/orders", ORDER, "Idempotency-Key", "u")
                        .status())
                .isEqualTo(401);
        assertThat(stranger.send("POST", "/orders", ORDER, "Idempotency-Key", "u")
                        .header("Idempotency-Replayed"))
                .isNull();
        shop.admin.post("/next-fault", "{'kind':'status','status':429,'retry_after':7,'path_prefix':'/orders'}");
        Answer slower = order("slow", ORDER);
        assertThat(slower.status()).isEqualTo(429);
        assertThat(slower.header("Retry-After")).isEqualTo("7");
        Answer later = order("slow", ORDER);
        assertThat(later.status()).isEqualTo(201);
        assertThat(later.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void a_conflict_is_not_kept_in_place_of_the_first_answer() {
        order("c", ORDER);
        assertThat(order("c", "{}").status()).isEqualTo(409);
        assertThat(order("c", "{}").status()).isEqualTo(409);
        assertThat(order("c", ORDER).status()).isEqualTo(201);
    }

    @Test
    void clients_with_one_key_make_one_order_and_all_get_its_one_answer() throws Exception {
        List<Answer> answers = together(64, i -> patiently("one"));
        assertThat(answers).hasSize(64).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotency-Replayed") == null)
                .hasSize(1);
        assertThat(shop.sandbox.stored("order")).isEqualTo(1);
    }

    @Test
    void a_thousand_keys_make_a_thousand_orders() throws Exception {
        List<Answer> answers = together(1000, i -> order("many-" + i, ORDER));
        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1000);
        assertThat(shop.sandbox.stored("order")).isEqualTo(1000);
        List<Answer> again = together(1000, i -> order("many-" + i, ORDER));
        assertThat(again).allMatch(answer -> "true".equals(answer.header("Idempotency-Replayed")));
        assertThat(again.stream().map(Answer::id).toList())
                .isEqualTo(answers.stream().map(Answer::id).toList());
        assertThat(shop.sandbox.stored("order")).isEqualTo(1000);
    }

    @Test
    void an_answer_lost_after_the_commit_is_replayed_even_after_a_restart() {
        shop.admin.post("/next-fault", "{'kind':'drop_after_commit','path_prefix':'/orders'}");
        assertThatThrownBy(() -> shop.api.trySend("POST", "/orders", ORDER, "Idempotency-Key", "lost"))
                .isInstanceOf(IOException.class);
        assertThat(orders()).isEqualTo(1);
        shop.restart();
        Answer again = order("lost", ORDER);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void a_server_error_before_anything_was_done_is_not_kept() {
        shop.admin.post("/next-fault", "{'kind':'status','status':500,'path_prefix':'/orders'}");
        assertThat(order("later", ORDER).status()).isEqualTo(500);
        assertThat(order("later", ORDER).status()).isEqualTo(201);
    }

    /** Whether requests meet is for the machine to say: with each key there is one order, and in some round they meet. */
    @Test
    void the_same_key_at_the_same_time_makes_one_order_and_says_in_progress_to_the_rest() throws Exception {
        List<Answer> refused = List.of();
        for (int round = 1; refused.isEmpty(); round++) {
            assertThat(round).as("rounds in which no request met another").isLessThan(20);
            String key = "race-" + round;
            shop.admin.post("/next-fault", "{'kind':'delay','delay_ms':700,'path_prefix':'/orders'}");
            List<Answer> answers = together(8, i -> order(key, ORDER));
            assertThat(answers).extracting(Answer::status).contains(201).containsOnly(201, 409);
            refused = answers.stream().filter(answer -> answer.status() == 409).toList();
            assertThat(orders()).isEqualTo(round);
            assertThat(order(key, ORDER).status()).isEqualTo(201);
        }
        assertThat(refused)
                .allSatisfy(answer -> assertThat(
                                answer.json().get("error").get("code").stringValue())
                        .isEqualTo("idempotency_in_progress"));
    }

    /** As a well-behaved client does: while the first request still runs, it asks again. */
    private Answer patiently(String key) {
        Answer answer = order(key, ORDER);
        while (answer.status() == 409) {
            assertThat(answer.json().get("error").get("code").stringValue()).isEqualTo("idempotency_in_progress");
            answer = order(key, ORDER);
        }
        return answer;
    }

    private static List<Answer> together(int clients, IntFunction<Answer> call) throws Exception {
        List<Answer> answers = new ArrayList<>();
        Semaphore sockets = new Semaphore(64);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                calls.add(() -> {
                    sockets.acquire();
                    try {
                        return call.apply(number);
                    } finally {
                        sockets.release();
                    }
                });
            }
            for (Future<Answer> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private Answer order(String key, String body) {
        return shop.api.send("POST", "/orders", body, "Idempotency-Key", key);
    }

    private int orders() {
        return shop.api.get("/orders?limit=100").json().get("data").size();
    }
}
