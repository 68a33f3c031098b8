package io.keentill.revkeen.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.RateLimit;
import org.junit.jupiter.api.Test;

/** Each environment has its documented rate limit (sections A.1, A.6). */
class TargetTest {

    private static RateLimit limit(String url, String key) {
        return Target.check(url, key, true).limit();
    }

    @Test
    void the_limit_follows_the_environment() {
        assertThat(limit("https://api.revkeen.com/v2", "rk_live_abcdef")).isEqualTo(new RateLimit(1_000, 2_000));
        assertThat(limit("https://staging-api.revkeen.com/v2", "rk_sandbox_abcdef"))
                .isEqualTo(new RateLimit(100, 200));
        assertThat(limit("https://sandbox-api.revkeen.com/v2", "rk_sandbox_abcdef"))
                .isEqualTo(RateLimit.TEST);
        assertThat(limit("https://mock-api.revkeen.com/v2", "rk_sandbox_abcdef"))
                .isEqualTo(RateLimit.TEST);
        assertThat(limit("https://relay.shop.example/v2", "rk_live_abcdef")).isEqualTo(RateLimit.PRODUCTION);
        assertThat(limit("https://relay.shop.example/v2", "rk_sandbox_abcdef")).isEqualTo(RateLimit.TEST);
        assertThat(limit("http://127.0.0.1:8080/v2", "rk_sandbox_abcdef")).isEqualTo(RateLimit.NONE);
        assertThat(Target.checkHost("https://api.revkeen.com/v2", false).limit())
                .isEqualTo(RateLimit.PRODUCTION);
        assertThat(Target.checkHost("https://staging-api.revkeen.com/v2", false).limit())
                .isEqualTo(RateLimit.TEST);
    }
}
