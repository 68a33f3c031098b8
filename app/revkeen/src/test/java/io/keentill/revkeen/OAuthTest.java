package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Access tokens: kept, renewed in time and once on refusal, asked for by one for all, never shown. */
@Timeout(20)
class OAuthTest {
    private static final String DEVICES = "{\"data\":[],\"meta\":{\"count\":0}}";
    private final VirtualTime time = new VirtualTime();
    private LoopbackServer api;
    private LoopbackServer login;
    private OAuthClient client;
    private RevKeen revkeen;

    @BeforeEach
    void open() throws Exception {
        api = new LoopbackServer();
        login = new LoopbackServer();
        client = OAuthClient.of("till-1", "s3cret&=value")
                .withScopes(Set.of("terminal:read", "orders:write"))
                .withTokenUrl(URI.create(login.url() + "/token"));
        var options = RevKeenOptions.builder()
                .clock(time)
                .sleeper(time)
                .readRetry(RetryPolicy.once())
                .build();
        revkeen = RevKeen.at(api.url(), client, options);
    }

    @AfterEach
    void close() throws Exception {
        revkeen.close();
        api.close();
        login.close();
    }

    private void token(String token, long seconds) {
        login.reply(
                200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}");
    }

    private ApiResult<?> call() {
        return revkeen.terminalDevices().list(null, null).firstPage();
    }

    private String bearerSeen() throws InterruptedException {
        return api.arrived.take().headers().get("Authorization");
    }

    @Test
    void a_token_is_asked_for_once_and_used_until_shortly_before_its_end() throws Exception {
        token("rk_oauth_one", 3600);
        token("rk_oauth_two", 3600);
        for (int i = 0; i < 4; i++) {
            api.reply(200, DEVICES);
        }
        call();
        time.sleep(Duration.ofSeconds(3539));
        call();
        assertThat(login.count()).isEqualTo(1);
        time.sleep(Duration.ofSeconds(1));
        call();
        call();
        assertThat(login.count()).isEqualTo(2);
        assertThat(List.of(bearerSeen(), bearerSeen(), bearerSeen(), bearerSeen()))
                .containsExactly(
                        "Bearer rk_oauth_one", "Bearer rk_oauth_one", "Bearer rk_oauth_two", "Bearer rk_oauth_two");
        var asked = login.arrived.take();
        assertThat(asked.line()).isEqualTo("POST /v2/token HTTP/1.1");
        assertThat(asked.headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded");
        assertThat(asked.text())
                .isEqualTo(
                        "grant_type=client_credentials&client_id=till-1&client_secret=s3cret%26%3Dvalue&scope=orders%3Awrite+terminal%3Aread");
        assertThat(asked.headers()).doesNotContainKeys("Authorization", "x-api-key");
    }

    @Test
    void a_refused_token_is_renewed_once_and_the_write_goes_again_under_its_key() throws Exception {
        token("rk_oauth_one", 3600);
        token("rk_oauth_two", 3600);
        api.reply(401, "{}")
                .reply(
                        200,
                        "{\"data\":{\"id\":\"t1\",\"status\":\"cancelled\",\"amount_minor\":1,\"currency\":\"GBP\"}}");
        var cancel = revkeen.terminalPayments().cancel("t1");
        assertThat(cancel.send()).isInstanceOf(ApiResult.Ok.class);
        var first = api.arrived.take();
        var second = api.arrived.take();
        assertThat(first.headers()).containsEntry("Authorization", "Bearer rk_oauth_one");
        assertThat(second.headers()).containsEntry("Authorization", "Bearer rk_oauth_two");
        assertThat(second.headers().get("Idempotency-Key"))
                .isEqualTo(first.headers().get("Idempotency-Key"))
                .isEqualTo(cancel.idempotencyKey());
    }

    @Test
    void a_second_refusal_is_the_answer() {
        token("rk_oauth_one", 3600);
        token("rk_oauth_two", 3600);
        api.reply(401, "{}").reply(401, "{\"error\":{\"code\":\"unauthenticated\",\"message\":\"no\"}}");
        var refused = (ApiResult.Refused<?>) call();
        assertThat(refused.error()).isInstanceOf(ApiError.Unauthenticated.class);
        assertThat(api.count()).isEqualTo(2);
        assertThat(login.count()).isEqualTo(2);
    }

    @Test
    void many_callers_ask_once() throws Exception {
        int callers = 32;
        var release = new CountDownLatch(1);
        login.then((request, in, out) -> {
            release.await();
            LoopbackServer.write(out, 200, "{\"access_token\":\"rk_oauth_one\",\"expires_in\":3600}");
        });
        for (int i = 0; i < callers; i++) {
            api.reply(200, DEVICES);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ApiResult<?>>> results = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                results.add(threads.submit(this::call));
            }
            assertThat(login.arrived.poll(15, TimeUnit.SECONDS)).isNotNull();
            release.countDown();
            for (Future<ApiResult<?>> result : results) {
                assertThat(result.get()).isInstanceOf(ApiResult.Ok.class);
            }
        }
        assertThat(login.count()).isEqualTo(1);
        assertThat(api.count()).isEqualTo(callers);
    }

    @Test
    void a_renewal_that_fails_does_not_spoil_a_token_that_still_lives() throws Exception {
        token("rk_oauth_one", 3600);
        login.reply(503, "{}").reply(503, "{}");
        api.reply(200, DEVICES).reply(200, DEVICES);
        call();
        time.sleep(Duration.ofSeconds(3590));
        assertThat(call()).isInstanceOf(ApiResult.Ok.class);
        time.sleep(Duration.ofSeconds(10));
        var lost = (ApiResult.Unreachable<?>) call();
        assertThat(lost.maybeSent()).isFalse();
        assertThat(lost.message()).startsWith("No access token could be had");
        assertThat(api.count()).isEqualTo(2);
    }

    @Test
    void a_short_lived_token_is_not_asked_for_at_each_call() {
        token("rk_oauth_one", 30);
        api.reply(200, DEVICES).reply(200, DEVICES);
        call();
        call();
        assertThat(login.count()).isEqualTo(1);
    }

    @Test
    void a_refused_client_is_told_in_the_words_of_the_token_endpoint() {
        login.reply(400, "{\"error\":\"invalid_client\",\"error_description\":\"unknown client\"}");
        var error = ((ApiResult.Refused<?>) call()).error();
        assertThat(error).isInstanceOf(ApiError.Unauthenticated.class);
        assertThat(error.code()).isEqualTo("invalid_client");
        assertThat(error.message()).isEqualTo("unknown client");
        assertThat(api.count()).isZero();
    }

    @Test
    void an_answer_without_a_usable_token_is_no_token() {
        login.reply(200, "{\"access_token\":\"evil\\r\\nX: y\"}")
                .reply(200, "{}")
                .reply(200, "<html>");
        for (int i = 0; i < 3; i++) {
            assertThat(((ApiResult.Unreachable<?>) call()).maybeSent()).isFalse();
        }
        assertThat(api.count()).isZero();
    }

    @Test
    void nothing_shows_the_secret_or_lets_it_travel_in_the_clear() {
        assertThat(client.toString()).contains("till-1").doesNotContain("s3cret");
        assertThat(revkeen.toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> client.withTokenUrl(URI.create("http://shop.example/token")))
                .hasMessageContaining("https://")
                .message()
                .doesNotContain("s3cret");
        assertThatThrownBy(() -> RevKeen.at("http://shop.example/v2", client, RevKeenOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class);
        RevKeen.live(client, RevKeenOptions.defaults()).close();
        RevKeen.staging(client, RevKeenOptions.defaults()).close();
    }
}
