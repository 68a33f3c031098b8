package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.SandboxConfig.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of API reference A.6, and how a limit is told. */
class RateLimitTest {
    private static final String ORDER = "{'line_items':[{'description':'Tea','unit_price':350}]}";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"100, 200, 1", "1000, 2000, 1", "6, 3, 10", "1, 1, 60"})
    void a_tier_lets_its_burst_through_and_says_when_the_next_one_may_come(int perMinute, int burst, int wait) {
        TestClock clock = new TestClock();
        SandboxConfig config = SandboxConfig.of(0, directory).withClock(clock);
        try (Sandbox sandbox = Sandbox.start(config.withLimit(new RateLimit(perMinute, burst)))) {
            Client api = new Client(sandbox.baseUrl(), sandbox.key());
            for (int i = 0; i < burst; i++) {
                assertThat(api.get("/orders").status()).as("request %d", i).isEqualTo(200);
            }
            Answer refused = api.post("/orders", ORDER);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo(Integer.toString(wait));
            assertThat(refused.json().get("error").get("code").stringValue()).isEqualTo("rate_limited");
            assertThat(refused.header("RevKeen-Version")).isNotNull();
            clock.forward(Duration.ofSeconds(wait));
            assertThat(api.get("/orders").json().get("data").size())
                    .as("a refused request does nothing")
                    .isZero();
        }
    }

    @Test
    void the_documented_tiers_are_there() {
        assertThat(RateLimit.TEST).isEqualTo(new RateLimit(100, 200));
        assertThat(RateLimit.LIVE).isEqualTo(new RateLimit(1000, 2000));
        assertThat(SandboxConfig.of(0, directory).limit()).isEqualTo(RateLimit.TEST);
        assertThatThrownBy(() -> new RateLimit(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimit(10, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_key_has_a_bucket_of_its_own_that_fills_again() {
        TestClock clock = new TestClock();
        SandboxConfig config = SandboxConfig.of(0, directory).withClock(clock).withRate(2);
        try (Sandbox sandbox = Sandbox.start(config)) {
            Client one = new Client(sandbox.baseUrl(), sandbox.key());
            Client two = new Client(sandbox.baseUrl(), sandbox.issueKey(Set.of("orders:read")));
            for (int i = 0; i < 4; i++) {
                assertThat(one.get("/orders").status()).isEqualTo(200);
            }
            assertThat(one.get("/orders").status()).isEqualTo(429);
            assertThat(two.get("/orders").status()).isEqualTo(200);
            clock.forward(Duration.ofSeconds(29));
            assertThat(one.get("/orders").header("Retry-After")).isEqualTo("1");
            clock.forward(Duration.ofDays(1));
            for (int i = 0; i < 4; i++) {
                assertThat(one.get("/orders").status()).isEqualTo(200);
            }
            assertThat(one.get("/orders").status()).isEqualTo(429);
        }
    }

    @Test
    void without_a_limit_nobody_waits_and_strangers_are_refused_before_they_are_counted() {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.of(0, directory).withLimit(RateLimit.NONE))) {
            Client api = new Client(sandbox.baseUrl(), sandbox.key());
            for (int i = 0; i < 300; i++) {
                assertThat(api.get("/orders").status()).isEqualTo(200);
            }
            assertThat(new Client(sandbox.baseUrl(), null).get("/orders").status())
                    .isEqualTo(401);
        }
    }
}
